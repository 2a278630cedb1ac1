"""Workbooks from outside: judged by their bytes, opened where they can harm nothing, as text.

`read_workbook(path)` in `workbook` is the way in; `old_fonts` tells and turns TCVN3 and VNI.
"""
