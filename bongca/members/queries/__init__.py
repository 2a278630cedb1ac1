"""Every read of members: lists, persons, figures, and who makes up a figure."""
