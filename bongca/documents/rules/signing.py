"""Who signs which paper by which authority, where a unit has written no rule of its own.

The last table of domain.md 6.3; a unit's dated rules (`SigningRule`) go before it.
"""

from bongca.papers.rules.paper import Authority, Signature

_COLLECTIVE = ("Ban Thường vụ", "Chủ tịch")
_BY_TYPE = {
    "": (Authority.DEPUTY, ("Chủ tịch", "Phó Chủ tịch")),
    "KH": (Authority.COLLECTIVE, _COLLECTIVE),
    "BC": (Authority.COLLECTIVE, _COLLECTIVE),
    "TTr": (Authority.COLLECTIVE, _COLLECTIVE),
    "QĐ": (Authority.COLLECTIVE, _COLLECTIVE),
    "NQ": (Authority.COLLECTIVE, _COLLECTIVE),
    "CTr": (Authority.COLLECTIVE, _COLLECTIVE),
    "TB": (Authority.ORDER, ("Chủ tịch", "Chánh Văn phòng")),
    "GM": (Authority.ORDER, ("Chủ tịch", "Chánh Văn phòng")),
}
_OFFICELESS = {"commune", "district"}


def usual_signature(tier: str, type_sign: str) -> Signature:
    """The usual sign-off of a type of paper at a tier; the name is left to be filled in."""
    if tier == "branch":
        return Signature(("Chi hội trưởng",), "")
    if tier == "group":
        return Signature(("Tổ trưởng",), "")
    authority, lines = _BY_TYPE.get(type_sign, (Authority.COLLECTIVE, _COLLECTIVE))
    if tier in _OFFICELESS and authority is Authority.ORDER:
        return Signature(("Chủ tịch",), "")  # no Văn phòng stands at this tier
    return Signature(lines, "", authority)
