"""Whom to call at a unit: its head, else the unit's own number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bongca.org.models import Grant, Unit

_HEADS = ("branch_head", "commune_chair", "province_office", "central_office")


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    phone: str


def contacts_of(units: Iterable[Unit], today: date) -> dict[int, Contact]:
    """Return by unit whom to call, in one query."""
    listed = {unit.pk: unit for unit in units}
    found = {pk: Contact("", unit.phone) for pk, unit in listed.items()}
    grants = (
        Grant.objects.filter(
            unit__in=listed, role__in=_HEADS, during__contains=today, user__is_active=True
        )
        .select_related("user")
        .order_by("-pk")
    )
    for grant in grants:
        if grant.unit_id in listed:
            phone = grant.user.phone or listed[grant.unit_id].phone
            found[grant.unit_id] = Contact(grant.user.display_name, phone)
    return found


_SIGNERS = {"branch": "branch_head", "commune": "commune_chair"}


def signer_of(unit: Unit, today: date) -> str:
    """Return the name of whoever signs for a unit, or nothing where no grant says it.

    Above the commune no role is the chair's own, so the line stays open to be written in.
    """
    role = _SIGNERS.get(unit.tier)
    if role is None:
        return ""
    grant = (
        Grant.objects.filter(unit=unit, role=role, during__contains=today, user__is_active=True)
        .select_related("user")
        .order_by("pk")
        .first()
    )
    return grant.user.display_name if grant else ""
