"""Việc cần làm of tasks: what this unit owes, what it has to judge, what it waits for; and to a
liaison what his partner has undertaken.
"""

from dataclasses import dataclass

from django.db.models import Count, Q, Window
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.ui import State, due_tag
from bongca.core.ui.home import HomeTask, WaitingLine
from bongca.programmes import policies
from bongca.programmes.enums import OPEN_STATES, AssigneeKind, AssignmentState, TaskState
from bongca.programmes.models import Assignment, ExtensionRequest
from bongca.programmes.queries.work import late

MOST = 5
LATE, NEAR, QUIET = 30, 20, 10
NEAR_DAYS = 7
_OF_LINE = (
    "task", "giver", "body", "kind", "person_label", "state", "due_on", "returned_reason",
    "late_reason", "task__name", "giver__name", "body__name",
)  # fmt: skip


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Return what the unit owes, the first ones named and the rest counted; three statements.

    A liaison reads what his partner has undertaken in joint plans; two statements.
    """
    if policies.is_liaison(actor):
        return _undertaken(actor)
    if not actor.holds("tasks.view") or actor.unit_id is None:
        return []
    tasks: list[HomeTask] = []
    if actor.holds("tasks.carry"):
        tasks += _owed(actor)
    if actor.holds("tasks.assign"):
        tasks += _to_judge(actor)
    return tasks


@dataclass(frozen=True, slots=True)
class Owed:
    """What a unit owes: the most urgent copies, how many there are in all, how many are late."""

    copies: list[Assignment]
    count: int
    late: int


def owed_by(actor: Actor) -> Owed:
    """Return the unit's open copies, as many as are named, and count the rest; one statement."""
    owed = policies.visible_assignments(actor).filter(_mine(actor))
    owed = owed.select_related("task", "giver", "body").only(*_OF_LINE).order_by("due_on", "pk")
    many, many_late = Window(Count("pk")), Window(Count("pk", filter=late(actor.today)))
    rows = list(owed.annotate(many=many, many_late=many_late)[:MOST])
    return Owed([*rows], rows[0].many if rows else 0, rows[0].many_late if rows else 0)


def _mine(actor: Actor) -> Q:
    named = Q(kind=AssigneeKind.PERSON, user_id=actor.user_id)
    own = ~Q(kind__in=(AssigneeKind.PARTNER, AssigneeKind.PERSON)) | named
    return own & Q(unit_id=actor.unit_id or 0, state__in=OPEN_STATES, task__state=TaskState.OPEN)


def _owed(actor: Actor) -> list[HomeTask]:
    owed = owed_by(actor)
    shown = [_owed_task(actor, copy) for copy in owed.copies]
    rest = owed.count - len(shown)
    if not rest:
        return shown
    title = f"Còn {rest} nhiệm vụ khác chưa xong"
    detail = f"Cả thảy {owed.late} việc đã quá hạn." if owed.late else "Chưa việc nào quá hạn."
    url = reverse("programmes:work_list") + "?nhom=chua-xong"
    state = State.DRAFTING.tag("Chưa xong")
    return [*shown, HomeTask(title, detail, state, url, "Xem tất cả", urgency=QUIET)]


def _owed_task(actor: Actor, copy: Assignment) -> HomeTask:
    left = (copy.due_on - actor.today).days if copy.due_on else None
    is_late = left is not None and left < 0
    state = State.UNACKNOWLEDGED.tag() if copy.state == AssignmentState.SENT else None
    if copy.state == AssignmentState.RETURNED:
        state = State.RETURNED.tag()
    if state is None or is_late:
        state = due_tag(left) if left is not None else State.DRAFTING.tag("Đang làm")
    detail = f"{copy.giver.name} giao{_for_whom(copy)}."
    if copy.state == AssignmentState.RETURNED:
        detail = f"{copy.giver.name} trả lại: {copy.returned_reason}"
    elif is_late and not copy.late_reason:
        detail += " Đã quá hạn, xin nói lý do."
    return HomeTask(
        title=copy.task.name,
        detail=detail[:200],
        state=state,
        url=reverse("programmes:copy_detail", args=[copy.pk]),
        button="Báo đã nhận" if copy.state == AssignmentState.SENT else "Báo kết quả",
        due=copy.due_on,
        urgency=_urgency(copy, left),
    )


def _for_whom(copy: Assignment) -> str:
    """One task given to two Ban stands twice on the page of those who look after both."""
    return f" cho {copy.body.name}" if copy.body else ""


def _undertaken(actor: Actor) -> list[HomeTask]:
    """The open parts of his partner: he reads them, the Association writes what is done."""
    rows = policies.visible_assignments(actor).filter(
        kind=AssigneeKind.PARTNER, partner__in=policies.partner_of(actor),
        state__in=OPEN_STATES, task__state=TaskState.OPEN,
    )  # fmt: skip
    shown = rows.select_related("task", "task__programme").order_by("due_on", "pk")
    return [_undertaken_task(actor, copy) for copy in shown[:MOST]]


def _undertaken_task(actor: Actor, copy: Assignment) -> HomeTask:
    left = (copy.due_on - actor.today).days if copy.due_on else None
    plan = copy.task.programme.name if copy.task.programme else ""
    return HomeTask(
        title=copy.task.name,
        detail=f"{copy.get_role_display()}, theo {plan}."[:200],
        state=due_tag(left) if left is not None else State.DRAFTING.tag("Đang làm"),
        url=reverse("programmes:task_detail", args=[copy.task_id]),
        button="Xem nhiệm vụ",
        due=copy.due_on,
        urgency=_urgency(copy, left),
    )


def _urgency(copy: Assignment, left: int | None) -> int:
    if copy.state == AssignmentState.RETURNED or (left is not None and left < 0):
        return LATE
    return NEAR if left is not None and left <= NEAR_DAYS else QUIET


def _to_judge(actor: Actor) -> list[HomeTask]:
    given = policies.visible_assignments(actor).filter(giver_id=actor.unit_id or 0)
    handed = given.filter(state=AssignmentState.HANDED_IN).exclude(unit_id=actor.unit_id or 0)
    count = handed.count()
    asked = ExtensionRequest.objects.filter(
        is_granted__isnull=True, assignment__giver_id=actor.unit_id or 0
    ).count()
    url = reverse("programmes:judge_list")
    found = []
    if count:
        found.append(
            HomeTask(
                title=f"Xem kết quả của {count} nơi đã báo",
                detail="Công nhận, hoặc trả lại kèm lý do.",
                state=State.SUBMITTED.tag("Chờ xem"),
                url=url,
                button="Xem kết quả",
                urgency=NEAR,
            )
        )
    if asked:
        found.append(
            HomeTask(
                title=f"Trả lời {asked} nơi xin lùi hạn",
                detail="Nơi xin còn chờ trả lời.",
                state=State.UNCLEAR.tag("Chờ trả lời"),
                url=url,
                button="Trả lời",
                urgency=NEAR,
            )
        )
    return found


def home_waiting(actor: Actor) -> list[WaitingLine]:
    """Return how many below are late with what this unit gave; one statement."""
    if not actor.holds("tasks.assign") or actor.unit_id is None:
        return []
    given = policies.visible_assignments(actor).filter(giver_id=actor.unit_id)
    count = given.filter(late(actor.today)).exclude(unit_id=actor.unit_id).count()
    if not count:
        return []
    url = reverse("programmes:task_list") + "?nhom=cham"
    return [WaitingLine(f"{count} nơi cấp dưới", "quá hạn việc được giao.", url, "Xem nơi nào")]
