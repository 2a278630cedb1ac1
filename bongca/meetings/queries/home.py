"""Việc cần làm of meetings: invitations, minutes and ballots that wait for this person."""

from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.ui import State, due_tag
from bongca.core.ui.home import HomeTask
from bongca.core.ui.search import Hit, HitGroup
from bongca.documents.enums import OutgoingState
from bongca.documents.models import OutgoingDocument
from bongca.meetings.enums import Reply
from bongca.meetings.models import (
    BallotVoter,
    Meeting,
    MinutesConfirmation,
    MinutesRevision,
    Participant,
)
from bongca.meetings.policies import visible_meetings
from bongca.meetings.queries.meetings import meetings

SOON, QUIET = 20, 10
_FEW = 5


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Return what waits for this person; a constant number of queries."""
    if not actor.holds("meetings.view"):
        return []
    found = [*_invitations(actor), *_ballots(actor), *_minutes(actor), *_to_publish(actor)]
    return [*found, *_objections(actor), *_to_initial(actor)]


def _invitations(actor: Actor) -> list[HomeTask]:
    own = Q(user_id=actor.user_id or 0)
    if actor.holds("meetings.keep"):
        own |= Q(unit_id=actor.unit_id or 0, user__isnull=True)
    rows = Participant.objects.filter(
        own, invited_at__isnull=False, reply=Reply.WAITING, meeting__held_on__gte=actor.today
    ).select_related("meeting")
    return [_invitation(row.meeting, actor) for row in rows.order_by("meeting__held_on")[:20]]


def _invitation(meeting: Meeting, actor: Actor) -> HomeTask:
    assert meeting.held_on is not None
    left = (meeting.held_on - actor.today).days
    return HomeTask(
        title=f"Trả lời giấy mời: {meeting.name}",
        detail=", ".join(filter(None, (meeting.hours, meeting.place))),
        state=due_tag(left),
        url=reverse("meetings:meeting_detail", args=[meeting.pk]) + "#tra-loi",
        button="Trả lời",
        due=meeting.held_on,
        due_words="Họp",
        urgency=SOON,
    )


def _ballots(actor: Actor) -> list[HomeTask]:
    rows = BallotVoter.objects.filter(
        user_id=actor.user_id or 0, has_voted=False, ballot__closed_at__isnull=True
    ).select_related("ballot", "ballot__meeting")
    return [
        HomeTask(
            title=f"Cho ý kiến: {row.ballot.question}",
            detail=row.ballot.meeting.name,
            state=State.UNCLEAR.tag("Chờ ý kiến"),
            url=reverse("meetings:ballot_detail", args=[row.ballot_id]),
            button="Cho ý kiến",
            due=row.ballot.due_on,
            urgency=SOON,
        )
        for row in rows.order_by("pk")[:20]
    ]


def _minutes(actor: Actor) -> list[HomeTask]:
    """The latest minutes of meetings this person was at, not yet confirmed by them."""
    there = Participant.objects.filter(
        user_id=actor.user_id or 0, attended=True, meeting=OuterRef("meeting")
    )
    newer = MinutesRevision.objects.filter(
        meeting=OuterRef("meeting"), number__gt=OuterRef("number")
    )
    said = MinutesConfirmation.objects.filter(revision=OuterRef("pk"), user_id=actor.user_id or 0)
    rows = MinutesRevision.objects.filter(Exists(there), ~Exists(newer), ~Exists(said))
    return [
        HomeTask(
            title=f"Xác nhận biên bản: {row.meeting.name}",
            detail=f"Bản thứ {row.number}",
            state=State.UNCLEAR.tag("Chờ xác nhận"),
            url=reverse("meetings:minutes", args=[row.meeting_id]),
            button="Đọc và xác nhận",
            urgency=QUIET,
        )
        for row in rows.select_related("meeting").order_by("-written_at")[:20]
    ]


def _objections(actor: Actor) -> list[HomeTask]:
    """Minutes whose latest revision somebody who was there wants mended: for who keeps them."""
    if not actor.holds("meetings.keep"):
        return []
    newer = MinutesRevision.objects.filter(
        meeting=OuterRef("meeting"), number__gt=OuterRef("number")
    )
    objected = MinutesConfirmation.objects.filter(revision=OuterRef("pk"), agrees=False)
    rows = MinutesRevision.objects.filter(
        Exists(objected), ~Exists(newer), meeting__unit_id=actor.unit_id or 0
    )
    return [
        HomeTask(
            title=f"Sửa biên bản: {row.meeting.name}",
            detail=f"Có người dự họp đề nghị sửa bản thứ {row.number}.",
            state=State.RETURNED.tag("Cần sửa"),
            url=reverse("meetings:minutes", args=[row.meeting_id]),
            button="Xem ý kiến",
            urgency=QUIET,
        )
        for row in rows.select_related("meeting").order_by("-written_at")[:20]
    ]


def _to_initial(actor: Actor) -> list[HomeTask]:
    """Notices drafted when the chair published: the office looks them over for signature."""
    if not actor.holds("meetings.keep") or not actor.holds("documents.draft"):
        return []
    rows = OutgoingDocument.objects.filter(
        unit_id=actor.unit_id or 0, state=OutgoingState.DRAFT, conclusion_notice__isnull=False
    ).select_related("conclusion_notice__meeting")
    return [
        HomeTask(
            title=f"Trình ký thông báo kết luận: {one.conclusion_notice.meeting.name}",
            detail="Kết luận đã ban hành. Xem lại dự thảo, ký nháy rồi trình người ký.",
            state=State.DRAFTING.tag("Dự thảo"),
            url=reverse("documents:outgoing_detail", args=[one.pk]),
            button="Xem dự thảo",
            urgency=SOON,
        )
        for one in rows.order_by("drafted_on", "pk")[:20]
    ]


def _to_publish(actor: Actor) -> list[HomeTask]:
    if not actor.holds("meetings.conclude"):
        return []
    rows = visible_meetings(actor).filter(
        unit_id=actor.unit_id or 0, notice__isnull=True, conclusions__isnull=False,
        held_on__lte=actor.today,
    )  # fmt: skip
    return [
        HomeTask(
            title=f"Ban hành kết luận: {meeting.name}",
            detail="Ban hành thì mỗi kết luận thành một nhiệm vụ có nơi nhận và có hạn.",
            state=State.DRAFTING.tag("Dự thảo"),
            url=reverse("meetings:conclusion_list", args=[meeting.pk]),
            button="Xem và ban hành",
            urgency=SOON,
        )
        for meeting in rows.distinct().order_by(F("held_on").desc())[:10]
    ]


def search_meetings(actor: Actor, words: str) -> HitGroup | None:
    """Answer a search with the meetings one may see, the latest first."""
    if not actor.holds("meetings.view"):
        return None
    hits = [
        Hit(one.name, _when(one), reverse("meetings:meeting_detail", args=[one.pk]))
        for one in meetings(actor, words)[:_FEW]
    ]
    more = f"{reverse('meetings:meeting_list')}?{urlencode({'q': words})}"
    return HitGroup("Cuộc họp", hits, more) if hits else None


def _when(meeting: Meeting) -> str:
    day = f"{meeting.held_on:%d/%m/%Y}" if meeting.held_on else "nguồn không ghi ngày"
    return f"{meeting.get_kind_display()}, {day}"
