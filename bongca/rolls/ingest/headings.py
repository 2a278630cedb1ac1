"""What the Vietnamese heading of a column may mean, with or without diacritics."""

import re
from functools import lru_cache

from bongca.core.text import fold, nfc
from bongca.rolls.rules.fields import Field

_PUNCTUATION = re.compile(r"[^a-z0-9]+")


def plain_heading(text: str) -> str:
    """Give a heading as bare lower-case words: “Họ & tên:” is “ho ten”."""
    return _PUNCTUATION.sub(" ", fold(text.replace("\n", " "))).strip()


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


# In order: the first that fits wins, so the traps stand before the fields they imitate.
_RULES: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.SKIP, _words("ly do chua ghi")),
    (Field.NUMBER, re.compile(r"^(?:s?tt|so tt|so thu tu|thu tu|s t t|stt chung|no)$")),
    (Field.ETHNICITY, _words("dan toc")),
    (Field.RELIGION, _words("ton giao|dao")),
    (Field.PARTY, _words("dang vien|vao dang|tuoi dang|the dang|chi bo|huy hieu dang|dang cs")),
    (
        Field.HEALTH,
        _words("suc khoe|benh|khuyet tat|tan tat|bhyt|bao hiem|the bao hiem|mu loa"),
    ),
    (
        Field.OTHER_PERSON,
        _words(
            "chu ho|nguoi than|cham soc|nuoi duong|nguoi lien he|vo chong|nguoi nha|than nhan|"
            "con trai|con gai|con cai|nguoi dai dien|nguoi giam ho"
        ),
    ),
    # Somebody else's name, birth or telephone: “Năm sinh vợ”, “SĐT con”, “Tên bố mẹ”.
    (
        Field.OTHER_PERSON,
        re.compile(
            r"(?=.*\b(?:ten|sinh|dt|sdt|thoai|cccd)\b)(?=.*\b(?:vo|chong|con|chau|cha|me|bo)\b)"
        ),
    ),
    (Field.SKIP, _words("am lich")),
    (
        Field.CARD_ISSUED,
        _words(r"(?:ngay|nam) (?:cap|nhan|lam|doi) the|the(?: hoi vien)? (?:ngay|nam) cap"),
    ),
    (Field.SKIP, _words("ngay cap|noi cap|cap ngay|ngay thang cap|cap ngay thang|co quan cap")),
    (Field.DIED, _words("ngay mat|nam mat|tu tran|qua doi|ngay chet|tu nam|ngay gio")),
    (
        Field.CARD_NUMBER,
        _words("so the|ma the|ma hoi vien|the hoi vien|so hieu the|ma so hoi vien"),
    ),
    (
        Field.CITIZEN_ID,
        _words(
            "cccd|cmnd|cmt|cmtnd|can cuoc|dinh danh|ddcn|chung minh|so cm|tuy than|ma dinh danh|"
            "so giay to|cc cd|so cc"
        ),
    ),
    (
        Field.PHONE,
        _words("dien thoai|so dt|sdt|dtdd|di dong|mobile|phone|so may|zalo|s dt|so lien lac"),
    ),
    (Field.SKIP, _words("tuoi hoi|(?<!cao )tuoi|tho|mung tho|chuc tho")),
    (
        Field.JOINED,
        _words(
            "vao hoi|gia nhap|ket nap|tham gia hoi|vao hoi nct|ngay vao|nam vao|thoi gian vao|"
            "tham gia sinh hoat|nhap hoi"
        ),
    ),
    (Field.HOMETOWN, _words("que quan|nguyen quan|noi sinh|que|sinh quan")),
    (
        Field.SKIP,
        _words(
            "ky nhan|ky ten|chu ky|ky|so tien|hoi phi|trinh do|hoc van|van hoa|nghe nghiep|nghe|"
            "luong huu|huu tri|tro cap|ho ngheo|can ngheo|thuong binh|liet sy|lao thanh|cuu chien|"
            "ho gia dinh|so ho|khen thuong|danh hieu|email|thanh phan|doi tuong|chinh sach|gia canh"
        ),
    ),
    (Field.MEMBER_KIND, _words("loai hoi vien|danh du|chinh thuc|loai hv")),
    (Field.POSITION, _words("chuc vu|chuc danh|nhiem vu|chuc trach|cuong vi")),
    (Field.NOTES, _words("ghi chu|chu thich|luu y|ghi chep|g chu")),
    (Field.FAMILY_MIDDLE, re.compile(r"^(?:ho|ho (?:va )?(?:ten |chu )?(?:dem|lot)|ho va)$")),
    (Field.NAME, _words("ho ten|ho va ten|ho va ten hoi vien|ten hoi vien|h ten|ho v ten")),
    (Field.BIRTH, _words("ngay sinh|nam sinh|nam sinh|sinh ngay|sinh nam|thang sinh|sinh|n sinh")),
    (Field.BIRTH, re.compile(r"^(?:n ?s|ntns|nt ns)$")),
    (Field.SEX, re.compile(r"^g ?t$")),
    (Field.SEX, _words("gioi tinh|nam nu|nu nam|phai|gioi|g tinh")),
    (Field.GROUP, _words("to hoi|phan hoi|to nct|to nguoi cao tuoi|to so|thuoc to|to hv|so to")),
    (Field.BRANCH, _words("chi hoi|c hoi|hoi thon")),
    (
        Field.ADDRESS,
        _words("dia chi|noi o|cho o|thuong tru|cu tru|ho khau|hktt|tam tru|noi o hien nay|so nha"),
    ),
    (
        Field.HAMLET,
        _words(
            "thon|xom|ap|ban|khu pho|to dan pho|tdp|khu dan cu|buon|lang|khu|khoi pho|khoi|khom"
        ),
    ),
    (Field.NAME, re.compile(r"^(?:ten|hoi vien|danh sach hoi vien|ho|nguoi cao tuoi)$")),
)

_ALONE = {
    "to": Field.GROUP,
    "nu": Field.FEMALE_MARK,
    "nam": Field.MALE_MARK,
    "ten": Field.GIVEN,
    "ngay": Field.BIRTH_DAY,
    "thang": Field.BIRTH_MONTH,
    "ngay thang": Field.BIRTH,
}


@lru_cache(maxsize=16_384)
def field_of_heading(text: str) -> Field | None:
    """Name the meaning of a heading by itself, or None when its words say nothing."""
    plain = plain_heading(text)
    if not plain:
        return None
    if plain in {"dt", "d t", "so dt"}:
        # Folding makes “ĐT” (điện thoại) and “DT” (dân tộc, diện tích) one: only Đ is sure.
        return Field.PHONE if "đ" in nfc(text).lower() else None
    if plain in _ALONE:
        return _ALONE[plain]
    for field, pattern in _RULES:
        if pattern.search(plain):
            return field
    return None


def heading_words(text: str) -> bool:
    """Say whether a cell could stand in a head at all: short, no digits but notes, some words."""
    plain = plain_heading(text)
    return 0 < len(plain) <= 60 and any(letter.isalpha() for letter in plain)
