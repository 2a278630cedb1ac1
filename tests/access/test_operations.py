"""Every operation of the API × everyone's own key, against the table written by hand."""

import json
from typing import Any

import pytest

from bongca.config.api import api
from tests.access.asking import address, undone
from tests.access.rows import Row, expected
from tests.access.table_api import ROWS
from tests.access.world import World


def operations() -> set[tuple[str, str]]:
    """Return method and id of every operation that the description knows."""
    paths: dict[str, dict[str, Any]] = json.loads(json.dumps(api.get_openapi_schema()["paths"]))
    return {
        (method, described["operationId"])
        for methods in paths.values()
        for method, described in methods.items()
    }


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_key_gets_the_answer_that_is_written(row: Row, world: World) -> None:
    url = address(Row(f"api:{row.name}", row.args, row.get, "", row.asked), world)
    wrong = []
    for who, code in expected(row.get, anyone=401).items():
        key = world.keys.get(who)
        with undone():
            headers = {"Authorization": f"Bearer {key}"} if key else {}
            answer = world.client("anon").get(url, headers=headers)
        if answer.status_code != code:
            wrong.append(f"{row} as {who}: {answer.status_code}, written {code}")

    assert not wrong, "\n" + "\n".join(wrong)


def test_every_operation_has_a_row() -> None:
    assert operations() == {("get", row.name) for row in ROWS}
