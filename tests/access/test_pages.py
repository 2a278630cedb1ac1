"""Every page × GET and POST × everyone, against the table written by hand."""

import pytest
from django.http import HttpRequest, HttpResponse

from bongca.core.errors import DomainError
from tests.access.asking import all_names, differences
from tests.access.rows import Row
from tests.access.table import ROWS
from tests.access.world import World


@pytest.fixture(autouse=True)
def _refusals_without_their_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes are asked here, and most of them refuse; their pages are looked at elsewhere."""

    def plain(code: int) -> object:
        return lambda request, exception=None: HttpResponse(status=code)

    def refused(request: HttpRequest, error: DomainError) -> HttpResponse:
        return HttpResponse(status=error.status)

    monkeypatch.setattr("bongca.config.urls.handler403", plain(403))
    monkeypatch.setattr("bongca.config.urls.handler404", plain(404))
    monkeypatch.setattr("bongca.config.request.refused", refused)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everyone_gets_the_answer_that_is_written(row: Row, world: World) -> None:
    wrong = differences(row, world)

    assert not wrong, "\n" + "\n".join(wrong)


def test_every_address_has_a_row() -> None:
    listed = {row.name for row in ROWS}
    known = {name for name in all_names() if not name.startswith("api:") or name in listed}

    assert known - listed == set(), "write a row in tests/access/table_<app>.py"
    assert listed - known == set(), "these rows speak of addresses that are gone"
