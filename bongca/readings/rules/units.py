"""Units, bodies and offices named in a text: by their head word, and by what the system knows."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bongca.meetings.rules.names import Known, plain_name
from bongca.meetings.rules.spans import Span, longest
from bongca.readings.rules.letters import CAP, PROPER

_CAP, _WORD = CAP, PROPER
_PROPER = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,3}}"
_PLACE = (
    r"(?:tỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường"
    rf"|[Đđ]ặc khu|[Tt]hôn|[Tt]ổ dân phố|[Kk]hu phố|[Ấấ]p)(?:\s+(?:{_PROPER}|\d+))"
)
_OF_PLACE = rf"(?:,?\s+{_PLACE})"
# What the Association and its like are called by.
_HOI_KIND = (
    r"(?:NCT|Người cao tuổi|Cựu chiến binh|CCB|Nông dân|Phụ nữ|Liên hiệp Phụ nữ|LHPN|Chữ thập đỏ"
    r"|Khuyến học|Luật gia|Nhà báo|Đông y|Làm vườn|Cựu giáo chức|Sinh viên|Thanh niên|Người mù"
    r"|Nạn nhân chất độc da cam/dioxin|Nạn nhân chất độc da cam|Bảo trợ)"
)
_LEVEL = (
    r"(?:các cấp|các huyện, (?:thị xã|thị)(?:,| và) thành phố|các huyện, thành phố, thị xã"
    r"|các xã, phường, (?:đặc khu|thị trấn)|các xã, phường|các xã|các phường"
    r"|các địa phương|cơ sở|cấp tỉnh|cấp huyện|cấp xã|địa phương|các tỉnh, thành phố"
    r"|các huyện, thành phố|các quận, huyện|các huyện|các tỉnh|tỉnh|thành phố|huyện|xã|phường)"
)
_STATE_FIELD = (
    r"(?:Công an|Quốc phòng|Y tế|Nội vụ|Tài chính|Tư pháp|Ngoại giao|Xây dựng|Công Thương"
    r"|Dân tộc và Tôn giáo|Giáo dục và Đào tạo|Khoa học và Công nghệ|Thông tin và Truyền thông"
    r"|Lao động(?:,| -| –)? Thương binh và Xã hội|LĐTB&XH|LĐ-TB&XH|Nông nghiệp và Môi trường"
    r"|Nông nghiệp và Phát triển nông thôn|Văn hóa, Thể thao và Du lịch|VHTT&DL"
    r"|Kế hoạch và Đầu tư|Giao thông vận tải|Tài nguyên và Môi trường)"
)
_STOP = (
    r"(?:báo cáo|thảo luận|phối hợp|tham mưu|chuẩn bị|tổ chức(?! -)|xây dựng"
    r"|đã|đang|sẽ|cần|phải|tiếp|có"
    r"|do|để|về|tại|trong|với|cho|khi|theo|là|được|bị|nêu|nhấn|phát biểu|chủ trì|dự"
    r"|tham dự|triển|thực"
    r"|đề nghị|yêu cầu|chỉ đạo|hướng|kiểm|gồm|nhằm|năm|ngày|từ|giao|chịu|tích|chủ|căn|vừa|cùng|làm"
    r"|rà soát|hoàn|tăng|đẩy|bám|nghiên|trình|khẩn|đề xuất|đôn đốc|quán triệt|tập trung)"
)

_HEADS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # Hội NCT tỉnh Bắc Giang; Trung ương Hội NCT Việt Nam; Hội NCT các huyện, thành phố.
        rf"\b(?:Trung ương |TW |Lãnh đạo )?Hội (?i:{_HOI_KIND})(?: Việt Nam)?(?:(?:{_OF_PLACE})+"
        rf"|\s+{_LEVEL}(?:\s+của\s+{_PLACE})?)?",
        r"\b(?:Trung ương|TW|TƯ) Hội\b(?: (?:NCT|Người cao tuổi))?(?: Việt Nam)?",
        rf"\b(?:Ban đại diện|BĐD|Ban Đại diện)(?: Hội)?(?: (?:NCT|Người cao tuổi))"
        rf"(?:(?:{_OF_PLACE})+|\s+{_LEVEL}(?:\s+của\s+{_PLACE})?)?",
        rf"\b(?:Chi hội|Tổ hội)(?: (?:NCT|Người cao tuổi))?(?:{_OF_PLACE})+",
        # Party and State.
        r"\b(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|Trung ương Đảng"
        r"|Quốc hội|Ủy ban Thường vụ Quốc hội|Thủ tướng Chính phủ|Chính phủ|Văn phòng Chính phủ"
        r"|Văn phòng Trung ương Đảng|Văn phòng Chủ tịch nước"
        r"|Đảng đoàn(?: Hội(?: NCT)?(?: Việt Nam)?)?"
        r"|các Ban Đảng(?: Trung ương)?)\b",
        rf"\b(?:Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy|Thị ủy)(?:(?:{_OF_PLACE})+"
        rf"|\s+(?:Công an Trung ương|khối [\wÀ-ỹ ]+?(?=[,.;])|{_PROPER}))?",
        rf"\b(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Ủy ban Nhân dân)(?:(?:{_OF_PLACE})+"
        rf"|\s+{_LEVEL})?",
        rf"\b(?:UBMTTQ|Ủy ban MTTQ|Ủy ban Mặt trận Tổ quốc|Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?"
        rf"(?:(?:{_OF_PLACE})+|\s+(?:các cấp|tỉnh|thành phố|huyện|xã))?",
        rf"\b(?:Bộ|Sở|Phòng) {_STATE_FIELD}(?:(?:{_OF_PLACE})+)?",
        rf"\bCông an(?: Nhân dân| nhân dân)?(?:{_OF_PLACE})+",
        # Bodies: the field after "Ban" up to a verb or a mark.
        r"\bBan (?:Chấp hành|Thường vụ|Kiểm tra|Thường trực|Tổ chức|Dân vận|Tuyên giáo|Nội chính"
        r"|Đối ngoại|Kinh tế|Chỉ đạo|Soạn thảo|Vận động|Biên tập|Giám đốc|Quản lý)"
        r"(?: lâm thời)?(?: (?:-|–) (?:Kiểm tra|Tuyên truyền|Tổng hợp|Pháp chế))?"
        r"(?: Trung ương(?: Hội)?| Trung ương Đảng)?(?: Hội NCT(?: Việt Nam)?| Hội)?"
        rf"(?:(?:{_OF_PLACE})+|\s+(?:Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy)|\s+{_LEVEL})?",
        r"\bBan (?:Chăm sóc|Phát huy|Công tác|Đại diện|Kinh tế|Chính sách|Thi đua|Pháp luật"
        r"|Truyền thông|Xã hội|Gia đình|Phong trào|Tuyên truyền)"
        rf"(?:(?:,| -| –| và)? (?!{_STOP}\b)(?:[a-zà-ỹđ]+|NCT|{_WORD})){{0,6}}?"
        r"(?: NCT| người cao tuổi)?(?=\s*[,.;:()|]|\s+(?:và\s+(?:Ban|Văn|cán)|" + _STOP + r")\b|$)",
        r"\bTiểu ban (?:[a-zà-ỹđ]+|" + _WORD + r")"
        rf"(?:(?: -| –|,)? (?!{_STOP}\b)(?:[a-zà-ỹđ]+|{_WORD})){{0,8}}?"
        r"(?=\s*[,.;:()|]|\s+" + _STOP + r"\b|$)",
        r"\bVăn phòng(?: (?:Trung ương Hội(?: NCT(?: Việt Nam)?)?|Hội NCT"
        rf"(?:{_OF_PLACE})*|Hội|Trung ương))?",
        r"\bThường trực(?: (?:Trung ương Hội|Hội NCT(?: Việt Nam)?|Hội|HĐND|Tỉnh ủy|Thành ủy))?"
        r"(?!\s+Ban Bí thư)",
        # Establishments.
        r"\b(?:Trung tâm|Nhà hát|Học viện|Viện|Bệnh viện|Nhà văn hóa|Trường|Công ty|Tập đoàn"
        r"|Ngân hàng|Tạp chí|Báo|Đài|Nhà xuất bản|Cục|Vụ|Tổng cục|Hiệp hội|Liên đoàn|Liên hiệp"
        r"|Tổng hội|Hội đồng|Quỹ)"
        rf" (?:{_WORD}|[a-zà-ỹđ]+(?= [\wÀ-ỹ, ]{{0,60}}(?:NCT|{_PLACE})))"
        rf"(?:(?:,| -| –| và)? (?!{_STOP}\b)(?:{_WORD}|(?:sóc|huy|vai|trò|phát|và|cao|tuổi|thi|hình"
        r"|nói|thanh|an|nhân|dân|truyền|điện|tử|bảo|vệ|người|sức|khỏe|xã|hội|lão|khoa)(?![\wÀ-ỹ])))*"
        rf"(?:{_OF_PLACE})*",
        rf"\b[Kk]ênh {_WORD}(?: (?:{_WORD}|[a-zà-ỹđ]+(?= {_WORD})))*",
        # Loose names that stand as owners.
        r"\b[Cc]ác Ban(?: chuyên môn)?(?! [A-ZĐ])\b",
        r"\b[Cc]ác Bộ,? ngành\b|\b[Cc]ác bộ,? ngành\b|\b[Cc]ác Tiểu ban\b|\b[Cc]ác cấp Hội\b",
        r"\b[Nn]gành (?:y tế|công an|giáo dục|văn hóa|lao động|bảo hiểm xã hội)\b",
        r"\b[Cc]ác hội(?: quần chúng)?(?! (?:nghị|thảo|viên|khỏe|đồng|thi|diễn|trường)\b)(?=\W)",
        r"\b[Cc]ấp ủy(?:,? (?:Đảng,? )?chính quyền)?(?: (?:các cấp|địa phương|các địa phương))?",
        r"\b[Cc]ác (?:địa phương|đơn vị|đoàn thể|ban, ngành(?:, đoàn thể)?|sở, ngành"
        r"|[Ss]ở,? (?:ban,? )?ngành(?:, đoàn thể)?(?: cấp tỉnh| tỉnh)?"
        r"|cơ quan chức năng|ban, bộ, ngành|cơ quan, đơn vị, địa phương|cơ quan, đơn vị)\b",
        r"\b(?:[Cc]ác )?doanh nghiệp\b(?! (?:tư|nhà|nhỏ))",
        r"\b[Cc]án bộ, (?:nhân viên|chuyên viên|công chức|người lao động) (?:toàn )?cơ quan\b",
        r"\b[Hh]ội NCT\b",
    )
)


def units_in(text: str, known: Iterable[Known] = ()) -> list[Span]:
    """Return the units named in a text; those the system knows carry who they are."""
    listed = {plain_name(one.name): one for one in known}
    found = longest([*_by_head(text), *_by_name(text, listed.values())])
    return [_recognised(span, listed) for span in found]


def _recognised(span: Span, listed: dict[str, Known]) -> Span:
    one = listed.get(plain_name(span.words))
    if one is None:
        return span
    return Span(span.start, span.end, span.words, {one.kind: one.key, "name": one.name})


def _by_head(text: str) -> Iterator[Span]:
    for pattern in _HEADS:
        for match in pattern.finditer(text):
            words = match.group().rstrip(" ,-–")
            if not _is_other(text, match.start(), words):
                yield Span(match.start(), match.start() + len(words), words)


def _is_other(text: str, start: int, words: str) -> bool:
    """A conference, a contest or a fund of something is not a unit."""
    after = text[start + len(words) : start + len(words) + 10]
    if words in ("Hội", "Ban", "Văn phòng") and after.lstrip()[:1].islower():
        return words == "Hội"
    return words.startswith(("Quỹ đạo", "Trường hợp", "Báo cáo", "Viện trợ", "Đài sen"))


def _by_name(text: str, known: Iterable[Known]) -> Iterator[Span]:
    for one in known:
        if len(one.name) < 6 or one.kind == "person":
            continue
        for name in {one.name, one.name.replace("Người cao tuổi", "NCT")}:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield Span(match.start(), match.end(), match.group())
