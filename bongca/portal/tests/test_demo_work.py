"""What the cast finds at work on first signing in: papers, tasks down to the chi hội, reminders."""

import pytest

from bongca.accounts.models import Notice
from bongca.core.actor import Actor
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.documents.policies import visible_deliveries, visible_incoming
from bongca.portal.actions.demo_meetings import hold_meetings
from bongca.portal.actions.demo_papers import put_papers_in_books
from bongca.portal.actions.demo_work import put_to_work
from bongca.programmes.models import Assignment, Evidence, ExtensionRequest, Programme, Task
from bongca.programmes.policies import visible_programmes, visible_tasks
from bongca.programmes.queries.home import home_tasks
from tests.cast import TODAY, Cast

SYSTEM = Actor.system(TODAY)
UNITS = ("central", "bac_ninh", "hai_phong")


@pytest.fixture
def loaded(cast: Cast) -> Cast:
    cast.central.during = ("1994-09-24", None)
    cast.central.save(update_fields=["during"])
    cast.hai_phong.name = "Hội Người cao tuổi thành phố Hải Phòng"
    cast.hai_phong.save(update_fields=["name"])
    load(cast)
    return cast


def load(cast: Cast) -> None:
    units = {key: cast.units[key] for key in UNITS}
    hold_meetings(SYSTEM, units)
    put_papers_in_books(SYSTEM, units)
    put_to_work(SYSTEM, units)


def counts() -> tuple[int, ...]:
    kept = (Task, Assignment, Evidence, ExtensionRequest, Programme, Notice)
    return tuple(
        model._default_manager.count() for model in (*kept, IncomingDocument, OutgoingDocument)
    )


def test_a_conclusion_stands_at_every_tier_some_done_some_late(loaded: Cast) -> None:
    task = Task.objects.get(name__startswith="Tổng hợp kết quả Tháng hành động")
    copies = Assignment.objects.filter(task=task, kind="unit")

    assert set(copies.values_list("tier", flat=True)) == {"province", "commune", "branch"}
    assert copies.get(unit=loaded.dong_tam).state == "sent"
    assert copies.get(unit=loaded.yen_ly).state == "handed_in"
    assert Evidence.objects.get(assignment__task=task).assignment.unit == loaded.yen_ly
    late = copies.filter(due_on__lt=TODAY, escalated_at__isnull=False)
    assert late.exists()


def test_each_of_the_cast_has_something_to_do(loaded: Cast) -> None:
    for name in ("lan", "minh", "hoa", "mai", "binh"):
        assert home_tasks(loaded.actor(name)), name
    assert Notice.objects.filter(user=loaded.lan).exists()


def test_a_liaison_sees_the_joint_plan_and_nothing_else(loaded: Cast) -> None:
    liaison = loaded.actor("liaison")

    assert visible_programmes(liaison).get().partner == loaded.partner
    assert visible_tasks(liaison).count() == 3
    assert Programme.objects.filter(citation_symbol="318/KH-HNCTVN-BCA").count() == 1


def test_papers_stand_in_the_books_of_each(loaded: Cast) -> None:
    found = visible_incoming(loaded.actor("mai")).values_list("symbol", flat=True)
    assert set(found) == {"318/KH-HNCTVN-BCA", "1648/QĐ-TTg", "230-KL/TW"}
    assert all("minh họa" in one.note.casefold() for one in IncomingDocument.objects.filter(
        unit__in=[loaded.central, loaded.tan_yen]
    ))  # fmt: skip
    ours = OutgoingDocument.objects.filter(conclusion_notice__isnull=True)
    assert {one.note for one in ours} == {"Số liệu minh họa"}
    rows = OutgoingDocument.objects.filter(conclusion_notice__isnull=False)
    notice = rows.get(conclusion_notice__meeting__seed_key="demo-briefing-before")
    assert (notice.state, notice.symbol) == ("sent", "01/TB-HNCT")
    waiting = visible_deliveries(loaded.actor("minh")).filter(received_at__isnull=True)
    assert waiting.count() == 1


def test_a_second_load_adds_nothing(loaded: Cast) -> None:
    before = counts()
    load(loaded)

    assert counts() == before
