"""Incidents with personal data: written down at once, reported within 72 hours."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.text import nfc
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.privacy.actions.refusals import DayOutside, WordsMissing, WrongState
from bongca.privacy.models import Incident
from bongca.privacy.policies import WATCH, visible_incidents


@dataclass(frozen=True, slots=True)
class Found:
    """What is known when an incident is discovered."""

    known_at: datetime
    what: str
    which_data: str
    whose: str


@dataclass(frozen=True, slots=True)
class Handled:
    """How far it is: measures, report to the specialised body, the persons told, the end."""

    measures: str
    reported_at: datetime | None = None
    reported_to: str = ""
    told_on: date | None = None
    is_closed: bool = False


@transaction.atomic
def record_incident(*, actor: Actor, unit: Unit, found: Found) -> Incident:
    """Write an incident down; its clock runs from when it was known.

    Raises DayOutside for a moment to come, WordsMissing, NotAllowed, Frozen; Http404.
    """
    require_writable(actor, WATCH, unit)
    if found.known_at > clock.now():
        raise DayOutside("Lúc biết chuyện chưa tới.", "known_on")
    for name in ("what", "which_data", "whose"):
        if not nfc(getattr(found, name)):
            raise WordsMissing("Xin ghi mục này.", name)
    incident = Incident.objects.create(
        unit=unit,
        known_at=found.known_at,
        what=nfc(found.what)[:1000],
        which_data=nfc(found.which_data)[:300],
        whose=nfc(found.whose)[:300],
        recorded_by=actor.label,
        recorded_at=clock.now(),
    )
    audit.record(actor, "privacy.record_incident", incident)
    return incident


@transaction.atomic
def handle_incident(*, actor: Actor, incident_id: int, handled: Handled) -> Incident:
    """Write down what was done about an incident, whom it was reported to, and its end.

    Raises WrongState once closed, DayOutside, WordsMissing, NotAllowed, Frozen; Http404.
    """
    rows = visible_incidents(actor).select_for_update(of=("self",)).select_related("unit")
    incident = get_object_or_404(rows, pk=incident_id)
    require_writable(actor, WATCH, incident.unit)
    if incident.closed_on:
        raise WrongState("Sự cố này đã ghi xong.")
    _check(actor, incident, handled)
    incident.measures = nfc(handled.measures)[:1000]
    incident.reported_at = handled.reported_at
    incident.reported_to = nfc(handled.reported_to)[:200] if handled.reported_at else ""
    incident.told_on = handled.told_on
    incident.closed_on = actor.today if handled.is_closed else None
    incident.save()
    changes = {
        "reported_at": incident.reported_at,
        "told_on": incident.told_on,
        "closed_on": incident.closed_on,
    }
    audit.record(actor, "privacy.handle_incident", incident, changes=changes)
    return incident


def _check(actor: Actor, incident: Incident, handled: Handled) -> None:
    if not nfc(handled.measures):
        raise WordsMissing("Xin ghi đã làm gì.", "measures")
    if handled.reported_at and not nfc(handled.reported_to):
        raise WordsMissing("Xin ghi đã báo cho cơ quan nào.", "reported_to")
    if nfc(handled.reported_to) and not handled.reported_at:
        raise WordsMissing("Xin ghi ngày giờ đã báo.", "reported_on")
    if handled.reported_at and not incident.known_at <= handled.reported_at <= clock.now():
        raise DayOutside("Lúc báo phải từ lúc biết chuyện đến bây giờ.", "reported_on")
    if handled.told_on and handled.told_on > actor.today:
        raise DayOutside("Ngày báo cho người bị ảnh hưởng chưa tới.", "told_on")
    if handled.is_closed and not handled.reported_at:
        raise WordsMissing("Chưa báo cơ quan chuyên trách thì chưa ghi xong được.", "is_closed")
