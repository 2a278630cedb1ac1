"""Meetings of the cast, entered through the actions."""

from datetime import date
from typing import Any

from bongca.core.actor import Actor
from bongca.meetings.actions.conclusions import ConclusionWords, Party, write_conclusion
from bongca.meetings.actions.meetings import (
    Called,
    MeetingWords,
    call_participants,
    enter_meeting,
)
from bongca.meetings.enums import MeetingKind, Part
from bongca.meetings.models import Conclusion, Meeting, Participant
from bongca.offices.actions.bodies import form_body
from bongca.offices.enums import BodyKind
from bongca.offices.models import Body
from bongca.org.models import Unit
from tests.cast import TODAY, Cast

HELD = date(2026, 11, 16)
FORMED = date(2025, 8, 1)


def add_meeting(cast: Cast, unit: str = "central", who: str = "mai", **changed: Any) -> Meeting:
    """Enter a meeting of a unit by its office."""
    words: dict[str, Any] = {
        "kind": MeetingKind.BRIEFING,
        "name": "Họp giao ban tháng 11 năm 2026",
        "held_on": HELD,
        "place": "trụ sở Trung ương Hội",
        "chair_name": "Phạm Thanh Bình",
        "chair_office": "Phó Chủ tịch Hội",
    } | changed
    return enter_meeting(actor=cast.actor(who), unit=cast.units[unit], words=MeetingWords(**words))


def add_bodies(cast: Cast) -> dict[str, Body]:
    """Form the bodies that own conclusions at Central."""
    kinds = {
        "Ban Chăm sóc NCT": BodyKind.DEPARTMENT,
        "Ban Tổ chức - Kiểm tra": BodyKind.DEPARTMENT,
        "Văn phòng": BodyKind.OFFICE,
    }
    actor = Actor.system(TODAY)
    return {
        name: form_body(actor=actor, unit=cast.central, kind=kind, on=FORMED, name=name)
        for name, kind in kinds.items()
    }


def conclude(
    cast: Cast,
    meeting: Meeting,
    words: str = "Chuẩn bị Hội nghị Ban Chấp hành cuối năm.",
    *,
    deadline: str = "trước ngày 15/12",
    lead: Body | Unit | None = None,
    who: str = "mai",
    **more: Any,
) -> Conclusion:
    """Write a conclusion with at most one owner."""
    parties = []
    if isinstance(lead, Body):
        parties = [Party(Part.LEAD, body=lead)]
    elif isinstance(lead, Unit):
        parties = [Party(Part.LEAD, unit=lead)]
    return write_conclusion(
        actor=cast.actor(who),
        meeting=meeting,
        words=ConclusionWords(words, deadline, **more),
        parties=parties,
    )


def call(
    cast: Cast, meeting: Meeting, *people: str, who: str = "mai", votes: bool = True
) -> list[Participant]:
    """Call people of the cast to a meeting, with a vote."""
    called = [
        Called(user=cast.users[name], name=cast.users[name].display_name, counts_for_quorum=votes)
        for name in people
    ]
    return call_participants(actor=cast.actor(who), meeting=meeting, called=called)


def call_units(cast: Cast, meeting: Meeting, unit: str, who: str = "mai") -> Participant:
    """Call a unit of the cast to a meeting."""
    called = [Called(unit=cast.units[unit])]
    return call_participants(actor=cast.actor(who), meeting=meeting, called=called)[0]
