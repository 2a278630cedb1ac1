"""Reading the cells of one person's line."""

import datetime as dt
from collections.abc import Mapping

from bongca.core.dates import PartialDate
from bongca.core.text import fold
from bongca.core.workbooks.workbook import Cell, Line
from bongca.rolls.ingest.cells import (
    is_marked,
    read_birth,
    read_joined,
    read_sex,
    text_of,
)
from bongca.rolls.ingest.gone import says_gone
from bongca.rolls.ingest.identity import KnownPerson, read_citizen_id, read_phone
from bongca.rolls.ingest.names import read_name
from bongca.rolls.ingest.swapped import swapped
from bongca.rolls.rules.fields import Field
from bongca.rolls.rules.problems import Problem, notice, question, unreadable

_TELLS_STATE = (Field.NOTES, Field.SKIP, Field.POSITION, Field.MEMBER_KIND)
_SEXES_OF_BIRTH = ((Field.BIRTH_MALE, "m"), (Field.BIRTH_FEMALE, "f"))
_MARKS = ((Field.MALE_MARK, "m"), (Field.FEMALE_MARK, "f"))


class PersonLine:
    """One line, its columns by meaning, and the problems met while reading it."""

    def __init__(
        self, line: Line, mapping: Mapping[int, Field], columns: Mapping[Field, int], today: dt.date
    ) -> None:
        self.line = line
        self.mapping = mapping
        self.columns = columns
        self.today = today
        self.problems: list[Problem] = []

    def cell(self, field: Field) -> Cell:
        return self.line.cell(self.columns[field]) if field in self.columns else ""

    def text(self, field: Field) -> str:
        """Give the text of a field; several columns of one meaning are joined."""
        columns = [at for at, meaning in sorted(self.mapping.items()) if meaning == field]
        return ", ".join(filter(None, (text_of(self.line.cell(at)) for at in columns)))

    def name(self) -> str:
        parts = [self.cell(field) for field in (Field.FAMILY_MIDDLE, Field.GIVEN)]
        typed = self.cell(Field.NAME)
        if Field.NAME not in self.columns:
            typed = " ".join(filter(None, map(text_of, parts)))
        elif Field.GIVEN in self.columns:
            typed = " ".join(filter(None, [text_of(typed), text_of(parts[1])]))
        name, problems = read_name(typed)
        if not name:
            problems = [unreadable("name_missing", f"Ô họ tên để trống, chỉ có “{self.rest()}”.")]
        self.problems += problems
        return name

    def rest(self) -> str:
        """What the line says besides its number, shortly."""
        number = self.columns.get(Field.NUMBER)
        cells = [text_of(cell) for at, cell in enumerate(self.line.cells) if at != number]
        shown = ", ".join(filter(None, cells))
        return shown if len(shown) <= 60 else shown[:57] + "…"

    def birth(self, sex: str, swap: bool | None) -> tuple[PartialDate | None, str]:
        """Read the birth date from whichever columns hold it, and the sex it may stand under."""
        if Field.BIRTH_MALE in self.columns or Field.BIRTH_FEMALE in self.columns:
            return self._birth_under_sex(sex)
        if Field.BIRTH_YEAR in self.columns and Field.BIRTH not in self.columns:
            return self._kept_birth(self._joined_parts()), sex
        cell = self.cell(Field.BIRTH)
        birth = self._kept_birth(cell)
        if birth and isinstance(cell, dt.date) and birth.day != birth.month and swap is not False:
            birth = self._unswapped(birth, swap)
        return birth, sex

    def _kept_birth(self, cell: Cell) -> PartialDate | None:
        birth, problems = read_birth(cell, self.today)
        self.problems += problems
        return birth

    def _unswapped(self, birth: PartialDate, swap: bool | None) -> PartialDate:
        if swap:
            return swapped(birth)
        other = swapped(birth)
        reason = f"{birth.display()} hay {other.display()}? Excel có thể đã đổi chỗ ngày và tháng."
        guesses = (birth.iso(), other.iso())
        self.problems.append(question("date_maybe_swapped", reason, "birth", guesses))
        return birth

    def _joined_parts(self) -> Cell:
        year = self.cell(Field.BIRTH_YEAR)
        parts = [text_of(self.cell(field)) for field in (Field.BIRTH_DAY, Field.BIRTH_MONTH)]
        if not any(parts) or not text_of(year):
            return year
        if "/" in parts[0] and not parts[1]:  # “Ngày tháng” in one column, “Năm” in the next
            return f"{parts[0]}/{text_of(year)}"
        return "/".join([part or "0" for part in parts] + [text_of(year)])

    def _birth_under_sex(self, sex: str) -> tuple[PartialDate | None, str]:
        filled = [(self.cell(f), s) for f, s in _SEXES_OF_BIRTH if text_of(self.cell(f))]
        if len(filled) == 2:
            reason = "Cả hai cột năm sinh nam và nữ đều có số."
            self.problems.append(question("birth_twice", reason, "sex", ("m", "f")))
            return self._kept_birth(filled[0][0]), sex
        if not filled:
            return self._kept_birth(""), sex
        cell, under = filled[0]
        if sex and sex != under:
            reason = "Cột nam, nữ khác với cột ghi năm sinh."
            self.problems.append(question("sex_twice", reason, "sex", ("m", "f")))
            return self._kept_birth(cell), ""
        if fold(text_of(cell)) in {"x", "v"}:
            return self._kept_birth(""), under
        return self._kept_birth(cell), under

    def sex(self) -> str:
        if Field.SEX in self.columns:
            sex, problems = read_sex(self.cell(Field.SEX))
            self.problems += problems
            return sex
        marked = [s for f, s in _MARKS if f in self.columns and is_marked(self.cell(f))]
        if len(marked) == 1:
            return marked[0]
        if len(marked) == 2:
            reason = "Cả nam và nữ đều được đánh dấu."
            self.problems.append(question("sex_twice", reason, "sex", ("m", "f")))
            return ""
        only = [s for f, s in _MARKS if f in self.columns]
        # With one column of marks the unmarked are the others; the officer chose it knowing that.
        return {"m": "f", "f": "m"}[only[0]] if len(only) == 1 else ""

    def citizen_id(self, sex: str, birth: PartialDate | None) -> str:
        known = KnownPerson(sex, birth.year if birth else None)
        number, problems = read_citizen_id(self.cell(Field.CITIZEN_ID), known)
        self.problems += problems
        return number

    def phone(self) -> str:
        number, problems = read_phone(self.cell(Field.PHONE))
        self.problems += problems
        return number

    def joined(self, birth: PartialDate | None) -> PartialDate | None:
        joined, problems = read_joined(self.cell(Field.JOINED), self.today)
        self.problems += problems
        if joined and birth and joined.year - birth.year < 40:
            reason = f"Vào Hội năm {joined.year}, lúc {joined.year - birth.year} tuổi."
            self.problems.append(notice("joined_young", reason, "joined"))
        return joined

    def notes(self) -> str:
        """Give the notes with what was set apart from other cells; ask about those who left."""
        notes = self.text(Field.NOTES)
        aside = [p.guesses[0] for p in self.problems if p.code in {"name_bracket", "phone_several"}]
        told = [self.text(Field.DIED), *filter(says_gone, [*self._told(), *aside])]
        gone = next(filter(None, told), "")
        if gone:
            reason = f"Có ghi “{gone}”. Người này còn sinh hoạt không?"
            self.problems.append(question("maybe_gone", reason, "status", ("skip", "keep")))
        return "; ".join(filter(None, [notes, *aside]))

    def _told(self) -> list[str]:
        """The cells of the line that may say whether somebody is still a member."""
        columns = [at for at, meaning in sorted(self.mapping.items()) if meaning in _TELLS_STATE]
        return [text_of(self.line.cell(at)) for at in columns]
