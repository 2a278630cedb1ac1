"""Telling a person's line from totals, sections, repeated heads and signatures."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bongca.core.text import fold, nfc
from bongca.core.workbooks.workbook import Cell, Line
from bongca.rolls.ingest.cells import group_name, text_of
from bongca.rolls.ingest.gone import says_outside
from bongca.rolls.ingest.headings import plain_heading
from bongca.rolls.ingest.tables import Table, is_column_numbers, is_head
from bongca.rolls.rules.fields import Field

SAMPLE = 2_000


class LineKind(StrEnum):
    """What a line of a list is."""

    PERSON = "person"
    TOTAL = "total"
    SECTION = "section"
    HEAD = "head"
    SIGNATURE = "signature"
    ONLY_NUMBER = "only_number"
    REMARK = "remark"


IGNORED_REASONS = {
    LineKind.SECTION: "Dòng ghi tên tổ, chi hội hoặc thôn.",
    LineKind.HEAD: "Dòng đề mục.",
    LineKind.SIGNATURE: "Dòng chữ ký hoặc ghi chú cuối danh sách.",
    LineKind.ONLY_NUMBER: "Dòng chỉ có số thứ tự.",
    LineKind.REMARK: "Dòng chữ riêng, không có tên người.",
}

_TOTAL = re.compile(
    r"^(?:tong(?: cong| so|:|\s*\d|$)|cong(?:\s*:|\s*\d|$| trang| to| chi hoi| cong| mang)|"
    r"mang sang|an dinh|danh sach (?:nay )?(?:co|gom)|trong do\b|tong hop|"
    r"(?:nam|nu)\s*:?\s*\d+\s*(?:nguoi|dc|hv|$))"
)
_SIGNATURE = re.compile(
    r"^(?:nguoi lap|nguoi ghi|lap bieu|tm\b|t/m|thay mat|chi hoi truong|to truong|pho chi hoi|"
    r"chu tich|truong thon|truong khu|truong ban|bi thu|xac nhan|\(?ky\b|noi nhan|k/?t\b|thu ky|"
    r"bch\b|ban chap hanh|ghi chu\s*:|luu y\s*:|\*)|ngay[\s\d.…_]*thang[\s\d.…_]*nam\b"
)
_SECTION_LEAD = re.compile(r"^(?:(?:[ivx]+|[a-h]|\d{1,2})[\s./):-]+)?")
_SECTION = re.compile(
    r"^(?:to hoi\b|to (?:so )?\d|chi hoi\b|thon\b|xom\b|ap\b|khu\b|ban\b|tdp\b|to dan pho\b|"
    r"khoi\b|buon\b|lang\b|nhom \d|phan hoi\b)"
)
_GROUP_IN = re.compile(r"\b(?:to(?: hoi| nct)?|phan hoi|nhom)\s*(?:so\s*)?0*(\d{1,2}[a-z]?)\b")
# Of two words in a row the second tells a person from a place: Bàn Thị Mùi, Ban Văn Lả.
_MIDDLE_NAMES = frozenset({"thi", "van", "duc", "huu", "xuan", "quang", "dinh", "tien", "ngoc"})
_TITLE_WORDS = re.compile(
    r"\b(?:danh sach|hoi vien|nguoi cao tuoi|cong hoa xa hoi|doc lap tu do|doc lap -|uy ban|"
    r"mat tran|ban chap hanh|trang \d|tiep theo|nam 20\d\d)\b"
)
_HEADINGS_OF_NAMES = frozenset({"ho ten", "ho va ten", "ho va ten hoi vien", "ten hoi vien"})
_HAMLET = re.compile(r"^(?:thon|xom|ap|khu|ban|tdp|to dan pho|khoi|buon|lang)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the lines below a section belong, as the sheet says it."""

    branch: str = ""
    group: str = ""
    hamlet: str = ""


@dataclass(slots=True)
class LineSorter:
    """Sorts the lines of one table in order; remembers that the signatures have begun."""

    table: Table
    columns: dict[Field, int]
    ended: bool = False
    is_numbered: bool = False
    is_factual: bool = False

    def __post_init__(self) -> None:
        """Learn what nearly every line of this list has: a number, something of a person."""
        lines = self.table.body[:SAMPLE]
        most = max(1, len(lines) * 3 // 4)
        self.is_numbered = sum(map(self.numbered, lines)) >= most
        self.is_factual = sum(map(self.facts, lines)) >= most

    def stands_alone(self, line: Line) -> bool:
        """Say whether a line has neither the number nor the facts that the other lines have."""
        if self.facts(line) or self.numbered(line):
            return False
        return self.is_numbered or self.is_factual

    def kind_of(self, line: Line) -> LineKind:
        if is_column_numbers(line) or self._is_head_again(line) or self._is_bare_head(line):
            self.ended = False
            return LineKind.HEAD
        texts = [
            fold(text_of(cell)) for cell in line.cells if isinstance(cell, str) and cell.strip()
        ]
        facts = self.facts(line)
        if not texts and not facts and not self._has_name(line):
            return LineKind.ONLY_NUMBER
        if not facts:
            told = self._told(line, texts)
            if told:
                return told
        self.ended = False
        return LineKind.PERSON

    def _told(self, line: Line, texts: list[str]) -> LineKind | None:
        """Judge a line on which nothing of a person but words stands."""
        numbered = self.numbered(line)
        if any(_TOTAL.match(text) for text in texts[:2]):
            return LineKind.TOTAL
        if not numbered and any(_SIGNATURE.search(text) for text in texts):
            self.ended = True
            return LineKind.SIGNATURE
        if len(texts) <= 2 and section_of(_last_text(line)) and not (numbered and len(texts) > 1):
            return LineKind.SECTION
        if self.ended and not numbered:
            return LineKind.SIGNATURE
        if not numbered and any(_TITLE_WORDS.search(text) for text in texts):
            return LineKind.REMARK
        if not numbered and len(texts) == 1 and says_outside(_last_text(line)):
            return LineKind.REMARK
        alone = len([cell for cell in line.cells if text_of(cell)]) == 1
        return LineKind.REMARK if alone and not self._has_name(line) else None

    def _is_head_again(self, line: Line) -> bool:
        if is_head(line):
            return True
        own = [fold(heading.own) for heading in self.table.headings]
        texts = [fold(text_of(line.cell(at))) for at in range(len(own))]
        filled = [at for at, text in enumerate(texts) if text]
        same = [at for at in filled if texts[at] == own[at]]
        return len(same) >= 2 and len(same) * 2 > len(filled)

    def _is_bare_head(self, line: Line) -> bool:
        """A list of nothing but names has a head of one word over it."""
        texts = [plain_heading(text) for cell in line.cells if (text := text_of(cell))]
        return len(texts) == 1 and texts[0] in _HEADINGS_OF_NAMES

    def _cell(self, line: Line, field: Field) -> Cell:
        return line.cell(self.columns[field]) if field in self.columns else ""

    def _has_name(self, line: Line) -> bool:
        return any(
            isinstance(self._cell(line, field), str) and text_of(self._cell(line, field))
            for field in (Field.NAME, Field.GIVEN, Field.FAMILY_MIDDLE)
        )

    def numbered(self, line: Line) -> bool:
        return bool(re.fullmatch(r"\d{1,5}[.)]?", text_of(self._cell(line, Field.NUMBER))))

    def facts(self, line: Line) -> bool:
        """Say whether the line holds anything only a person has."""
        dated = (
            Field.BIRTH,
            Field.BIRTH_YEAR,
            Field.BIRTH_MALE,
            Field.BIRTH_FEMALE,
            Field.CITIZEN_ID,
            Field.PHONE,
            Field.JOINED,
        )
        if any(_is_fact(self._cell(line, field)) for field in dated):
            return True
        return self._has_name(line) and fold(text_of(self._cell(line, Field.SEX))) in {"nam", "nu"}


def _last_text(line: Line) -> str:
    """The last words of a line with their marks, by which a place differs from a person."""
    return [text_of(cell) for cell in line.cells if isinstance(cell, str) and cell.strip()][-1]


def begins_a_part(text: str) -> bool:
    """Say whether a line opens a new part of a list: II. Hội viên mới, B) …"""
    lead = _SECTION_LEAD.match(fold(text))
    return lead is not None and bool(lead.group())


def _is_fact(cell: Cell) -> bool:
    """A sum under a column of years (45, 184) is not a date of anybody."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell >= 1850
    return bool(re.search(r"\d{4}|\d{1,2}[/.\-]\d", text_of(cell))) and len(text_of(cell)) <= 40


def section_of(text: str) -> Place | None:
    """Read a section line such as “II. Tổ hội số 2” or “CHI HỘI THÔN ĐÔNG”."""
    clean = nfc(text)
    folded = fold(clean)
    lead = _SECTION_LEAD.match(folded)
    rest = folded[lead.end() :] if lead else folded
    if not _SECTION.match(rest) or len(rest) > 80 or _is_a_person(clean, rest):
        return None
    shown = clean[len(clean) - len(rest) :].strip(" .:-") if len(clean) == len(folded) else clean
    shown = re.sub(r"\s*[(:–-]\s*\d+\s*(?:người|hội viên|hv).*$", "", shown, flags=re.IGNORECASE)
    group = _GROUP_IN.search(rest)
    found = Place(group=f"Tổ {group[1].upper()}" if group else "")
    if rest.startswith("chi hoi"):
        return replace(found, branch=shown)
    if _HAMLET.match(rest):
        return replace(found, hamlet=shown)
    return found if group else Place(group=group_name(shown))


def _is_a_person(clean: str, rest: str) -> bool:
    """Bàn and Lang are families of the highlands; without their marks they read as bản and làng."""
    words = rest.split()
    if len(words) > 1 and words[1] in _MIDDLE_NAMES:
        return True
    first = clean[len(clean) - len(rest) :].lower().split()[0] if len(clean) >= len(rest) else ""
    is_unclear = words[0] in {"ban", "lang"} and not clean.isascii()
    return is_unclear and first not in {"bản", "làng"}


def place_of_title(lines: tuple[Line, ...]) -> Place:
    """Take the tổ hội from the title above a list, when exactly one is named there."""
    texts = [fold(text_of(cell)) for line in lines for cell in line.cells if isinstance(cell, str)]
    found = {match[1].upper() for text in texts for match in _GROUP_IN.finditer(text)}
    return Place(group=f"Tổ {found.pop()}") if len(found) == 1 else Place()
