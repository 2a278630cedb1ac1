"""How far what the rules find agrees with what a person marked in the same text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bongca.meetings.rules.spans import Span
from bongca.readings.rules.reading import Found

KINDS: Final = {
    "person": "persons",
    "unit": "units",
    "deadline": "times",
    "paper": "papers",
    "conclusion": "conclusions",
}


@dataclass(slots=True)
class Agreement:
    """The counts of one kind over any number of texts, and the words that were not agreed on."""

    marked: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0
    right: int = 0  # pairs with the same days, or the same owner
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


def compare(kind: str, marks: Sequence[Span], found: Found, agreement: Agreement) -> None:
    """Add to `agreement` what one text says of one kind; a span is paired once at most."""
    spans: list[Span] = getattr(found, KINDS[kind])
    pairs = list(_pairs(kind, marks, spans))
    agreement.marked += len(marks)
    agreement.found += len(spans)
    agreement.overlapping += len(pairs)
    agreement.exact += sum(_ends(mark) == _ends(span) for mark, span in pairs)
    agreement.right += sum(_means_the_same(kind, mark, span) for mark, span in pairs)
    agreement.missed += [one.words for one in marks if not any(one is mark for mark, _ in pairs)]
    agreement.invented += [one.words for one in spans if not any(one is it for _, it in pairs)]


def _pairs(kind: str, marks: Sequence[Span], spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The widest overlaps first; a conclusion needs half of the shorter sentence."""
    meeting = [
        (-_shared(mark, span), m, s)
        for m, mark in enumerate(marks)
        for s, span in enumerate(spans)
        if _meets(kind, mark, span)
    ]
    taken: set[tuple[str, int]] = set()
    for _, m, s in sorted(meeting):
        if not taken & {("mark", m), ("span", s)}:
            taken |= {("mark", m), ("span", s)}
            yield marks[m], spans[s]


def _meets(kind: str, mark: Span, span: Span) -> bool:
    shorter = min(mark.end - mark.start, span.end - span.start)
    return _shared(mark, span) > (shorter / 2 if kind == "conclusion" else 0)


def _shared(mark: Span, span: Span) -> int:
    return max(0, min(mark.end, span.end) - max(mark.start, span.start))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _means_the_same(kind: str, mark: Span, span: Span) -> bool:
    if kind == "deadline":
        first: Any = mark.meaning.get("first")
        return mark.meaning.get("due") == span.meaning.get("to") and (
            first is None or first == span.meaning.get("from")
        )
    if kind == "conclusion":
        said, owner = str(mark.meaning.get("owner") or ""), str(span.meaning.get("owner") or "")
        return said.casefold() == owner.casefold()
    return False
