"""What figures are: the catalogue, how they are read, checked and added up. Plain Python."""
