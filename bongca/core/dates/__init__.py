"""Dates as people know and write them, and the two ages the Association counts by."""

from bongca.core.dates.partial import (
    PartialDate,
    Precision,
    age_by_year,
    full_age,
    full_age_at_most,
)
from bongca.core.dates.written import DateProblem, YearWindow, parse_partial_date

__all__ = [
    "DateProblem",
    "PartialDate",
    "Precision",
    "YearWindow",
    "age_by_year",
    "full_age",
    "full_age_at_most",
    "parse_partial_date",
]
