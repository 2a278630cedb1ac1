"""Who holds which office of a unit until when, and what there is to hold."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.offices import policies
from bongca.offices.models import Appointment, Body, Position
from bongca.org.models import Unit
from bongca.people.models import Person
from bongca.people.policies import visible_persons

FEW = 10


def officers_of(actor: Actor, unit: Unit, on: date) -> QuerySet[Appointment]:
    """Return who holds an office of the unit on that day, highest first."""
    held = policies.visible_appointments(actor).filter(unit=unit, during__contains=on)
    return held.select_related("position", "body__term").order_by("position__rank", "during", "pk")


def bodies_of(actor: Actor, unit: Unit, on: date) -> QuerySet[Body]:
    """Return the committees and offices of the unit on that day, with their terms."""
    bodies = policies.visible_bodies(actor).filter(unit=unit, during__contains=on)
    return bodies.select_related("term").order_by("pk")


def appointments_of(actor: Actor, unit: Unit) -> QuerySet[Appointment]:
    """Return everybody who has held an office of the unit, latest first."""
    held = policies.visible_appointments(actor).filter(unit=unit)
    return held.select_related("position", "body__term").order_by("-during", "position__rank", "pk")


def seen_appointment(actor: Actor, pk: object) -> Appointment:
    """Return an appointment the actor may see; raises Http404 otherwise."""
    held = policies.visible_appointments(actor).select_related("unit", "position", "body")
    return get_object_or_404(held, pk=pk)


def positions_at(unit: Unit) -> QuerySet[Position]:
    """Return the positions that exist at the tier of the unit, highest first."""
    return Position.objects.filter(tier=unit.tier).order_by("rank", "code")


def namesakes(actor: Actor, unit: Unit, match_key: str) -> list[Person]:
    """Return those of the unit and below who are called so, for people to say who is meant."""
    inside = visible_persons(actor).filter(
        unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt, match_key=match_key
    )
    return list(inside.exclude(status="merged").select_related("unit").order_by("birth_year")[:FEW])


def offices_open_at(actor: Actor, unit: Unit, on: date) -> list[tuple[str, str]]:
    """Return what may be filled at a unit as (key, words): a position, in which body if several.

    The key is the position's code, a colon, and the body's number where there is one already.
    """
    bodies = policies.visible_bodies(actor).filter(unit=unit, during__contains=on).order_by("pk")
    by_kind: dict[str, list[Body]] = {}
    for body in bodies:
        by_kind.setdefault(body.kind, []).append(body)
    found = []
    for position in positions_at(unit):
        there = by_kind.get(position.body_kind, [])
        if not there:
            found.append((f"{position.code}:", position.title))
        for body in there:
            words = position.title if len(there) == 1 else f"{position.title}, {body.name}"
            found.append((f"{position.code}:{body.pk}", words))
    return found


def count_officers(units: Sequence[Unit], on: date) -> dict[int, int]:
    """Count the offices held in each unit on that day, in one statement."""
    counted: dict[int, int] = dict.fromkeys((unit.pk for unit in units), 0)
    held = Appointment.objects.filter(unit__in=units, during__contains=on, voided_at__isnull=True)
    for unit_id in held.values_list("unit_id", flat=True):
        counted[unit_id] += 1
    return counted
