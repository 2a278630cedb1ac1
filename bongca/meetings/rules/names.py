"""Names the system knows near a meeting, and when two ways of writing are one name."""

import re
from dataclasses import dataclass

from bongca.core.text import fold


@dataclass(frozen=True, slots=True)
class Known:
    """A unit, body, partner or officer of the system: its name as shown, and what it is."""

    kind: str
    key: str
    name: str


def plain_name(name: str) -> str:
    """Return a name as it is compared: small letters without marks, NCT for its long form."""
    words = fold(name).replace("nguoi cao tuoi", "nct")
    return " ".join(re.sub(r"[^\w/]+", " ", words).split())
