"""Whether a row is somebody the register already has: the same, another, or to be asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from uuid import UUID

from bongca.core.dates import PartialDate
from bongca.core.text import name_keys, nfc
from bongca.rolls.rules.problems import Problem, question
from bongca.rolls.rules.rows import RollRow


class Likeness(StrEnum):
    """How a row stands to the register."""

    NEW = "new"
    SAME = "same"
    AGAIN = "again"  # known as a person, but no member: written onto the same person
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the register, as far as likeness needs."""

    person_id: UUID
    full_name: str
    match_key: str
    search_name: str
    birth: PartialDate | None
    sex: str
    status: str
    status_words: str
    unit_id: int
    unit_name: str
    branch_id: int = 0
    has_same_number: bool = False
    has_other_number: bool = False

    @property
    def words(self) -> str:
        born = f", sinh {self.birth.display()}" if self.birth else ""
        return f"{self.full_name}{born}, {self.unit_name}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, whom it concerns and what to ask."""

    likeness: Likeness
    candidate: Candidate | None = None
    problem: Problem | None = None


NOBODY = Verdict(Likeness.NEW)
MEMBER, TRANSFERRING, NOT_MEMBER = "member", "transferring", "not_member"


def verdict(
    row: RollRow,
    unit_id: int | None,
    candidates: Iterable[Candidate],
    branch_id: int | None = None,
) -> Verdict:
    """Judge a row against the persons of the same name or number.

    Sure only where everything the row says is the same, or the identity number is and the name
    does not speak against it; whatever is less is asked, never decided.
    """
    keys = name_keys(row.full_name)
    alike = []
    for one in candidates:
        same_name = one.match_key == keys.match_key
        if one.has_same_number or same_name or one.search_name == keys.search_name:
            kind = _likeness(row, unit_id, one, same_name)
            is_elsewhere = branch_id and one.branch_id and branch_id != one.branch_id
            if kind == Likeness.SAME and is_elsewhere:  # moved, or a namesake of another village
                kind = Likeness.ASK
            if kind != Likeness.NEW:
                alike.append((kind, one))
    sure = [pair for pair in alike if pair[0] == Likeness.SAME]
    if len(sure) == 1:
        return _for_status(row, sure[0][1])
    if alike:
        return Verdict(Likeness.ASK, alike[0][1], _ask(row, alike[0][1], unit_id))
    return NOBODY


def _likeness(row: RollRow, unit_id: int | None, one: Candidate, same_name: bool) -> Likeness:
    if one.has_same_number:
        return Likeness.SAME if same_name else Likeness.ASK
    births = (row.birth, one.birth)
    if births[0] is None or births[1] is None:
        return Likeness.ASK if same_name else Likeness.NEW
    if not _may_be_one_day(births[0], births[1]):
        return Likeness.NEW
    if row.sex and one.sex and row.sex != one.sex:
        return Likeness.NEW
    whole_day = births[0] == births[1] and births[0].day is not None
    all_equal = (
        births[0] == births[1]
        and nfc(row.full_name) == one.full_name
        and row.sex == one.sex
        and unit_id == one.unit_id
    )
    if one.has_other_number:
        return Likeness.ASK
    return Likeness.SAME if same_name and (whole_day or all_equal) else Likeness.ASK


def _may_be_one_day(one: PartialDate, other: PartialDate) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _for_status(row: RollRow, one: Candidate) -> Verdict:
    if one.status in (MEMBER, TRANSFERRING):
        return Verdict(Likeness.SAME, one)
    if one.status == NOT_MEMBER:
        return Verdict(Likeness.AGAIN, one)
    reason = f"Trong sổ ghi {one.words}: {one.status_words.lower()}. Có phải là một người không?"
    return Verdict(Likeness.ASK, one, question("maybe_same", reason, "person"))


def _ask(row: RollRow, one: Candidate, unit_id: int | None) -> Problem:
    also = []
    if row.birth and one.birth and row.birth == one.birth:
        also.append(f"cũng sinh {'năm ' if one.birth.month is None else ''}{one.birth.display()}")
    elif one.birth:
        also.append(f"sinh {'năm ' if one.birth.month is None else ''}{one.birth.display()}")
    also.append(f"{'cũng ở' if unit_id == one.unit_id else 'ở'} {one.unit_name}")
    told = ", ".join(also)
    reason = f"Trong sổ đã có {one.full_name}, {told}. Có phải là một người không?"
    if one.has_same_number:
        reason = f"Số định danh này trong sổ là của {one.words}. Có phải là một người không?"
    return question("maybe_same", reason, "person")


def ask_twins(rows: Sequence[RollRow]) -> list[RollRow]:
    """Ask about rows of one file that may be one person written twice."""
    by_number: dict[str, RollRow] = {}
    by_name: dict[str, dict[int, list[RollRow]]] = {}
    result = []
    for row in rows:
        if not row.is_readable:
            result.append(row)
            continue
        by_year = by_name.setdefault(name_keys(row.full_name).search_name, {})
        year = row.birth.year if row.birth else 0
        near = [*by_year.get(year, ()), *by_year.get(0, ())] if year else chain(*by_year.values())
        seen = by_number.get(row.citizen_id) if row.citizen_id else None
        seen = seen or next((one for one in near if _may_be_twins(one, row)), None)
        by_year.setdefault(year, []).append(row)
        if row.citizen_id:
            by_number.setdefault(row.citizen_id, row)
        result.append(row.asking(_asked_twice(row, seen)) if seen else row)
    return result


def _asked_twice(row: RollRow, seen: RollRow) -> Problem:
    born = f", sinh {seen.birth.display()}" if seen.birth else ""
    where = f" trang {seen.sheet}" if seen.sheet != row.sheet else ""
    reason = f"Dòng {seen.line}{where} cũng ghi {seen.full_name}{born}. Có phải là một người không?"
    return question("twice_in_file", reason, "person")


def _may_be_twins(one: RollRow, other: RollRow) -> bool:
    """Judge two rows whose names are equal but for their marks."""
    if one.citizen_id and other.citizen_id:
        return False  # two numbers are two people; one number was found already
    if one.sex and other.sex and one.sex != other.sex:
        return False
    if not _may_be_one_name(one.full_name, other.full_name):
        return False
    births = (one.birth, other.birth)
    if births[0] and births[1]:
        if not _may_be_one_day(births[0], births[1]):
            return False
        if births[0] == births[1] and births[0].day:
            return True  # wherever they live
    if (one.branch, one.hamlet) != (other.branch, other.hamlet):
        return False
    return not (one.group and other.group) or one.group == other.group


def _may_be_one_name(one: str, other: str) -> bool:
    """Two written names are equal, or one of them was written without any marks."""
    return name_keys(one).match_key == name_keys(other).match_key or (
        one.isascii() or other.isascii()
    )
