"""The sessions of the articles, entered as an office would."""

from datetime import date

from django.db import transaction

from bongca.core.actor import Actor
from bongca.meetings.actions.meetings import (
    Called,
    MeetingWords,
    call_participants,
    enter_meeting,
    record_opinion,
    record_report,
)
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.enums import MeetingKind
from bongca.meetings.models import Meeting
from bongca.offices.actions.bodies import form_body
from bongca.offices.enums import BodyKind
from bongca.offices.models import Body
from bongca.org.actions.units import close_unit, create_unit
from bongca.org.models import Unit
from bongca.portal.actions.demo_own import (
    answer_from_above,
    conclude,
    hold_own_meetings,
    set_agenda,
)
from bongca.portal.rules import demo_sessions, demo_sessions_2023, demo_sessions_guests
from bongca.portal.rules.demo_meetings import (
    ALL_BODIES,
    BODIES_SINCE,
    BODIES_SOURCE,
    OFFICE,
    Session,
)
from bongca.portal.rules.demo_sessions_guests import (
    ARTICLE_2017,
    BAC_GIANG,
    BRIEFING,
    EXCHANGE_ON,
    HAI_PHONG,
)

SESSIONS = (
    *demo_sessions.SESSIONS, *demo_sessions_2023.SESSIONS, *demo_sessions_guests.SESSIONS
)  # fmt: skip
MERGED_ON = date(2025, 7, 1)


def hold_meetings(actor: Actor, units: dict[str, Unit]) -> None:
    """Enter the five sessions and the cast's own meetings; what is there is left alone."""
    there = set(Meeting.objects.exclude(seed_key="").values_list("seed_key", flat=True))
    bodies = _bodies(actor, units["central"])
    past = _units_of_2017(actor, units)
    for session in SESSIONS:
        if session.key not in there:
            _enter(actor, session, past | units, bodies)
    hold_own_meetings(actor, units, bodies, there)


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
    call_participants(actor=actor, meeting=meeting, called=_present(session, units, bodies))
    set_agenda(actor, meeting, session.agenda)
    for said_by, text in session.reports:
        record_report(
            actor=actor, meeting=meeting, said_by=said_by, text=text, body=bodies.get(said_by)
        )
    for said_by, text in session.opinions:
        record_opinion(
            actor=actor, meeting=meeting, said_by=said_by, text=text, is_source_words=True
        )
    conclude(actor, meeting, session.conclusions, bodies)
    if session.key == BRIEFING:
        answer_from_above(actor, meeting, bodies)
    elif session.conclusions:
        publish_notice(actor=actor, meeting=meeting, gives_tasks=False)


def _present(session: Session, units: dict[str, Unit], bodies: dict[str, Body]) -> list[Called]:
    called = [Called(body=bodies[name], attended=True) for name in session.bodies]
    called += [
        Called(body=bodies[name], office="Lãnh đạo", attended=True) for name in session.attending
    ]
    called += [
        Called(
            office=guest.words,
            delegation=guest.delegation and f"Đoàn {guest.delegation}",
            leads_delegation=guest.leads,
            attended=True,
        )
        for guest in session.guests
    ]
    if session.kind == MeetingKind.EXCHANGE:
        guest_unit = units["hai_phong_2017"]
        called.append(Called(unit=guest_unit, delegation=f"Đoàn {HAI_PHONG}", attended=True))
    return called
