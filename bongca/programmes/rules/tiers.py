"""The tiers a task travels through, and the words for them."""

from dataclasses import dataclass

ORDER = ("central", "province", "commune", "branch")


@dataclass(frozen=True, slots=True)
class TierWords:
    """How units of a tier are counted ("12 chi hội") and headed ("Chi hội")."""

    counted: str
    head: str


WORDS = {
    "central": TierWords("Trung ương", "Trung ương"),
    "province": TierWords("tỉnh, thành phố", "Tỉnh, thành phố"),
    "commune": TierWords("xã, phường, đặc khu", "Xã, phường, đặc khu"),
    "branch": TierWords("chi hội", "Chi hội"),
}


def words_of_tier(tier: str) -> TierWords:
    """Return the words for units of a tier."""
    return WORDS.get(tier, TierWords("đơn vị", "Đơn vị"))


def tier_below(tier: str) -> str:
    """Return the tier right below, or nothing at the chi hội."""
    return next(iter(tiers_down(tier, "")), "")


def tiers_down(tier: str, down_to: str) -> list[str]:
    """Return the tiers from right below `tier` down to `down_to`; without it the next one."""
    if tier not in ORDER:
        return []
    below = list(ORDER[ORDER.index(tier) + 1 :])
    if not down_to:
        return below[:1]
    return below[: below.index(down_to) + 1] if down_to in below else []
