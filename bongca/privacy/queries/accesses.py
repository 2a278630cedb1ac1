"""The log of who looked at what is hidden and who took data out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet

from bongca.core.actor import Actor
from bongca.core.clock import VIETNAM
from bongca.core.models import AuditEntry
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.people.policies import visible_persons
from bongca.privacy.policies import WATCH, visible_accesses
from bongca.privacy.rules.acts import WATCHED


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the log: an act, a unit and below, first and last day."""

    act: str = ""
    unit: Unit | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """One line of the log in words."""

    at: datetime
    who: str
    act: str
    unit: str
    about: str
    person_id: UUID | None
    purpose: str


def accesses(actor: Actor, wanted: Wanted) -> QuerySet[AuditEntry]:
    """Return the entries wanted, the newest first. Raises NotAllowed."""
    require(actor, WATCH)
    rows = visible_accesses(actor)
    if wanted.act in WATCHED:
        rows = rows.filter(act=wanted.act)
    if wanted.unit is not None:
        below = Unit.objects.filter(lft__gte=wanted.unit.lft, lft__lte=wanted.unit.rgt)
        rows = rows.filter(unit_id__in=below.values("pk"))
    if wanted.first:
        rows = rows.filter(at__gte=_midnight(wanted.first))
    if wanted.last:
        rows = rows.filter(at__lt=_midnight(wanted.last + timedelta(days=1)))
    return rows.order_by("-at", "-pk")


def lines(actor: Actor, entries: Sequence[AuditEntry]) -> list[Access]:
    """Put entries into words, two statements for a page; a person out of sight has no name."""
    persons = visible_persons(actor).filter(pk__in=[one.person_id for one in entries])
    names: Mapping[UUID, str] = dict(persons.values_list("pk", "full_name"))
    units = visible_units(actor).filter(pk__in=[one.unit_id for one in entries])
    places: Mapping[int, str] = dict(units.values_list("pk", "name"))
    return [_line(one, names, places) for one in entries]


def _line(entry: AuditEntry, names: Mapping[UUID, str], places: Mapping[int, str]) -> Access:
    known = names.get(entry.person_id) if entry.person_id else None
    count = entry.changes.get("count")
    about = known or ("Một hội viên" if entry.person_id else "")
    if count is not None:
        about = f"{count} người"
    return Access(
        entry.at,
        entry.actor_label,
        WATCHED[entry.act],
        places.get(entry.unit_id or 0, ""),
        about,
        entry.person_id if known else None,
        str(entry.changes.get("purpose", "")),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=VIETNAM)
