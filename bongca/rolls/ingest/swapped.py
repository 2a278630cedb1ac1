"""Dates whose day and month Excel exchanged because the machine was set to American order."""

import datetime as dt
import re
from collections.abc import Iterable

from bongca.core.dates import PartialDate
from bongca.core.workbooks.workbook import Cell

_WRITTEN = re.compile(r"^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}\s*$")
FEW, MANY = 3, 8


def is_swapped(cells: Iterable[Cell]) -> bool:
    """Say whether a column shows the trace of American order.

    There 12/5/1948 became a date of 5 December while 25/5/1948, which has no month 25, stayed
    text: so no date cell has a day over 12, and every text has one.
    """
    cells = list(cells)
    dates = [cell for cell in cells if isinstance(cell, dt.date) and cell.day != cell.month]
    written = [found for cell in cells if isinstance(cell, str) and (found := _WRITTEN.match(cell))]
    if any(cell.day > 12 for cell in dates) or any(int(found[1]) <= 12 for found in written):
        return False
    return (len(dates) >= FEW and len(written) >= 2) or len(dates) >= MANY


def swapped(date: PartialDate) -> PartialDate:
    """Exchange day and month where both are known."""
    if date.day is None or date.month is None:
        return date
    return PartialDate(date.year, date.day, date.month)
