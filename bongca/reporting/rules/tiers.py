"""Which tier hands up to which, and how a report speaks of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

REPORTING_TIERS: Final = ("branch", "commune", "province")
SUMMING_TIERS: Final = (*REPORTING_TIERS, "central")
"""Central has a sheet of the round as well: it hands nothing up, and is settled at closing."""
BELOW: Final[Mapping[str, str]] = {
    "commune": "branch",
    "province": "commune",
    "central": "province",
}


@dataclass(frozen=True, slots=True)
class TierWords:
    """How a report speaks of its own unit, the one above and those below."""

    own: str
    above: str
    below: str

    @property
    def submit(self) -> str:
        """Return the words of the button that hands it up."""
        return f"Nộp lên {self.above}" if self.above else ""


WORDS: Final[Mapping[str, TierWords]] = {
    "branch": TierWords("chi hội", "xã", ""),
    "commune": TierWords("xã", "tỉnh", "chi hội"),
    "province": TierWords("tỉnh", "Trung ương", "xã, phường"),
    "central": TierWords("Trung ương", "", "tỉnh, thành phố"),
}


PLACES: Final = re.compile(r"(?<!\w)(đặc khu|phường|xã|thành phố|tỉnh)(?!\w)", re.IGNORECASE)


def tier_words(tier: str) -> TierWords:
    """Return the words for a tier."""
    return WORDS[tier]


def words_between(tier: str, own: str, above: str) -> TierWords:
    """Return the words for one unit and the one above, by their names: a phường of a thành phố."""
    words = WORDS[tier]
    if tier in ("commune", "province"):
        words = replace(words, own=place_word(own) or words.own)
    if tier in ("branch", "commune"):
        words = replace(words, above=place_word(above) or words.above)
    return words


def place_word(name: str) -> str:
    """Return what kind of place stands in a unit's name: xã, phường, thành phố; or nothing."""
    found = PLACES.search(name)
    return found.group(1).lower() if found else ""
