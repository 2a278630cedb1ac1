"""Words that say somebody is no member any more, or not yet: beside a name, or over a part."""

import re

from bongca.core.text import fold, nfc

_GONE = re.compile(
    r"\b(?:da mat|mat (?:ngay|nam|thang)|mat \d|tu tran|qua doi|chet|ta the|quy tien|mat tich|"
    r"chuyen (?:di|khoi|ra|vao|sinh hoat|ve|sang|cu tru|noi o|ho khau)|xin ra|ra khoi hoi|xoa ten|"
    r"da chuyen|khai tru|khong tham gia|thoi tham gia|"
    r"(?:xin nghi|nghi|thoi|bo|ngung|dung|khong|tam nghi) (?:sinh hoat|sh)|xin nghi|"
    r"chua (?:vao hoi|ket nap|tham gia))\b|^(?:da )?hy sinh|^mat$"
)
# “mất” needs its mark: “mắt” is an eye and “mặt” a front; mất sức, mất trí are other losses.
_LOST = re.compile(
    r"\bmất\b(?!\s*(?:sức|trí|ngủ|khả năng|thẻ|giấy|sổ|hồ sơ|căn cước|cccd|cmnd|liên lạc|một))"
)
_CROSS = re.compile(r"^\W*[+†✝]\s*(?:\d|$)")
_OUTSIDE = re.compile(
    r"\b(?:da mat|tu tran|qua doi|da chet|ta the|chuyen di|da chuyen|xin ra|ra khoi hoi|xoa ten|"
    r"chua (?:vao|tham gia|gia nhap|ket nap)|khong tham gia|ngoai hoi|"
    r"(?:nghi|thoi|bo|ngung|dung|khong) sinh hoat)\b"
)


def says_gone(text: str) -> bool:
    """Say whether words beside a name may mean that the person has died or left."""
    clean = nfc(text)
    if not clean:
        return False
    lost = _LOST.search(clean.lower()) or _CROSS.match(clean)
    return bool(lost or _GONE.search(fold(clean)))


def says_outside(text: str) -> bool:
    """Say whether a title or the name of a sheet means people who are no members."""
    return bool(_OUTSIDE.search(fold(text)) or _LOST.search(nfc(text).lower()))
