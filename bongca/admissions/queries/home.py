"""What applications and transfers put on the first page."""

from django.urls import reverse

from bongca.admissions.enums import ApplicationState, TransferSide, TransferState
from bongca.admissions.policies import visible_applications, visible_transfers
from bongca.admissions.queries.waiting import is_for_answer
from bongca.core.actor import Actor
from bongca.core.ui import State
from bongca.core.ui.home import HomeTask, WaitingLine
from bongca.org.enums import Tier

KEEPERS = (Tier.COMMUNE, Tier.BRANCH)


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Ask a branch or a commune to answer those who ask to come in, and those sent to it."""
    if actor.tier not in KEEPERS or not actor.holds("members.edit"):
        return []
    asked = visible_applications(actor).filter(state=ApplicationState.WAITING)
    sent = visible_transfers(actor).filter(is_for_answer())
    tasks = []
    if people := list(sent.order_by("sent_on", "pk").values_list("full_name", flat=True)[:100]):
        tasks.append(
            HomeTask(
                title="Trả lời lượt chuyển sinh hoạt đến",
                detail=_named(people, "được nơi khác chuyển đến, chờ tiếp nhận"),
                state=State.UNACKNOWLEDGED.tag("Chờ tiếp nhận"),
                url=reverse("admissions:transfer_list"),
                button="Xem ai được chuyển đến",
                urgency=20,
            )
        )
    named = asked.order_by("asked_on", "pk").values_list("person__full_name", flat=True)
    if people := list(named[:100]):
        tasks.append(
            HomeTask(
                title="Trả lời đơn xin vào Hội",
                detail=_named(people, "xin vào Hội, chờ công nhận"),
                state=State.SUBMITTED.tag("Chờ công nhận"),
                url=reverse("admissions:application_list"),
                button="Xem đơn xin vào Hội",
                urgency=15,
            )
        )
    return tasks


def home_waiting(actor: Actor) -> list[WaitingLine]:
    """Say which members sent elsewhere nobody has answered yet."""
    if actor.tier not in KEEPERS or not actor.holds("members.edit"):
        return []
    sent = visible_transfers(actor).filter(side=TransferSide.OUT, state=TransferState.SENT)
    people = list(sent.order_by("sent_on", "pk").values_list("full_name", flat=True)[:100])
    if not people:
        return []
    return [
        WaitingLine(
            f"{len(people)} hội viên đang chuyển",
            f"nơi đến chưa trả lời: {', '.join(people[:3])}{'…' if len(people) > 3 else ''}.",
            reverse("admissions:transfer_list"),
            "Xem lượt chuyển",
        )
    ]


def _named(people: list[str], words: str) -> str:
    more = len(people) - 3
    named = ", ".join(people[:3]) + (f" và {more} người nữa" if more > 0 else "")
    return f"{named} {words}."
