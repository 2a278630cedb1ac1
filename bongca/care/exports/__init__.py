"""What is made of a list: a workbook, an official paper, certificates, invitations."""
