"""Cỡ chữ: kept in a cookie, read by the server, so that a page is right before it is painted."""

from dataclasses import dataclass

from django.http import HttpRequest

COOKIE = "co_chu"
COOKIE_AGE = 5 * 365 * 24 * 3600


@dataclass(frozen=True)
class LetterSize:
    key: str
    label: str
    css: str


SIZES = (
    LetterSize("vua", "Vừa", ""),
    LetterSize("lon", "Lớn", "is-large"),
    LetterSize("rat-lon", "Rất lớn", "is-larger"),
)
_BY_KEY = {size.key: size for size in SIZES}


def size_of(key: str | None) -> LetterSize:
    """The size with this key; anything else is the usual one."""
    return _BY_KEY.get(key or "", SIZES[0])


def letter_size(request: HttpRequest) -> LetterSize:
    """The size this browser asked for."""
    return size_of(request.COOKIES.get(COOKIE))
