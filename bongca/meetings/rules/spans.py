"""What was found in a text, and where."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text with its words; `meaning` says what the rules take it for."""

    start: int
    end: int
    words: str
    meaning: dict[str, Any] = field(default_factory=dict)

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


def longest(spans: Iterable[Span]) -> list[Span]:
    """Leave of overlapping spans the one that begins first, and of those the longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
