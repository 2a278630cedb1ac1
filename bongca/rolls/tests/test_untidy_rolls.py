"""Every untidy roll is read as the officer would: guesses taken, questions answered truly.

`pytest -s` prints the table.
"""

import importlib
import sys
from collections import Counter
from pathlib import Path

import pytest

from bongca.core.workbooks.workbook import read_workbook
from bongca.rolls.ingest.columns import guess_columns
from bongca.rolls.ingest.lines import Place
from bongca.rolls.ingest.records import Choices
from bongca.rolls.ingest.rows import read_rows
from bongca.rolls.ingest.tables import Table, find_tables
from bongca.rolls.rules.fields import NOT_WRITTEN, Field
from bongca.rolls.rules.rows import RollRow
from bongca.rolls.tests import untidy
from bongca.rolls.tests.mixed import Mixer
from bongca.rolls.tests.paper import Known, Untidy

for part in ("heads", "cells", "bodies", "habits"):
    importlib.import_module(f"bongca.rolls.tests.untidy_{part}")

TODAY = untidy.TODAY
LEFT_OUT = {None, *NOT_WRITTEN, Field.DIED}


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")


def verdicts(table: Table, truth: dict[int, Field]) -> Counter[str]:
    """Count columns guessed right, asked, and guessed wrong without asking."""
    counts: Counter[str] = Counter()
    for guess in guess_columns(table, TODAY):
        true = truth.get(guess.index)
        if guess.asked:
            counts["asked"] += 1
        elif guess.field == true or {guess.field, true} <= LEFT_OUT:
            counts["right"] += 1
        else:
            counts["wrong"] += 1
            tell(f"    WRONG {guess.heading!r}: {guess.field}, true {true}")
    return counts


def rows_of(roll: Untidy, folder: Path) -> tuple[list[RollRow], Counter[str]]:
    path = folder / "danh-sach"
    path.write_bytes(roll.content())
    rows: list[RollRow] = []
    counts: Counter[str] = Counter()
    for sheet, page in zip(read_workbook(path), roll.pages, strict=True):
        place = Place()
        for at, table in enumerate(find_tables(sheet)):
            truth = page.truth_of(at)
            counts += verdicts(table, truth)
            choices = Choices(sheet_means=page.sheet_means, swap_dates=page.swap_dates)
            reading = read_rows(table, truth, TODAY, choices=choices, place=place)
            rows += reading.rows
            place = reading.place
    return rows, counts


def differences(row: RollRow, person: Known) -> dict[str, tuple[str, str]]:
    said = {
        "name": row.full_name,
        "birth": row.birth.iso() if row.birth else "",
        "sex": row.sex,
        "citizen_id": row.citizen_id,
        "phone": row.phone,
        "group": row.group,
        "branch": row.branch,
        "joined": row.joined.iso() if row.joined else "",
    }
    return {
        key: (value, getattr(person, key))
        for key, value in said.items()
        if value != getattr(person, key)
    }


def examine(roll: Untidy, folder: Path) -> Counter[str]:
    """Hold what was read against what is true; a difference that was asked is no error."""
    rows, counts = rows_of(roll, folder)
    people = [row for row in rows if row.is_readable]
    counts["people"] = len(people)
    counts["missing"] = abs(len(people) - len(roll.known))
    counts["nobody"] = len(rows) - len(people)
    for row, person in zip(people, roll.known, strict=False):
        asked = {problem.field for problem in row.problems}
        for key, (said, true) in differences(row, person).items():
            counts["row_asked" if key in asked else "row_wrong"] += 1
            if key not in asked:
                tell(f"    WRONG line {row.line} {key}: {said!r}, true {true!r} {row.raw}")
    return counts


@pytest.mark.parametrize("make", untidy.MAKERS, ids=lambda make: make.__name__)
def test_nothing_is_silently_wrong(make: untidy.Maker, tmp_path: Path) -> None:
    judge(make(), tmp_path)


@pytest.mark.parametrize("seed", range(30))
def test_any_mixture_is_read_right_or_asked(seed: int, tmp_path: Path) -> None:
    judge(Mixer(seed).make(), tmp_path)


def judge(roll: Untidy, tmp_path: Path) -> None:
    counts = examine(roll, tmp_path)
    tell(
        f"{roll.name:45} cột đúng {counts['right']:3}  hỏi {counts['asked']:2}"
        f"  sai {counts['wrong']}  người {counts['people']:3}  ô hỏi {counts['row_asked']:3}"
    )

    assert counts["wrong"] == 0
    assert counts["row_wrong"] == 0
    assert counts["missing"] == 0
    assert counts["nobody"] == roll.lines_of_nobody


def test_there_are_more_than_thirty_untidy_rolls() -> None:
    assert len(untidy.MAKERS) >= 30
    assert len({make.__name__ for make in untidy.MAKERS}) == len(untidy.MAKERS)
