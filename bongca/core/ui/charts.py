"""Bars drawn on the server: every colour has a pattern, every drawing its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

LEAF, INK, BRICK, PALE = "#3f7a5c", "#454c45", "#8a1f14", "#dfeae0"

PATTERNS = {
    "missing": (
        '<pattern id="{id}" width="7" height="7" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/>'
        f'<rect width="2" height="7" fill="{INK}"/></pattern>'
    ),
    "doing": (
        '<pattern id="{id}" width="9" height="9" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="9" height="9" fill="{PALE}"/>'
        '<rect width="3" height="9" fill="#6f9c83"/></pattern>'
    ),
    "waiting": (
        '<pattern id="{id}" width="9" height="9" patternUnits="userSpaceOnUse">'
        f'<rect width="9" height="9" fill="#fff"/><circle cx="4.5" cy="4.5" r="1.6" fill="{INK}"/>'
        "</pattern>"
    ),
}
LATE_MARKER = mark_safe('<path d="M17 6l6 11H11z" fill="#fff"/>')
SOLID = {"done": LEAF, "late": BRICK}


@dataclass(frozen=True)
class Share:
    """A part of a whole: its kind (done, doing, waiting, late, missing), its words, its count."""

    kind: str
    words: str
    count: int


@dataclass(frozen=True)
class Bar:
    label: str
    value: int
    shown: str = ""


def fill_of(kind: str, key: str) -> str:
    """What a part of this kind is painted with."""
    return SOLID.get(kind) or f"url(#{key}-{kind})"


def patterns(kinds: set[str], key: str) -> SafeString:
    """The patterns these kinds need; `key` keeps two drawings on a page apart."""
    drawn = "".join(
        PATTERNS[kind].format(id=f"{key}-{kind}") for kind in sorted(kinds & set(PATTERNS))
    )
    return mark_safe(f"<defs>{drawn}</defs>")  # noqa: S308 - constants of ours


def completeness_bar(have: int, total: int, words: str, key: str = "du") -> SafeString:
    """How much of a sum is there; the missing part is hatched."""
    part = _percent(have, total)
    return format_html(
        '<svg class="bc-meter" role="img" aria-label="{}" preserveAspectRatio="none">{}'
        '<rect width="100%" height="100%" fill="{}"/><rect width="{}%" height="100%" fill="{}"/>'
        '<rect x="{}%" width="2" height="100%" fill="#fff"/></svg>',
        f"{have} trên {total} {words}".strip(),
        patterns({"missing"}, key),
        fill_of("missing", key),
        part,
        LEAF,
        part,
    )


def shares_bar(shares: Sequence[Share], key: str = "phan") -> SafeString:
    """Parts of a whole side by side, in the order given."""
    total = sum(share.count for share in shares)
    starts = [0, *accumulate(share.count for share in shares)]
    drawn = SafeString("")
    for share, start in zip(shares, starts, strict=False):
        x = _percent(start, total)
        drawn += format_html(
            '<rect x="{}%" width="{}%" height="100%" fill="{}"/>',
            x,
            _percent(share.count, total),
            fill_of(share.kind, key),
        )
        if start:
            drawn += format_html('<rect x="{}%" width="2" height="100%" fill="#fff"/>', x)
    return format_html(
        '<svg class="bc-shares" role="img" aria-label="{}" preserveAspectRatio="none">{}{}</svg>',
        "; ".join(f"{share.words}: {share.count}" for share in shares),
        patterns({share.kind for share in shares}, key),
        drawn,
    )


def key_swatch(kind: str, key: str = "phan") -> SafeString:
    """The little field of a drawing's key."""
    own = f"{key}-o"
    return format_html(
        '<svg aria-hidden="true" focusable="false">{}<rect width="100%" height="100%" fill="{}"/>'
        "{}</svg>",
        patterns({kind}, own),
        fill_of(kind, own),
        LATE_MARKER if kind == "late" else "",
    )


def bar_width(value: int, greatest: int) -> str:
    """The width of a bar beside its row in a table of bars."""
    return f"{_percent(value, greatest)}%"


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole if whole > 0 else 0
    return f"{min(100.0, max(0.0, share)):.2f}"
