"""Names of people: a family name of the country and the given names after it, with their office."""

import re
from collections.abc import Iterator
from typing import Final

from bongca.meetings.rules.spans import Span, longest
from bongca.readings.rules.letters import LETTER, SYLLABLE


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FAMILIES: Final = _words(
    """Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn
    Đào Lâm Lương Mai Trương Tô Tạ Tăng Tống Thái Thân Thạch Tôn Tiêu Từ Triệu Quách Quan
    Phùng Phí Ông Nông Ninh Nghiêm Mạc Mã Mạch Ma Lưu Lò Lường Lại La Lục Khổng Khuất Kiều
    Kim Hứa Hà Hầu Giàng Giáp Giang Doãn Diệp Đồng Đàm Đậu Điểu Cao Cù Chu Châu Chử Cầm
    Chế Bạch Bế Bàng An Âu Ân Vương Viên Vi Văn Ứng Ung Vàng Sùng Thào Hờ Hạng Cà Quàng
    Tòng Mùa Sầm Lô Vừ Y Thạnh Danh Sơn Nhữ Ngụy Nhâm Quảng Hàn Hán Hạ Hùng Khúc Liêu Liễu
    Lỗ Lữ Mẫn Nhan Ngọ Thi Trà Trang Tưởng Ty Uông Vòng Xa Đới Đường Điền Đổng Lều Phó Cấn
    Dư Bồ Bá Ngân Lang Trưng"""
)
_PLACES: Final = frozenset(
    """Hà Nội|Hà Nam|Hà Tĩnh|Hà Giang|Hà Tây|Hà Đông|Cao Bằng|Lâm Đồng|Ninh Bình|Ninh Thuận
    |Thái Nguyên|Thái Bình|Thái Lan|Quảng Ninh|Quảng Nam|Quảng Trị|Quảng Ngãi|Quảng Bình
    |Trà Vinh|An Giang|Kiên Giang|Sơn La|Sơn Tây|Lạng Sơn|Lào Cai|Hòa Bình|Hàn Quốc|Đồng Nai
    |Đồng Tháp|Đà Nẵng|Hồ Tây|Mai Châu|Châu Âu|Châu Á|Văn Lang|Trường Sa|Hoàng Sa|Hoàng Mai
    |Lương Sơn|Kim Bảng|Kim Sơn|Đồng Hới|Vũ Thư|Vũ Quang|Lý Sơn|Lý Nhân|Đoan Hùng|Hùng Vương
    |Hùng Yên|Tô Lịch|Cao Lãnh|Cao Lộc|Đông Anh|Hà Lan|Hà Trung|Hà Quảng|Lâm Thao|Lâm Hà
    |Thạch Hà|Thạch Thất|Thạch Thành|Thái Thụy|Thái Hòa|Trần Đề|An Dương|An Lão|An Khê|An Nhơn
    |Nông Cống|Nông Sơn|Mai Sơn|Tống Sơn|Chu Văn""".replace("\n", "")
    .replace(" |", "|")
    .split("|")
)
_NAME = re.compile(rf"(?<![\w/-]){SYLLABLE}(?:[ \u00a0]{SYLLABLE}){{1,4}}(?![\w/]|-\w)")
# Words that begin with a capital and are never part of a given name.
_NEVER = _words(
    "Hội Ban Sở Đảng Chủ Phó Chánh Trưởng Thường Ủy Nhà Tỉnh Huyện Quận Xã Phường Tổ Tiểu Giám Cục"
    " Kế Nghị Đề Luật Tháng Các Những Tại Trong Theo Sau Về Và Với"
)
_RANKS = (
    r"(?:(?:GS|PGS|TSKH|TS|ThS|BS|BSCKII|BSCKI|NGND|NGƯT)\.?[ .]*)+"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ"
)
_OFFICE_HEADS = (
    r"(?:Phó |Nguyên |nguyên )*(?:Chủ tịch|chủ tịch|Chủ nhiệm|Bí thư|Trưởng [Bb]an|Trưởng [Pp]hòng"
    r"|Trưởng [Đđ]oàn|Bộ trưởng|Thứ trưởng|Thủ tướng|Tổng [Bb]í thư|Tổng [Bb]iên tập|Tổng [Tt]hư ký"
    r"|Tổng [Gg]iám đốc|Giám đốc|Cục trưởng|Vụ trưởng|Viện trưởng|Chánh [Vv]ăn phòng"
    r"|Chi hội trưởng|Tổ trưởng|Hiệu trưởng|Ủy viên|Uỷ viên|Thường trực|Trưởng|Đại diện"
    r"|Hội trưởng|Trưởng [Tt]iểu ban|Phó Chánh [Vv]ăn phòng|Đại biểu|Đại tướng)"
)
_ADDRESS = r"(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Bb]ác|[Cc]ô|[Cc]hú)"
_OFFICE_WORD = rf"(?:{SYLLABLE}|NCT|UBND|HĐND|MTTQ|TW|TƯ|CLB|BĐD|CCB|tỉnh|thành phố|TP|huyện|quận"
_OFFICE_WORD += r"|xã|phường|thị xã|ban|vận|trực|vụ|nước|hội|chức|phòng|chấp|hành|và|của|kiêm|trú"
_OFFICE_WORD += r"|cao|tuổi|chuyên|môn|sóc|huy|vai|trò|ngoại|tra|viên|đoàn|các|thi|đua|khen|thưởng"
_OFFICE_WORD += r"|thường|trung|ương|bộ|sở|y|tế|giám|đốc|thư|cựu|chiến|binh|quốc|gia|,|-|–)"
_OFFICE_WORD += rf"(?!{LETTER})"
_BEFORE = re.compile(
    rf"(?P<office>{_OFFICE_HEADS}(?:\s?{_OFFICE_WORD})*?)?[\s,:]*(?:{_ADDRESS}[\s:]+)?"
    rf"(?:{_RANKS})?\s*$"
)
_AFTER = re.compile(rf"^\s*(?:,|\(|-|–)\s*(?P<office>{_OFFICE_HEADS}(?:[ \u00a0]?{_OFFICE_WORD})*)")
_TITLED = re.compile(rf"(?:{_OFFICE_HEADS}|{_ADDRESS}|{_RANKS})[^.;\n]{{0,60}}$")
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:tỉnh|[Tt]hành phố|TP\.?|huyện|quận|xã|phường|thị xã|thị trấn|thôn|làng|ấp|bản|đường"
    r"|phố|trường|đảo|sông|chùa|đình|chợ|hồ|núi)|Hội|Đảng|Ban|Nhà|“|\")\s*$"
)


def persons_in(text: str) -> list[Span]:
    """Return the people named in a text, each with the office said beside the name, if any."""
    return longest([*_found(text), *_byline(text)])


def _found(text: str) -> Iterator[Span]:
    for match in _NAME.finditer(text):
        for start, end in _names_within(text, match):
            office = _office(text, start, end)
            yield Span(start, end, text[start:end], {"office": office} if office else {})


def _names_within(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Find where in a run of capitalised syllables a name begins."""
    syllables = list(re.finditer(SYLLABLE, match.group()))
    for number, syllable in enumerate(syllables):
        rest = [one.group() for one in syllables[number:]]
        if rest[0] not in _FAMILIES or len(rest) < 2 or rest[1] in _NEVER:
            continue
        count = next((at for at, one in enumerate(rest) if at and one in _NEVER), len(rest))
        start = match.start() + syllable.start()
        end = match.start() + syllables[number + count - 1].end()
        if _is_person(text, start, end, rest[:count]):
            yield start, end
            return


def _is_person(text: str, start: int, end: int, syllables: list[str]) -> bool:
    before = text[max(0, start - 90) : start]
    if _PLACE_BEFORE.search(before):
        return len(syllables) >= 3 and bool(_HEAD_OF_PLACE.search(before))
    if " ".join(syllables[:2]) in _PLACES:
        return len(syllables) > 2 and bool(_BEFORE_TITLE.search(before))
    if len(syllables) >= 3:
        return True
    return bool(_BEFORE_TITLE.search(before)) or bool(_AFTER.match(text[end : end + 60]))


# "Chủ tịch UBND tỉnh Vũ Hồng Bắc": no province has such a name; communes do, so they are left out.
_HEAD_OF_PLACE = re.compile(rf"(?:{_OFFICE_HEADS})(?:\s{_OFFICE_WORD}){{0,8}}?\s+(?:tỉnh|Hội)\s*$")
_BEFORE_TITLE = re.compile(
    rf"(?:{_OFFICE_HEADS}(?:\s?{_OFFICE_WORD}){{0,12}}?|{_ADDRESS}|{_RANKS})[\s,:]*$"
)


def _office(text: str, start: int, end: int) -> str:
    before = _BEFORE.search(text[max(0, start - 90) : start])
    said = before["office"] if before and before["office"] else ""
    if not said:
        after = _AFTER.match(text[end : end + 120])
        said = after["office"] if after else ""
    return _without_names(said).strip(" ,-–")


def _without_names(office: str) -> str:
    """ "Phó Chủ tịch Trương Xuân Cừ," before a second name says the same office of both."""
    for match in _NAME.finditer(office):
        for start, _ in _names_within(office, match):
            return office[:start]
    return office


def _byline(text: str) -> Iterator[Span]:
    """The writer's name, alone on the last line."""
    stripped = text.rstrip()
    start = stripped.rfind("\n") + 1
    last = stripped[start:].strip()
    if re.fullmatch(rf"{SYLLABLE}(?: {SYLLABLE}){{1,3}}", last):
        at = text.index(last, start)
        yield Span(at, at + len(last), last, {"office": "tác giả"})
