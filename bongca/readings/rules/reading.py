"""A text read whole: what kinds of things it names, and where."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bongca.meetings.rules.deadlines import lies_ahead, times_in
from bongca.meetings.rules.names import Known
from bongca.meetings.rules.spans import Span
from bongca.readings.rules.directives import conclusions_in
from bongca.readings.rules.lines import unwrapped
from bongca.readings.rules.papers import papers_in
from bongca.readings.rules.persons import persons_in
from bongca.readings.rules.units import units_in

_DATELINE = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_HEAD = 300


@dataclass(frozen=True, slots=True)
class Found:
    """Everything proposed for one text."""

    conclusions: list[Span]
    persons: list[Span]
    units: list[Span]
    times: list[Span]
    papers: list[Span]


def read(text: str, said_on: date | None, known: Iterable[Known] = ()) -> Found:
    """Return what the rules find in a text said on that day, beside what the system knows."""
    text = unwrapped(text)
    listed = list(known)
    persons = persons_in(text)
    papers = papers_in(text)
    times = [
        one
        for one in times_in(text, said_on)
        if lies_ahead(text, one, said_on) and not _inside(one, papers)
    ]
    units = [one for one in units_in(text, listed) if not _inside(one, [*persons, *papers])]
    officers = {one.name: one for one in listed if one.kind == "person"}
    named = [_officer(span, officers) for span in persons]
    return Found(conclusions_in(text, said_on, listed), named, units, times, papers)


def day_of(text: str) -> date | None:
    """Return the day a text was published, from the line under its heading."""
    match = _DATELINE.search(text[:_HEAD])
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(other.holds(span) for other in others)


def _officer(span: Span, officers: dict[str, Known]) -> Span:
    one = officers.get(span.words)
    if one is None:
        return span
    return Span(span.start, span.end, span.words, {**span.meaning, "person": one.key})
