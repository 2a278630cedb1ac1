"""A text cut into pieces for a page, with what was found marked in it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bongca.readings.enums import ProposalKind
from bongca.readings.models import Proposal


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `label` names what was found there, if anything."""

    text: str
    label: str = ""
    is_conclusion: bool = False
    anchor: int | None = None
    closes: bool = False


def marked(text: str, proposals: Iterable[Proposal]) -> list[Piece]:
    """Return the text whole, cut where something found begins or ends."""
    listed = list(proposals)
    wide = _non_overlapping([one for one in listed if one.kind == ProposalKind.CONCLUSION])
    narrow = [one for one in listed if one.kind != ProposalKind.CONCLUSION]
    cuts = sorted({0, len(text), *(at for one in listed for at in (one.start, one.end))})
    names = _non_overlapping(narrow)
    pieces = []
    for start, end in pairwise(cuts):
        inside = _at(wide, start)
        name = _at(names, start)
        pieces.append(
            Piece(
                text=text[start:end],
                label=name.get_kind_display() if name else "",
                is_conclusion=inside is not None,
                anchor=inside.pk if inside and inside.start == start else None,
                closes=inside is not None and inside.end == end,
            )
        )
    return pieces


def _non_overlapping(proposals: list[Proposal]) -> list[Proposal]:
    kept: list[Proposal] = []
    for one in sorted(proposals, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _at(proposals: list[Proposal], place: int) -> Proposal | None:
    """The one, of such as lie one after another, that covers a place."""
    before = bisect_right(proposals, place, key=lambda one: one.start)
    one = proposals[before - 1] if before else None
    return one if one and place < one.end else None
