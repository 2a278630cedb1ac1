"""What stands on Việc cần làm, and what holds a roll."""

from datetime import date, timedelta
from typing import cast
from uuid import uuid4

import pytest

from bongca.core import clock
from bongca.core.scope import scoped
from bongca.members.models import Membership
from bongca.reporting.actions.reviewing import return_report
from bongca.reporting.queries.dependents import reports_standing_on
from bongca.reporting.queries.home import home_tasks, home_waiting
from bongca.reporting.tests.factories import Setting, add_members
from bongca.rolls.models import RollBatch
from bongca.rolls.signals import Blocker, roll_undo_requested
from tests.cast import TODAY


def submit_commune(setting: Setting) -> None:
    with scoped(setting.cast.actor("minh")):
        setting.fill_commune("minh", "tan_yen")
        setting.submit("minh", "tan_yen", "Chi hội chưa gửi")


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("lan", ["Làm báo cáo công tác Hội 6 tháng cuối năm 2026"]),
        ("minh", ["Làm báo cáo công tác Hội 6 tháng cuối năm 2026"]),
        ("hoa", ["Làm báo cáo công tác Hội 6 tháng cuối năm 2026"]),
        ("tu", []),
        ("binh", []),
        ("quan", []),
        ("quantri", []),
        ("liaison", []),
    ],
)
def test_everyone_is_told_what_they_owe(setting: Setting, who: str, titles: list[str]) -> None:
    assert [task.title for task in home_tasks(setting.cast.actor(who))] == titles


def test_province_is_asked_to_review_and_commune_waits(setting: Setting) -> None:
    submit_commune(setting)

    assert "Duyệt báo cáo của 1 xã, phường" in [
        task.title for task in home_tasks(setting.cast.actor("hoa"))
    ]
    waiting = home_waiting(setting.cast.actor("minh"))
    assert [(line.who, line.link) for line in waiting] == [
        ("2 chi hội", "Xem nơi nào"),
        ("Hội NCT thành phố Bắc Ninh", "Xem lại"),
    ]


def test_returned_report_comes_first_with_its_reason(setting: Setting) -> None:
    submit_commune(setting)
    return_report(
        actor=setting.cast.actor("hoa"),
        report_id=setting.report("tan_yen").pk,
        reason="Sai chân quỹ",
    )

    task = home_tasks(setting.cast.actor("minh"))[0]
    assert (task.title, task.detail) == (
        "Sửa và nộp lại: Báo cáo công tác Hội 6 tháng cuối năm 2026",
        "Sai chân quỹ",
    )


def test_urgency_rises_as_the_day_comes(setting: Setting) -> None:
    due = date(2026, 12, 1)

    def urgency(today: date) -> int:
        return home_tasks(setting.cast.actor("lan", today))[0].urgency

    assert urgency(TODAY) < urgency(due - timedelta(days=3)) < urgency(due + timedelta(days=1))


def test_nothing_is_owed_once_it_is_handed_in(setting: Setting) -> None:
    submit_commune(setting)

    assert home_tasks(setting.cast.actor("minh")) == []


def test_submitted_report_holds_the_roll_it_counted(setting: Setting) -> None:
    lan, dong_tam = setting.cast.actor("lan"), setting.cast.dong_tam
    batch = uuid4()
    members = add_members(dong_tam, 3)
    with scoped(lan):
        Membership.objects.filter(pk__in=[one.pk for one in members]).update(roll_batch_id=batch)
        assert reports_standing_on(lan, batch, dong_tam) == []
    submit_commune(setting)

    with scoped(lan):
        held = reports_standing_on(lan, batch, dong_tam)
        assert [report.unit.name for report in held] == ["Hội NCT xã Tân Yên"]
        assert reports_standing_on(lan, uuid4(), dong_tam) == []


def test_undoing_the_roll_is_refused_by_name(setting: Setting) -> None:
    lan, dong_tam = setting.cast.actor("lan"), setting.cast.dong_tam
    batch = RollBatch.objects.create(unit=dong_tam, file_name="ds.xlsx", brought_at=clock.now())
    members = add_members(dong_tam, 2)
    with scoped(lan):
        Membership.objects.filter(pk__in=[one.pk for one in members]).update(roll_batch_id=batch.pk)
    submit_commune(setting)

    with scoped(lan):
        answers = roll_undo_requested.send(sender=RollBatch, actor=lan, batch=batch, person_ids=[])

    named = [cast(list[Blocker], blockers) for _, blockers in answers]
    names = [blocker.name for blockers in named for blocker in blockers]
    assert names == ["Báo cáo công tác Hội 6 tháng cuối năm 2026 của Hội NCT xã Tân Yên"]


def test_page_of_a_unit_leads_to_its_report(setting: Setting) -> None:
    path = f"/don-vi/{setting.cast.tan_yen.pk}/"

    page = setting.cast.client("hoa").get(path).content.decode()

    assert f'href="/bao-cao/{setting.report("tan_yen").pk}/"' in page
