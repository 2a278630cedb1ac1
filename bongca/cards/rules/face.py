"""What stands on a card, apart from the member: the default until Central sets a design."""

from dataclasses import dataclass
from typing import Final

ON_ITS_WAY: Final = ("listed", "printed")
LIVE: Final = (*ON_ITS_WAY, "handed")


@dataclass(frozen=True, slots=True)
class Face:
    """The words and the size of a card (millimetres)."""

    issuer: str
    title: str
    signatory_title: str = ""
    signatory_name: str = ""
    width: float = 85.6
    height: float = 54.0


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """One member's card as it is printed."""

    name: str
    born: str
    branch: str
    place: str
    number: str
    address: str  # what the QR code opens


def number_text(prefix: str, serial: int, digits: int) -> str:
    """Write a number: its prefix, then the serial with leading zeros ("07354-000012").

    Raises ValueError when the serial has more digits than the pattern.
    """
    if len(str(serial)) > digits:
        raise ValueError("serial too long for its pattern")
    body = f"{serial:0{digits}}"
    return f"{prefix}-{body}" if prefix else body
