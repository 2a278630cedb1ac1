"""The sample roll of the guide: an officer's own kind of file, read without a single question."""

import datetime as dt
from collections import Counter
from pathlib import Path

from bench import sample_roll
from bongca.rolls.ingest.plan import describe, read_whole
from bongca.rolls.rules.problems import Weight

TODAY = dt.date(2026, 11, 22)


def test_the_sample_is_what_its_script_makes(tmp_path: Path) -> None:
    sample_roll.write(tmp_path / "again.xlsx")

    assert (tmp_path / "again.xlsx").read_bytes() == sample_roll.TARGET.read_bytes()


def test_the_sample_holds_180_members_in_four_groups() -> None:
    found = describe(sample_roll.TARGET, TODAY)
    mapping = {
        table["signature"]: {str(c["index"]): c["field"] for c in table["columns"]}
        for table in found["tables"]
    }
    whole = read_whole(sample_roll.TARGET, mapping, {}, {0}, TODAY)
    people = [row for row in whole.rows if row.is_readable]

    assert Counter(row.group for row in people) == {"Tổ 1": 48, "Tổ 2": 45, "Tổ 3": 44, "Tổ 4": 43}
    assert len(whole.rows) == 181
    assert not [p for row in people for p in row.problems if p.weight == Weight.NEEDS_LOOK]
    assert [row.full_name for row in people] == [elder.full_name for elder in sample_roll.people()]
    assert [row.sex for row in people] == [elder.sex for elder in sample_roll.people()]
    assert [row.birth for row in people] == [elder.birth for elder in sample_roll.people()]
