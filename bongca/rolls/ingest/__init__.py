"""Reading a roll as officers really make it: file, sheet, columns, cells, rows.

Plain Python without Django. Nothing here is sure of a thing it has not seen confirmed:
what stays in doubt is asked.
"""
