"""Where reports meet their edges."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.scope import scoped
from bongca.org import rules
from bongca.org.actions.units import close_unit
from bongca.reporting.queries.counting import BRANCHES, GROUPS, Moment, counts_below, totals
from bongca.reporting.tests.factories import Setting, open_the_round
from bongca.reporting.tests.test_api import ask, figures_path
from tests.cast import TODAY


def test_a_key_made_on_the_page_reads_rounds_and_figures(setting: Setting) -> None:
    assert ask(setting, "hoa", "/rounds", rules.API_WORDS).status_code == 200
    path = figures_path(setting, "tan_yen")
    assert ask(setting, "hoa", path, rules.API_WORDS).status_code == 200


def test_a_group_has_no_page_of_a_round(setting: Setting) -> None:
    url = reverse("reporting:round_unit", args=[setting.round.pk, setting.cast.to_1.pk])

    assert setting.cast.client("minh").get(url).status_code == 404


def test_a_correction_too_large_to_keep_is_refused_in_words(setting: Setting) -> None:
    with scoped(setting.cast.actor("minh")):
        setting.fill_commune("minh", "tan_yen")
        setting.submit("minh", "tan_yen", "Chi hội chưa gửi")
    setting.accept("hoa", "tan_yen")
    url = reverse("reporting:figure_amend", args=[setting.report("tan_yen").pk, "D3"])

    posted = {"new_value": "9" * 19, "reason": "Ghi thừa"}
    assert setting.cast.client("minh").post(url, posted).status_code == 422


@pytest.mark.parametrize("first", [date(1, 1, 1), date(26, 7, 1), date(2062, 6, 1)])
def test_a_period_of_another_age_is_refused(setting: Setting, first: date) -> None:
    with pytest.raises(DomainError, match="period"):
        open_the_round("Kỳ ghi nhầm năm", first=first, last=first.replace(month=12, day=30))


def test_a_branch_closed_since_was_a_branch_on_its_day(setting: Setting) -> None:
    cast, actor = setting.cast, Actor.system(TODAY)
    with scoped(actor):
        close_unit(actor=actor, unit=cast.to_1, on=date(2026, 7, 10), successor=cast.to_2)
        close_unit(actor=actor, unit=cast.yen_ly, on=date(2026, 7, 15), successor=cast.dong_tam)
        june = Moment(date(2026, 1, 1), date(2026, 6, 30), clock.now())
        counted = totals(counts_below(cast.actor("minh"), cast.tan_yen, june))

    assert (counted[BRANCHES], counted[GROUPS]) == (2, 2)


def test_submitting_waits_for_records_in_groups_too(setting: Setting) -> None:
    with scoped(setting.cast.actor("minh")):
        setting.fill_commune("minh", "tan_yen")
        with CaptureQueriesContext(connection) as ran:
            setting.submit("minh", "tan_yen", "Chi hội chưa gửi")

    # Who records holds the commune of the unit, a tổ hội's too, by the same key in shared mode.
    keys = {unit.commune_id for unit in (setting.cast.to_1, setting.cast.dong_tam)}
    assert keys == {setting.cast.tan_yen.pk}
    locks = [query["sql"] for query in ran if "select pg_advisory_xact_lock(" in query["sql"]]
    assert any(str(setting.cast.tan_yen.pk) in lock for lock in locks)
