"""Citations: a deciding paper as it was written, and what can be read from its symbol.

The text as typed is always kept; a symbol of an unknown form is still a citation (domain.md 6.4).
"""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from bongca.core.text import nfc

# Types of papers by their sign: Nghị định 30/2020 Phụ lục III, then those of the State and the
# Party, then what is really written though no rule names it (CV, KHPH, QyĐ without its capital).
TYPE_NAMES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "PL": "Pháp lệnh",
    "KL": "Kết luận",
    "ĐL": "Điều lệ",
    "CV": "Công văn",
    "KHPH": "Kế hoạch phối hợp",
    "CTPH": "Chương trình phối hợp",
    "QCPH": "Quy chế phối hợp",
}
_TYPES = {sign.upper(): sign for sign in TYPE_NAMES}

_CODE = r"[A-ZĐƯƠÂÊÔĂ][A-Za-zĐđƯưƠơÂâÊêÔôĂă]*\d{0,3}"
_DASH = r"\s*[-–]\s*"
_NUMBER = r"(?<![\w/.-])(?P<number>\d{1,6})(?P<suffix>[a-zđ]?)"
_BY_STATE = re.compile(
    rf"{_NUMBER}\s*/\s*(?:(?P<year>\d{{4}})\s*/\s*)?(?P<codes>{_CODE}(?:{_DASH}{_CODE})*)"
)
_BY_PARTY = re.compile(rf"{_NUMBER}{_DASH}(?P<type>{_CODE})\s*/\s*(?P<codes>{_CODE})")

_DAY = re.compile(
    r"ngày\s+(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<y>\d{4})"
    r"|\(\s*(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4})\s*\)",
    re.IGNORECASE,
)
_ISSUER = re.compile(r"\bcủa\s+(?P<issuer>.+?)(?=\s+(?:về|V/v|v/v|quy định|ban hành)\b|[,;.]|$)")


class Style(StrEnum):
    """Whose rules a symbol was written by."""

    STATE = "state"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A number and its signs: `type_sign` is empty for a công văn by Nghị định 30.

    `codes` are the signs of issuers, bodies and departments in the order written; a joint paper
    has one for each issuer. `written` is the symbol as one token, tidied of spaces.
    """

    written: str
    number: int
    type_sign: str
    codes: tuple[str, ...]
    style: Style
    year: int | None = None

    @property
    def type_name(self) -> str:
        """Name of the type of paper, empty when the symbol does not tell."""
        return TYPE_NAMES.get(self.type_sign, "")


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper as cited: the text as typed, and what was understood of it."""

    raw: str
    symbol: Symbol | None = None
    on: datetime.date | None = None
    issuer: str = ""


def parse_symbol(text: str) -> Symbol | None:
    """Read the first symbol in a text, in any form of domain.md 6.4; None when there is none."""
    clean = nfc(text)
    found = [match for match in (_BY_STATE.search(clean), _BY_PARTY.search(clean)) if match]
    if not found:
        return None
    match = min(found, key=lambda one: one.start())
    return _party_symbol(match) if match.re is _BY_PARTY else _state_symbol(match)


def parse_citation(text: str) -> Citation:
    """Read a citation such as "Quyết định số 85/QĐ-HNCT ngày 10/5/2022 của Trung ương Hội"."""
    clean = nfc(text)
    issuer = _ISSUER.search(clean)
    return Citation(
        raw=text,
        symbol=parse_symbol(clean),
        on=_day_in(clean),
        issuer=issuer["issuer"].strip() if issuer else "",
    )


def _state_symbol(match: re.Match[str]) -> Symbol:
    codes = _split(match["codes"])
    type_sign = _TYPES.get(codes[0].upper(), "")
    year = f"{match['year']}/" if match["year"] else ""
    return Symbol(
        written=f"{match['number']}{match['suffix']}/{year}{'-'.join(codes)}",
        number=int(match["number"]),
        type_sign=type_sign,
        codes=codes[1:] if type_sign else codes,
        style=Style.STATE,
        year=int(match["year"]) if match["year"] else None,
    )


def _party_symbol(match: re.Match[str]) -> Symbol:
    sign = match["type"]
    return Symbol(
        written=f"{match['number']}{match['suffix']}-{sign}/{match['codes']}",
        number=int(match["number"]),
        type_sign=_TYPES.get(sign.upper(), sign),
        codes=(match["codes"],),
        style=Style.PARTY,
    )


def _split(codes: str) -> tuple[str, ...]:
    return tuple(re.split(_DASH, codes))


def _day_in(text: str) -> datetime.date | None:
    match = _DAY.search(text)
    if match is None:
        return None
    day, month, year = (
        match["d"] or match["d2"],
        match["m"] or match["m2"],
        match["y"] or match["y2"],
    )
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
