"""Việc cần làm of papers: to instruct, to deal with, to sign, to take in, to review."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.ui import State, due_tag
from bongca.core.ui.home import HomeTask, WaitingLine
from bongca.core.ui.search import Hit, HitGroup
from bongca.documents import policies
from bongca.documents.enums import IncomingState, OutgoingState
from bongca.documents.models import Recipient
from bongca.documents.queries.finding import visible_documents

LATE, NEAR, QUIET = 30, 20, 10
NEAR_DAYS = 7
REVIEW_AHEAD = timedelta(days=30)
MOST = 20


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Return what this person owes to papers; a constant number of queries."""
    if not actor.holds(policies.VIEW):
        return []
    tasks = list(_mine(actor))
    if actor.holds(policies.INSTRUCT):
        tasks += _to_instruct(actor)
    if actor.holds(policies.REGISTER):
        tasks += _to_take_in(actor)
        tasks += _to_review(actor)
    if actor.holds(policies.SIGN):
        tasks += _to_sign(actor)
    return tasks


def _to_instruct(actor: Actor) -> Iterator[HomeTask]:
    waiting = policies.visible_incoming(actor).filter(
        state=IncomingState.PRESENTED, presented_to=actor.user_id
    )
    for one in waiting.order_by("arrived_on")[:MOST]:
        yield HomeTask(
            title=f"Cho ý kiến: {one.abstract}",
            detail=f"{one.symbol or 'Văn bản'} của {one.issuer}, đến {one.arrived_on:%d/%m/%Y}.",
            state=State.UNCLEAR.tag("Đang chờ bút phê"),
            url=reverse("documents:incoming_instruct", args=[one.pk]),
            button="Ghi bút phê",
            urgency=NEAR if one.urgency == "normal" else LATE,
        )


def _mine(actor: Actor) -> Iterator[HomeTask]:
    open_still = policies.visible_incoming(actor).filter(
        handler=actor.user_id, state=IncomingState.ASSIGNED
    )
    for one in open_still.order_by("due_on")[:MOST]:
        left = (one.due_on - actor.today).days if one.due_on else None
        yield HomeTask(
            title=f"Xử lý: {one.abstract}",
            detail=f"{one.symbol or 'Văn bản'} của {one.issuer}. Bút phê: {one.instruction}",
            state=State.DRAFTING.tag("Đang xử lý") if left is None else due_tag(left),
            url=reverse("documents:incoming_detail", args=[one.pk]),
            button="Mở văn bản",
            due=one.due_on,
            urgency=QUIET if left is None else LATE if left < 0 else NEAR,
        )


def _to_take_in(actor: Actor) -> Iterator[HomeTask]:
    offered = policies.visible_deliveries(actor).filter(received_at__isnull=True)
    rows = list(offered.select_related("document__unit").order_by("sent_at")[: MOST + 1])
    if not rows:
        return
    first = rows[0].document
    count = f"hơn {MOST}" if len(rows) > MOST else str(len(rows))
    yield HomeTask(
        title=f"Nhận {count} văn bản gửi đến",
        detail=f"{first.symbol} của {first.unit.name}: {first.abstract}",
        state=State.UNACKNOWLEDGED.tag(),
        url=reverse("documents:delivery_list"),
        button="Xem và nhận",
        urgency=NEAR,
    )


def _to_sign(actor: Actor) -> Iterator[HomeTask]:
    waiting = policies.visible_outgoing(actor).filter(
        unit=actor.unit_id or 0, state=OutgoingState.INITIALLED
    )
    for one in waiting.order_by("drafted_on")[:MOST]:
        yield HomeTask(
            title=f"Ký: {one.abstract}",
            detail=f"Người soạn: {one.drafter_label.split(',')[0]}.",
            state=State.SUBMITTED.tag("Chờ ký"),
            url=reverse("documents:outgoing_detail", args=[one.pk]),
            button="Mở văn bản",
            urgency=NEAR,
        )


def _to_review(actor: Actor) -> Iterator[HomeTask]:
    due = policies.visible_regulations(actor).filter(
        unit=actor.unit_id or 0, until__isnull=True, review_due_on__lte=actor.today + REVIEW_AHEAD
    )
    for one in due.order_by("review_due_on")[:MOST]:
        assert one.review_due_on is not None
        left = (one.review_due_on - actor.today).days
        yield HomeTask(
            title=f"Rà soát: {one.title}",
            detail="Đến hạn rà soát quy chế, quy định.",
            state=due_tag(left),
            url=reverse("documents:regulation_detail", args=[one.pk]),
            button="Mở để rà soát",
            due=one.review_due_on,
            urgency=LATE if left < 0 else NEAR if left <= NEAR_DAYS else QUIET,
        )


def home_waiting(actor: Actor) -> list[WaitingLine]:
    """Return what this unit sent and others have not taken in yet; one query."""
    if not actor.holds(policies.REGISTER):
        return []
    waiting = Recipient.objects.filter(
        document=OuterRef("pk"), unit__isnull=False, received_at__isnull=True
    )
    sent = policies.visible_outgoing(actor).filter(
        Exists(waiting), unit=actor.unit_id or 0, state=OutgoingState.SENT
    )
    return [
        WaitingLine(
            who="Nơi nhận",
            words=f"chưa nhận đủ {one.symbol}.",
            url=reverse("documents:outgoing_detail", args=[one.pk]),
            link="Xem nơi nào",
        )
        for one in sent.order_by("sent_on", "pk")[:5]
    ]


def search_documents(actor: Actor, words: str) -> HitGroup | None:
    """Answer the search over everything with papers the actor may see."""
    if not actor.holds(policies.VIEW):
        return None
    came, went = visible_documents(actor, words)
    hits = [
        Hit(str(one), f"Văn bản đến số {one.numbered}, {one.issuer}",
            reverse("documents:incoming_detail", args=[one.pk]))
        for one in came[:5]
    ] + [
        Hit(str(one), f"Văn bản của {one.unit.name}",
            reverse("documents:outgoing_detail", args=[one.pk]))
        for one in went[:5]
    ]  # fmt: skip
    return HitGroup("Văn bản", hits, reverse("documents:incoming_list")) if hits else None
