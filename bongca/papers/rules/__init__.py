"""The engine of official papers, Django-free: model, layout in force, composition, two printers.

`paper` is what a caller fills in; `profile` is the layout in force on a day; `sheet` composes
both into lines ready to print; `pdf` (typst) and `word` (python-docx) only draw that sheet.
"""
