"""The paper behind a document: set from its words as it stands, number and day left open."""

import re
from collections.abc import Sequence

from bongca.core.citations import TYPE_NAMES
from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.addressing import listed_lines
from bongca.documents.queries.books import issuer_sign
from bongca.documents.queries.signing import signature_for
from bongca.documents.rules.numbers import symbol_tail
from bongca.documents.rules.stored import read_blocks, read_signers
from bongca.org.models import Unit
from bongca.papers.rules.narrative import parts_of
from bongca.papers.rules.paper import OfficialPaper, Paragraph

_KINDS = re.compile(r"^(xã|phường|đặc khu|thị trấn|tỉnh|thành phố|thôn|tổ dân phố)\s+", re.I)
_CAPITAL = "Hà Nội"


def composed(document: OutgoingDocument, recipients: Sequence[str] | None = None) -> OfficialPaper:
    """Return the paper as it will print today, with its own list of places or the one given."""
    unit = document.unit
    on = document.issued_on or document.signed_on
    day = on or document.drafted_on
    sign = issuer_sign(unit, day)
    signatures = read_signers(document.signers) or (signature_for(unit, document.type_sign, day),)
    body, annexes = parts_of(document.body)
    return OfficialPaper(
        issuer_name=full_name(unit),
        superior_name=full_name(unit.parent) if unit.parent else "",
        joint_issuer_names=(document.joint_name,) if document.joint_name else (),
        symbol=symbol_tail(document.type_sign, sign, document.joint_sign),
        number=document.number,
        number_suffix=document.suffix,
        place=place_of(unit),
        on=on,
        type_name=TYPE_NAMES.get(document.type_sign, "").upper(),
        abstract=document.abstract,
        addressees=_lines(document.addressees),
        bases=_lines(document.bases),
        urgency=document.get_urgency_display(),
        blocks=read_blocks(document.blocks) or body or (Paragraph("…"),),
        annexes=annexes,
        recipients=_recipients(document) if recipients is None else tuple(recipients),
        signatures=signatures[:2],
    )


def _recipients(document: OutgoingDocument) -> tuple[str, ...]:
    """The list as it is printed: a whole tier is one line, as people write it."""
    return tuple(listed_lines(document).values_list("shown", flat=True))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -;.") for line in text.splitlines() if line.strip(" -;."))


def full_name(unit: Unit) -> str:
    """Return the name of a unit as papers bear it."""
    return unit.name.replace("Hội NCT", "Hội Người cao tuổi")


def place_of(unit: Unit) -> str:
    """Return the địa danh of a unit: its territory without its kind; Central sits in Hà Nội."""
    if unit.tier == "central":
        return _CAPITAL
    return _KINDS.sub("", unit.place_name.split(",")[0].strip())
