"""The number of queries does not grow with the number of units."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bongca.core.text import fold, sort_key
from bongca.org import rules
from bongca.org.models import Unit
from bongca.reporting.actions.rounds import write_owed_reports
from bongca.reporting.tests.factories import Setting
from tests.cast import SINCE


def add_units(parent: Unit, tier: str, count: int) -> None:
    """Found units as rows: their founding is tested elsewhere."""
    last = max(Unit.objects.filter(parent=parent).values_list("lft", flat=True), default=None)
    for number in range(count):
        lft, rgt = rules.next_slot(parent.lft, parent.rgt, tier, last)
        name = f"Đơn vị thử {number}"
        Unit.objects.create(
            name=name, tier=tier, parent=parent, lft=lft, rgt=rgt, during=SINCE,
            place_name=f"nơi thử {number}", sort_key=sort_key(name), search_name=fold(name),
            province=parent.province, commune=parent.commune,
        )  # fmt: skip
        last = lft


def queries_of(open_page: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        open_page()
    return len(captured)


@pytest.mark.parametrize(
    ("who", "parent", "tier", "count", "path"),
    [
        ("hoa", "bac_ninh", "commune", 96, "/bao-cao/ky/{round}/"),
        ("hoa", "bac_ninh", "commune", 96, "/bao-cao/{bac_ninh}/"),
        ("hoa", "bac_ninh", "commune", 96, "/bao-cao/ky/{round}/so/A5/{unit}/"),
        ("hoa", "bac_ninh", "commune", 96, "/"),
        ("minh", "tan_yen", "branch", 28, "/bao-cao/ky/{round}/"),
        ("minh", "tan_yen", "branch", 28, "/bao-cao/{tan_yen}/"),
        ("minh", "tan_yen", "branch", 28, "/bao-cao/ky/{round}/so/A5/{unit}/"),
        ("tu", "bac_ninh", "commune", 96, "/bao-cao/{central}/"),
    ],
)
def test_pages_ask_the_database_equally_often(
    setting: Setting, who: str, parent: str, tier: str, count: int, path: str
) -> None:
    cast = setting.cast
    words = {"round": setting.round.pk, "unit": cast.units[parent].pk}
    words |= {name: setting.report(name).pk for name in ("bac_ninh", "tan_yen", "central")}
    client: Client = cast.client(who)
    client.get(path.format(**words))
    before = queries_of(lambda: client.get(path.format(**words)))

    add_units(cast.units[parent], tier, count)
    write_owed_reports(setting.round)

    assert queries_of(lambda: client.get(path.format(**words))) <= before + 2
    assert before < 60


def test_submitting_asks_the_database_equally_often(setting: Setting) -> None:
    cast = setting.cast
    counts = []
    for name, who, extra in (("tan_yen", "minh", 0), ("nha_nam", "minh2", 28)):
        add_units(cast.units[name], "branch", extra)
        write_owed_reports(setting.round)
        setting.fill_commune(who, name)
        counts.append(queries_of(partial(setting.submit, who, name, "Chi hội chưa gửi")))

    assert counts[1] <= counts[0] + 2
    assert counts[0] < 60


def test_round_opens_for_new_units_without_touching_the_old(setting: Setting) -> None:
    add_units(setting.cast.tan_yen, "branch", 3)

    assert write_owed_reports(setting.round) == 3
    assert write_owed_reports(setting.round) == 0
