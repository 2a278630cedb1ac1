"""The sessions of the articles, entered as an office would; and a meeting of the cast's own."""

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
    call_participants,
    enter_meeting,
    record_opinion,
    record_report,
)
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.enums import MeetingKind, Part
from bongca.meetings.models import Meeting
from bongca.offices.actions.bodies import form_body
from bongca.offices.enums import BodyKind
from bongca.offices.models import Body
from bongca.org.actions.units import close_unit, create_unit
from bongca.org.models import Unit
from bongca.org.policies import actor_for
from bongca.portal.rules.demo_meetings import (
    ALL_BODIES,
    BODIES_SINCE,
    BODIES_SOURCE,
    OFFICE,
    Said,
    Session,
)
from bongca.portal.rules.demo_meetings import SESSIONS as CENTRAL_SESSIONS
from bongca.portal.rules.demo_sessions import (
    ARTICLE_2017,
    BAC_GIANG,
    EXCHANGE_ON,
    HAI_PHONG,
)
from bongca.portal.rules.demo_sessions import SESSIONS as MORE_SESSIONS

MERGED_ON = date(2025, 7, 1)
OWN_KEY, NEXT_KEY = "demo-briefing", "demo-next"
DAYS_AHEAD = 10
OWN_CONCLUSIONS = (
    Said(
        "Chuẩn bị nội dung, tài liệu Hội nghị Ban Chấp hành cuối năm; trình Thường trực trước khi"
        " họp.", (OFFICE,), deadline="từ nay đến cuối năm",
    ),
    Said(
        "Đôn đốc các tỉnh, thành phố chưa hoàn thành kiện toàn tổ chức Hội sau hợp nhất; báo cáo rõ"
        " vướng mắc của từng nơi.", ("Ban Tổ chức - Kiểm tra",), (OFFICE,), "trong 20 ngày",
    ),
    Said(
        "Tổng hợp kết quả Tháng hành động vì người cao tuổi của cả nước.", ("Ban Chăm sóc NCT",),
        deadline="trong 10 ngày",
    ),
    Said("Đề xuất nội dung kế hoạch phối hợp cho giai đoạn tới.", deadline="cuối năm"),
)  # fmt: skip


def hold_meetings(actor: Actor, units: dict[str, Unit]) -> None:
    """Enter the five sessions and the cast's own briefing; what is there is left alone."""
    there = set(Meeting.objects.exclude(seed_key="").values_list("seed_key", flat=True))
    bodies = _bodies(actor, units["central"])
    past = _units_of_2017(actor, units)
    for session in (*CENTRAL_SESSIONS, *MORE_SESSIONS):
        if session.key not in there:
            _enter(actor, session, past | units, bodies)
    if OWN_KEY not in there:
        _own_briefing(actor, units["central"], bodies)
    if NEXT_KEY not in there:
        _next_meeting(actor, units)


def _bodies(actor: Actor, central: Unit) -> dict[str, Body]:
    found = {body.name: body for body in Body.objects.filter(unit=central, name__in=ALL_BODIES)}
    for name in ALL_BODIES:
        if name not in found:
            kind = BodyKind.OFFICE if name == OFFICE else BodyKind.DEPARTMENT
            found[name] = form_body(
                actor=actor, unit=central, kind=kind, on=BODIES_SINCE, name=name,
                citation=BODIES_SOURCE,
            )  # fmt: skip
    return found


@transaction.atomic
def _units_of_2017(actor: Actor, units: dict[str, Unit]) -> dict[str, Unit]:
    """The two Hội of the exchange, as the article names them, until the mergers of 1/7/2025."""
    wanted = {"bac_giang": (BAC_GIANG, "bac_ninh"), "hai_phong_2017": (HAI_PHONG, "hai_phong")}
    found: dict[str, Unit] = {}
    for key, (name, successor) in wanted.items():
        unit = Unit.objects.filter(name=name, is_open=False).first()
        if unit is None:
            unit = create_unit(
                actor=actor, parent=units["central"], name=name, on=EXCHANGE_ON,
                citation=ARTICLE_2017,
            )  # fmt: skip
            unit = close_unit(
                actor=actor, unit=unit, on=MERGED_ON, successor=units[successor],
                citation="Nghị quyết 202/2025/QH15",
            )  # fmt: skip
        found[key] = unit
    return found


@transaction.atomic
def _enter(actor: Actor, session: Session, units: dict[str, Unit], bodies: dict[str, Body]) -> None:
    unit = units[session.unit]
    meeting = enter_meeting(
        actor=actor,
        unit=unit,
        words=MeetingWords(
            kind=session.kind, name=session.name, held_on=session.held_on, place=session.place,
            chair_office=session.chair_office, convener=session.convener, source=session.source,
        ),
        bodies=[bodies[name] for name in session.bodies],
        seed_key=session.key,
    )  # fmt: skip
    called = [Called(body=bodies[name], attended=True) for name in session.bodies]
    called += [
        Called(office=words, delegation=delegation and f"Đoàn {delegation}", attended=True)
        for words, delegation in session.guests
    ]
    if session.kind == MeetingKind.EXCHANGE:
        guest = units["hai_phong_2017"]
        called.append(Called(unit=guest, delegation=f"Đoàn {HAI_PHONG}", attended=True))
    call_participants(actor=actor, meeting=meeting, called=called)
    for said_by, text in session.reports:
        record_report(
            actor=actor, meeting=meeting, said_by=said_by, text=text, body=bodies.get(said_by),
            papers=session.source,
        )  # fmt: skip
    for said_by, text in session.opinions:
        record_opinion(
            actor=actor, meeting=meeting, said_by=said_by, text=text, is_source_words=True
        )
    _conclude(actor, meeting, session.conclusions, bodies)
    if session.conclusions:
        publish_notice(actor=actor, meeting=meeting, gives_tasks=False)


def _conclude(
    actor: Actor, meeting: Meeting, conclusions: tuple[Said, ...], bodies: dict[str, Body]
) -> None:
    for said in conclusions:
        parties = [_party(Part.LEAD, name, bodies) for name in said.owners]
        parties += [_party(Part.SUPPORT, name, bodies) for name in said.helpers]
        write_conclusion(
            actor=actor, meeting=meeting, parties=parties,
            words=ConclusionWords(said.words, said.deadline, citation=said.citation),
        )  # fmt: skip


def _party(part: Part, name: str, bodies: dict[str, Body]) -> Party:
    body = bodies.get(name)
    return Party(part, body=body, said="" if body else name)


@transaction.atomic
def _own_briefing(actor: Actor, central: Unit, bodies: dict[str, Body]) -> None:
    """A briefing of the invented cast a week ago: its conclusions are tasks under way."""
    chair = User.objects.filter(username="binh").first()
    if chair is None:
        return
    held_on = actor.today - timedelta(days=7)
    held_on -= timedelta(days=max(0, held_on.weekday() - 4))
    meeting = enter_meeting(
        actor=actor,
        unit=central,
        chair=chair,
        words=MeetingWords(
            kind=MeetingKind.BRIEFING,
            name=f"Họp giao ban Thường trực Trung ương Hội tháng {held_on.month}",
            held_on=held_on,
            place="trụ sở Trung ương Hội",
            chair_name=chair.display_name,
            chair_office="Phó Chủ tịch Hội",
        ),
        bodies=list(bodies.values()),
        seed_key=OWN_KEY,
    )
    people = User.objects.filter(username__in=("binh", "mai", "tu")).order_by("username")
    call_participants(
        actor=actor, meeting=meeting,
        called=[
            Called(
                user=one, name=one.display_name, counts_for_quorum=True, attended=True,
            )
            for one in people
        ],
    )  # fmt: skip
    _conclude(actor, meeting, OWN_CONCLUSIONS, bodies)
    publish_notice(actor=actor_for(chair, actor.today), meeting=meeting)


@transaction.atomic
def _next_meeting(actor: Actor, units: dict[str, Unit]) -> None:
    """A meeting to come, so that invitations wait for an answer."""
    chair = User.objects.filter(username="binh").first()
    if chair is None:
        return
    held_on = actor.today + timedelta(days=DAYS_AHEAD)
    held_on += timedelta(days=(7 - held_on.weekday()) % 7 if held_on.weekday() > 4 else 0)
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
            chair_office="Phó Chủ tịch Hội",
        ),
        seed_key=NEXT_KEY,
    )
    people = User.objects.filter(username__in=("binh", "mai", "tu")).order_by("username")
    called = [Called(user=one, name=one.display_name, counts_for_quorum=True) for one in people]
    called += [Called(unit=units[key]) for key in ("bac_ninh", "hai_phong")]
    call_participants(actor=actor, meeting=meeting, called=called)
    for title, minutes in (("Kết quả kiện toàn tổ chức Hội", 40), ("Công tác cuối năm", 50)):
        add_agenda_item(actor=actor, meeting=meeting, title=title, minutes=minutes)
