"""What a programme is to reach beside what its unit reported: the figure, the gap, the source."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from bongca.indicators.models import Indicator
from bongca.programmes.actions.programmes import create_programme, set_target
from bongca.programmes.models import Programme
from bongca.programmes.queries.targets import target_rows
from bongca.reporting.actions.reviewing import amend_figure
from bongca.reporting.tests.factories import Setting, open_the_round


@pytest.fixture
def plan(setting: Setting) -> Programme:
    """The commune's programme of the year, with a target of the catalogue."""
    cast = setting.cast
    plan = create_programme(
        actor=cast.actor("minh"), unit=cast.tan_yen, kind="annual", name="Chương trình 2026",
        since=date(2026, 1, 1), until=date(2026, 12, 31),
    )  # fmt: skip
    set_target(
        actor=cast.actor("minh"), programme=plan, value=Decimal(50),
        indicator=Indicator.objects.get(pk="C4"),
    )  # fmt: skip
    return plan


def report(setting: Setting, value: int, *, is_accepted: bool = True) -> None:
    setting.fill_commune("minh", "tan_yen", C4=value)
    setting.submit("minh", "tan_yen", "Hai chi hội chưa nộp.")
    if is_accepted:
        setting.accept("hoa", "tan_yen")


def said(setting: Setting, plan: Programme, who: str = "minh") -> Any:
    return target_rows(setting.cast.actor(who), plan)[0]


def test_the_gap_is_what_was_planned_less_what_was_reported(
    setting: Setting, plan: Programme
) -> None:
    report(setting, 30)

    row = said(setting, plan)

    assert (row.reported.value, row.gap) == (30, 20)
    assert row.reported.said_in == setting.round.name


def test_the_page_opens_the_figure_to_its_source(setting: Setting, plan: Programme) -> None:
    report(setting, 30)
    client = setting.cast.client("minh")

    page = client.get(reverse("programmes:programme_detail", args=[plan.pk])).content.decode()

    url = reverse("reporting:figure_explain", args=[setting.round.pk, "C4", plan.unit_id])
    assert "còn thiếu" in page
    assert url in page
    assert client.get(url).status_code == 200


def test_what_was_not_accepted_does_not_count(setting: Setting, plan: Programme) -> None:
    report(setting, 30, is_accepted=False)

    assert said(setting, plan).reported is None
    page = setting.cast.client("minh").get(reverse("programmes:programme_detail", args=[plan.pk]))
    assert "Chưa có báo cáo đã duyệt nào" in page.content.decode()


def test_what_was_corrected_counts_as_corrected(setting: Setting, plan: Programme) -> None:
    report(setting, 30)
    amend_figure(
        actor=setting.cast.actor("minh"), report_id=setting.report("tan_yen").pk, code="C4",
        new_value=45, reason="Cộng sót một chi hội.",
    )  # fmt: skip

    assert said(setting, plan).reported.value == 45


def test_what_happened_in_a_period_is_added_up(setting: Setting, plan: Programme) -> None:
    report(setting, 30)
    earlier = Setting(
        setting.cast, open_the_round("6 tháng đầu năm", date(2026, 1, 1), date(2026, 5, 31))
    )
    report(earlier, 12)

    row = said(setting, plan)

    assert Indicator.objects.get(pk="C4").over_time == "flow"
    assert row.reported.value == 42
    assert row.reported.said_in == f"{setting.round.name} và 6 tháng đầu năm"


def test_what_stands_at_a_day_is_the_last_figure(setting: Setting, plan: Programme) -> None:
    set_target(
        actor=setting.cast.actor("minh"), programme=plan, value=Decimal(9),
        indicator=Indicator.objects.get(pk="C1"),
    )  # fmt: skip
    report(setting, 30)
    earlier = Setting(
        setting.cast, open_the_round("6 tháng đầu năm", date(2026, 1, 1), date(2026, 5, 31))
    )
    report(earlier, 12)

    stock = next(
        one
        for one in target_rows(setting.cast.actor("minh"), plan)
        if one.target.indicator_id == "C1"
    )

    assert stock.reported is not None
    assert (stock.reported.value, stock.reported.said_in) == (Decimal(0), setting.round.name)


def test_what_was_reached_has_no_gap(setting: Setting, plan: Programme) -> None:
    report(setting, 70)

    assert said(setting, plan).gap == 0


def test_many_targets_ask_no_more(
    setting: Setting, plan: Programme, django_assert_num_queries: Any
) -> None:
    for code in ("C1", "F1", "F4", "C11"):
        set_target(
            actor=setting.cast.actor("minh"), programme=plan, value=Decimal(1),
            indicator=Indicator.objects.get(pk=code),
        )  # fmt: skip
    report(setting, 30)
    actor, fresh = setting.cast.actor("minh"), Programme.objects.select_related("unit").get()

    with django_assert_num_queries(4):
        rows = target_rows(actor, fresh)

    assert all(row.reported for row in rows)
