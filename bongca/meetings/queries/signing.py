"""Who signs by order of the chair."""

from dataclasses import replace

from bongca.core.actor import Actor
from bongca.documents.queries.signing import signature_for, signing_rules
from bongca.meetings.models import Meeting
from bongca.offices.policies import visible_appointments
from bongca.papers.rules.paper import Authority, Signature


def office_chief_of(actor: Actor, meeting: Meeting) -> str:
    """Return the name of the Chánh Văn phòng of the meeting's unit on its day, or nothing."""
    day = meeting.held_on or actor.today
    held = visible_appointments(actor).filter(
        unit=meeting.unit, position__code__endswith=".office_chief", during__contains=day
    )
    chief = held.order_by("pk").first()
    return chief.display_name if chief else ""


def notice_signers(actor: Actor, meeting: Meeting) -> tuple[Signature, ...]:
    """Return the sign-off of a thông báo, with the chief of the office by name where known.

    Nothing where the unit has a signing rule of its own: that rule decides on the day of signing.
    """
    day = actor.today
    if signing_rules(meeting.unit, day).filter(type_sign__in={"TB", ""}).exists():
        return ()
    usual = signature_for(meeting.unit, "TB", day)
    chief = office_chief_of(actor, meeting) if usual.authority is Authority.ORDER else ""
    return (replace(usual, name=chief or usual.name),)
