"""Meetings of the invented cast, past and to come; and how it answers guidance from above."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.db import transaction

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.clock import VIETNAM
from bongca.meetings.actions.conclusions import ConclusionWords, Party, write_conclusion
from bongca.meetings.actions.meetings import (
    Called,
    MeetingWords,
    add_agenda_item,
    answer_invitation,
    call_participants,
    enter_meeting,
    record_report,
)
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.enums import MeetingKind, Part, Reply
from bongca.meetings.models import Conclusion, Meeting, Participant
from bongca.offices.models import Body
from bongca.org.models import Unit
from bongca.org.policies import actor_for
from bongca.portal.rules import demo_own as story
from bongca.portal.rules.demo_meetings import Point, Said
from bongca.programmes.actions.programmes import create_programme
from bongca.programmes.actions.tasks import Assignee, give_task
from bongca.programmes.enums import Part as TaskPart
from bongca.programmes.enums import ProgrammeKind

Bodies = Mapping[str, Body]
CHAIR_OFFICE = "Phó Chủ tịch Hội"
PLACE = "trụ sở Trung ương Hội"


def hold_own_meetings(
    actor: Actor, units: Mapping[str, Unit], bodies: Bodies, there: set[str]
) -> None:
    """Hold the cast's own meetings that are not there yet: two past, one to come, a commune's."""
    chair = User.objects.filter(username="binh").first()
    if chair is None:
        return
    central = units["central"]
    if story.EARLIER_KEY not in there:
        held_on = _working_day(actor.today - timedelta(days=35))
        _briefing(actor, central, chair, held_on, story.EARLIER_KEY, bodies)
    if story.OWN_KEY not in there:
        held_on = _working_day(actor.today - timedelta(days=7))
        _briefing(actor, central, chair, held_on, story.OWN_KEY, bodies)
    if story.NEXT_KEY not in there:
        _next_meeting(actor, units, chair)
    if story.COMMUNE_KEY not in there:
        _commune_meeting(actor)


def conclude(actor: Actor, meeting: Meeting, said: tuple[Said, ...], bodies: Bodies) -> None:
    """Write conclusions with their owners and helpers, as the register or the source has them."""
    for one in said:
        parties = [_party(Part.LEAD, name, bodies) for name in one.owners]
        parties += [_party(Part.SUPPORT, name, bodies) for name in one.helpers]
        write_conclusion(
            actor=actor, meeting=meeting, parties=parties,
            words=ConclusionWords(one.words, one.deadline, citation=one.citation),
        )  # fmt: skip


def set_agenda(actor: Actor, meeting: Meeting, points: tuple[Point, ...]) -> None:
    """Write the points of an agenda in their order."""
    for point in points:
        add_agenda_item(
            actor=actor, meeting=meeting, title=point.title, presenter=point.presenter,
            papers=point.papers,
        )  # fmt: skip


def answer_from_above(actor: Actor, meeting: Meeting, bodies: Bodies) -> None:
    """Answer a superior's conclusions by an own programme; each becomes a task somebody leads.

    The words are the superior's; the programme and who leads are the demonstration's.
    """
    programme = create_programme(
        actor=actor, unit=meeting.unit, kind=ProgrammeKind.PLAN, name=story.ANSWER_NAME,
        since=actor.today.replace(month=1, day=1), until=actor.today.replace(month=12, day=31),
        citation=meeting.source,
    )  # fmt: skip
    publish_notice(actor=actor, meeting=meeting, programme=programme)
    rows = Conclusion.objects.filter(meeting=meeting).select_related("task").order_by("number")
    for conclusion, name in zip(rows, story.ANSWER_LEADS, strict=True):
        assert conclusion.task is not None
        lead = Assignee(body=bodies[name], role=TaskPart.LEAD)
        give_task(actor=actor, task=conclusion.task, assignees=[lead])


def _party(part: Part, name: str, bodies: Bodies) -> Party:
    body = bodies.get(name)
    return Party(part, body=body, said="" if body else name)


def _working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _next_working_day(day: date) -> date:
    return day + timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)


@transaction.atomic
def _briefing(
    actor: Actor, central: Unit, chair: User, held_on: date, key: str, bodies: Bodies
) -> None:
    is_last = key == story.OWN_KEY
    meeting = enter_meeting(
        actor=actor,
        unit=central,
        chair=chair,
        words=MeetingWords(
            kind=MeetingKind.BRIEFING,
            name=f"Họp giao ban Thường trực Trung ương Hội tháng {held_on.month}",
            held_on=held_on,
            place=PLACE,
            chair_name=chair.display_name,
            chair_office=CHAIR_OFFICE,
        ),
        bodies=list(bodies.values()),
        seed_key=key,
    )
    _call_central(actor, meeting, attended=True)
    if is_last:
        set_agenda(actor, meeting, story.OWN_AGENDA)
        for name, text in story.OWN_REPORTS:
            record_report(actor=actor, meeting=meeting, said_by=name, text=text, body=bodies[name])
    said = story.OWN_CONCLUSIONS if is_last else story.EARLIER_CONCLUSIONS
    conclude(actor, meeting, said, bodies)
    publish_notice(actor=actor_for(chair, actor.today), meeting=meeting)


@transaction.atomic
def _next_meeting(actor: Actor, units: Mapping[str, Unit], chair: User) -> None:
    """A meeting to come, so that invitations wait for an answer."""
    held_on = _next_working_day(actor.today + timedelta(days=10))
    meeting = enter_meeting(
        actor=actor,
        unit=units["central"],
        chair=chair,
        words=MeetingWords(
            kind=MeetingKind.ONLINE,
            name="Họp trực tuyến với các tỉnh, thành phố về công tác cuối năm",
            held_on=held_on,
            starts_at=datetime.combine(held_on, time(8, 30), VIETNAM),
            place="phòng họp trực tuyến của Trung ương Hội",
            chair_name=chair.display_name,
            chair_office=CHAIR_OFFICE,
        ),
        seed_key=story.NEXT_KEY,
    )
    _call_central(actor, meeting)
    provinces = [Called(unit=units[key]) for key in ("bac_ninh", "hai_phong")]
    call_participants(actor=actor, meeting=meeting, called=provinces)
    own = Participant.objects.get(meeting=meeting, user=chair)
    answer_invitation(actor=actor_for(chair, actor.today), participant=own, reply=Reply.COMING)
    set_agenda(actor, meeting, story.NEXT_AGENDA)


def _call_central(actor: Actor, meeting: Meeting, *, attended: bool | None = None) -> None:
    people = User.objects.filter(username__in=("binh", "mai", "tu")).order_by("username")
    called = [
        Called(user=one, name=one.display_name, counts_for_quorum=True, attended=attended)
        for one in people
    ]
    call_participants(actor=actor, meeting=meeting, called=called)


@transaction.atomic
def _commune_meeting(actor: Actor) -> None:
    """Ông Minh calls the chi hội of his commune together in some days."""
    chair = User.objects.filter(username="minh").first()
    if chair is None:
        return
    minh = actor_for(chair, actor.today)
    commune = Unit.objects.get(pk=minh.unit_id or 0)
    held_on = _next_working_day(actor.today + timedelta(days=4))
    meeting = enter_meeting(
        actor=minh,
        unit=commune,
        chair=chair,
        words=MeetingWords(
            kind=MeetingKind.BRIEFING,
            name=f"Họp giao ban với các chi hội trưởng tháng {held_on.month}",
            held_on=held_on,
            starts_at=datetime.combine(held_on, time(14), VIETNAM),
            place="nhà văn hóa xã",
            chair_name=chair.display_name,
            chair_office="Chủ tịch Hội NCT xã",
        ),
        seed_key=story.COMMUNE_KEY,
    )
    branches = Unit.objects.filter(parent=commune, tier="branch", is_open=True).order_by("lft")
    called = [Called(unit=branch) for branch in branches]
    call_participants(actor=minh, meeting=meeting, called=called)
    set_agenda(minh, meeting, (Point("Danh sách chúc thọ, mừng thọ"), Point("Cấp đổi thẻ")))
