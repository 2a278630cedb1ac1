"""Papers cited in a text: by symbol, by number, or by the congress or plenum that passed them."""

import re
from collections.abc import Iterator
from typing import Final

from bongca.core.citations import TYPE_NAMES, parse_symbol
from bongca.meetings.rules.spans import Span, longest

_TYPES: Final = sorted(
    {*TYPE_NAMES.values(), "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Công ước", "Lệnh"},
    key=len,
    reverse=True,
)
_TYPE = "|".join(_TYPES)
_BY_NUMBER = "Nghị quyết|Quyết định|Chỉ thị|Đề án|Nghị định|Thông tư|Kết luận|Quy định|Luật"
_CODE = r"[A-ZĐƯƠÂÊÔĂ][A-Za-zĐđƯưƠơÂâÊêÔôĂăÀ-ỹ]*\d{0,3}"
_DASH = r"\s?[-–]\s?"
_STATE = rf"\d{{1,6}}[a-zđ]?\s?/\s?(?:\d{{4}}\s?/\s?)?{_CODE}(?:{_DASH}{_CODE})*"
_PARTY = rf"\d{{1,6}}[a-zđ]?{_DASH}{_CODE}\s?/\s?{_CODE}"
_SYMBOL = rf"(?:{_STATE}|{_PARTY})"
_MORE = r"(?:\s+[a-zà-ỹđ]+){0,3}?"
_TAIL = r"(?:\s+ngày\s+\d{1,2}(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"

_FORMS: Final = (
    re.compile(rf"(?:\b(?:{_TYPE}){_MORE}\s+)?(?:[Ss]ố:?\s+)?(?<![\w/.-])({_SYMBOL}){_TAIL}"),
    re.compile(
        rf"\b(?:(?:{_TYPE})\s+số|(?:{_BY_NUMBER})(?:\s+số)?)\s+\d{{1,5}}(?![\d/.,-]*\d|\w)(?!\s+(?:ngày(?!\s+\d)|tháng|năm))"
    ),
    re.compile(
        rf"\b(?:{_TYPE})\s+(?:Hội nghị\s+)?(?:Trung ương|Đại hội)(?:\s+Đảng)?(?:\s+(?:lần thứ\s+)?"
        r"(?:[IVXL]+|\d{1,2})\b|\s+nhiệm kỳ(?:\s+\d{4}\s?[-–]\s?\d{4})?)"
        r"(?:\s+(?:của\s+)?(?:Đảng|Hội (?:NCT|Người cao tuổi)(?: Việt Nam)?|hội)\b)?"
    ),
    re.compile(
        r"\b(?:Chương trình|Chiến lược|Đề án|Kế hoạch)\s+(?:[Hh]ành động\s+)?[Qq]uốc gia"
        r"(?:\s+về\s+[A-ZĐ][\wÀ-ỹ]*(?:\s+[a-zà-ỹđ]+){0,2})?"
    ),
    re.compile(r"\b(?:Luật|Bộ luật|Pháp lệnh)\s+[A-ZĐ][\wÀ-ỹ]*(?:\s+[a-zà-ỹđ]+){1,4}?(?=[\s,.;])"),
    re.compile(
        r"\b(?:Quy chế|Quy định|Hướng dẫn|Điều lệ|Nghị quyết|Chỉ thị|Quyết định|Kết luận)\s+về\s+"
        r"(?:[\wÀ-ỹ]+\s+){1,14}?[\wÀ-ỹ]+(?=\s+(?:vừa|được|đã|do|của Ban|để|nhằm)\b|\s*[,.;:)])"
    ),
    re.compile(
        rf"\b(?:{_TYPE})\s+(?:của\s+[^“\"”.;,]{{2,60}}\s+)?về\s+[“\"][^“\"”\n]{{5,250}}[”\"]"
    ),
    re.compile(r"\bĐiều lệ\s+Hội(?:\s+(?:NCT|Người cao tuổi))?(?:\s+Việt Nam)?"),
)


def papers_in(text: str) -> list[Span]:
    """Return the papers cited in a text, each with the symbol read from it where there is one."""
    return longest(_found(text))


def _found(text: str) -> Iterator[Span]:
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            symbol = parse_symbol(match.group())
            meaning = {"symbol": symbol.written} if symbol else {}
            yield Span(match.start(), match.end(), match.group(), meaning)
