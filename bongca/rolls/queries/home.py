"""What rolls put on the first page: those that wait for the officer who brought them."""

from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.ui import State
from bongca.core.ui.home import HomeTask
from bongca.rolls.enums import BatchState
from bongca.rolls.models import RollBatch
from bongca.rolls.policies import visible_rolls

WAITING = {
    BatchState.COLUMNS: ("Khớp cột", "Máy đã đọc tệp, chờ xem mỗi cột là gì."),
    BatchState.PREVIEW: ("Xem trước", "Máy đã so với sổ. Chưa ghi gì."),
}
FEW = 3


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Remind an officer of the rolls she brought and has not finished."""
    waiting = visible_rolls(actor).filter(state__in=list(WAITING), brought_by_id=actor.user_id)
    return [_task(batch) for batch in waiting.order_by("-brought_at")[:FEW]]


def _task(batch: RollBatch) -> HomeTask:
    button, detail = WAITING[BatchState(batch.state)]
    return HomeTask(
        title=f"Ghi nốt danh sách {batch.file_name}",
        detail=detail,
        state=State.UNCLEAR.tag("Đang chờ xem"),
        url=reverse("rolls:roll_detail", args=[batch.pk]),
        button=button,
        urgency=2,
    )
