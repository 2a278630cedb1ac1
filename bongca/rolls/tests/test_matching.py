from dataclasses import replace
from uuid import uuid4

import pytest

from bongca.core.dates import PartialDate
from bongca.core.text import name_keys
from bongca.rolls.rules.matching import Candidate, Likeness, ask_twins, verdict
from bongca.rolls.rules.rows import RollRow

UNIT, ELSEWHERE = 7, 8


def candidate(name: str, birth: str, sex: str = "m", **changes: object) -> Candidate:
    keys = name_keys(name)
    one = Candidate(
        uuid4(), name, keys.match_key, keys.search_name,
        PartialDate.from_iso(birth) if birth else None,
        sex, "member", "Đang sinh hoạt", UNIT, "Tổ hội 2",
    )  # fmt: skip
    return replace(one, **changes)  # type: ignore[arg-type]  # any field


def row(name: str, birth: str, sex: str = "m", **changes: object) -> RollRow:
    date = PartialDate.from_iso(birth) if birth else None
    one = RollRow("", 3, (), full_name=name, birth=date, sex=sex)
    return replace(one, **changes)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    ("of_row", "of_register", "likeness"),
    [
        # everything the same
        (row("Nguyễn Văn Hòa", "1951-03-12"), candidate("Nguyễn Văn Hòa", "1951-03-12"), "same"),
        (row("Nguyễn Văn Hòa", "1951"), candidate("Nguyễn Văn Hòa", "1951"), "same"),
        # one spelling of a name and a whole day
        (row("Nguyễn Văn Hòa", "1951-03-12"), candidate("Nguyễn Văn Hoà", "1951-03-12"), "same"),
        # only the year, and another spelling or another group
        (row("Nguyễn Văn Hòa", "1951"), candidate("Nguyễn Văn Hoà", "1951"), "ask"),
        (row("Nguyễn Văn Hòa", "1951"), candidate("Nguyễn Văn Hòa", "1951", unit_id=9), "ask"),
        # more is known on one side
        (row("Nguyễn Văn Hòa", "1951"), candidate("Nguyễn Văn Hòa", "1951-03-12"), "ask"),
        (row("Nguyễn Văn Hòa", ""), candidate("Nguyễn Văn Hòa", "1951-03-12"), "ask"),
        # without marks
        (row("Nguyen Van Hoa", "1951-03-12"), candidate("Nguyễn Văn Hòa", "1951-03-12"), "ask"),
        # other people
        (row("Nguyễn Văn Hòa", "1952"), candidate("Nguyễn Văn Hòa", "1951"), "new"),
        (row("Nguyễn Văn Hòa", "1951", "f"), candidate("Nguyễn Văn Hòa", "1951"), "new"),
        (row("Nguyễn Thị Mai", "1951", "f"), candidate("Nguyễn Thị May", "1951", "f"), "new"),
    ],
)
def test_likeness_is_sure_or_asked(of_row: RollRow, of_register: Candidate, likeness: str) -> None:
    assert verdict(of_row, UNIT, [of_register]).likeness == likeness


def test_the_same_number_is_the_same_person_under_the_same_name_only() -> None:
    known = candidate("Nguyễn Văn Hòa", "1951", has_same_number=True)

    assert verdict(row("NGUYỄN VĂN HOÀ", "1950"), UNIT, [known]).likeness == Likeness.SAME
    other = verdict(row("Trần Văn Ba", "1951"), UNIT, [known])
    assert other.likeness == Likeness.ASK
    assert other.problem is not None
    assert other.problem.reason.startswith("Số định danh này trong sổ là của Nguyễn Văn Hòa")


def test_another_number_is_never_silently_the_same() -> None:
    known = candidate("Nguyễn Văn Hòa", "1951-03-12", has_other_number=True)

    assert verdict(row("Nguyễn Văn Hòa", "1951-03-12"), UNIT, [known]).likeness == Likeness.ASK


def test_two_namesakes_in_the_register_are_asked() -> None:
    both = [candidate("Nguyễn Văn Hòa", "1951"), candidate("Nguyễn Văn Hòa", "1951")]

    assert verdict(row("Nguyễn Văn Hòa", "1951"), UNIT, both).likeness == Likeness.ASK


def test_the_dead_are_asked_and_those_taken_back_come_again() -> None:
    dead = candidate("Nguyễn Văn Hòa", "1951-03-12", status="deceased", status_words="Đã qua đời")
    gone = candidate("Nguyễn Văn Hòa", "1951-03-12", status="not_member")

    asked = verdict(row("Nguyễn Văn Hòa", "1951-03-12"), UNIT, [dead])
    assert asked.problem is not None
    assert "đã qua đời" in asked.problem.reason
    assert verdict(row("Nguyễn Văn Hòa", "1951-03-12"), UNIT, [gone]).likeness == Likeness.AGAIN


def test_twins_of_one_file_are_asked_once() -> None:
    rows = [
        row("Nguyễn Văn Hòa", "1951", line=3, group="Tổ 1"),
        row("Nguyễn Văn Hoà", "1951", line=9, group="Tổ 1"),
        row("Nguyễn Văn Hòa", "1951", line=12, group="Tổ 2"),
        row("Nguyễn Văn Hòa", "1951", line=15, group="Tổ 1", citizen_id="015051000001"),
        row("Trần Văn Ba", "1950", line=20, citizen_id="015051000001"),
    ]

    asked = [one.line for one in ask_twins(rows) if one.questions]

    assert asked == [9, 15, 20]
