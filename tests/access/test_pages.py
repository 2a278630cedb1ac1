"""Every page × GET and POST × everyone, against the table written by hand."""

import pytest

from tests.access.asking import all_names, differences
from tests.access.rows import Row
from tests.access.table import ROWS
from tests.access.world import World


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everyone_gets_the_answer_that_is_written(row: Row, world: World) -> None:
    wrong = differences(row, world)

    assert not wrong, "\n" + "\n".join(wrong)


def test_every_address_has_a_row() -> None:
    listed = {row.name for row in ROWS}
    known = {name for name in all_names() if not name.startswith("api:") or name in listed}

    assert known - listed == set(), "write a row in tests/access/table_<app>.py"
    assert listed - known == set(), "these rows speak of addresses that are gone"
