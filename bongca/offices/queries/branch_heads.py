"""Who heads the branches of a commune, and which of them can sign in."""

from collections.abc import Iterable
from dataclasses import dataclass

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.offices.models import Appointment
from bongca.org import policies
from bongca.org.models import Grant, Unit
from bongca.people.models import UserPerson

ROLE = "branch_head"


@dataclass(frozen=True, slots=True)
class BranchHead:
    """A branch, who heads it today if that is recorded, and who signs in for it."""

    branch: Unit
    appointment: Appointment | None
    user: User | None

    @property
    def lacks_account(self) -> bool:
        return self.user is None and self.appointment is not None


def branch_heads(actor: Actor, commune: Unit) -> list[BranchHead]:
    """Return the open branches of a commune in order, in three queries whatever their number."""
    branches = list(
        policies.visible_units(actor)
        .filter(parent=commune, tier="branch", is_open=True)
        .order_by("sort_key", "pk")
    )
    appointments = _heads(actor, branches)
    users = _users(actor, branches)
    return [BranchHead(b, appointments.get(b.pk), users.get(b.pk)) for b in branches]


def users_of_persons(person_ids: Iterable[object]) -> dict[object, User]:
    """Return the users these persons already are."""
    links = UserPerson.objects.filter(person_id__in=list(person_ids)).select_related("user")
    return {link.person_id: link.user for link in links if link.user.is_active}


def _heads(actor: Actor, branches: list[Unit]) -> dict[int, Appointment]:
    found = Appointment.objects.filter(
        unit__in=branches,
        position__role=ROLE,
        during__contains=actor.today,
        voided_at__isnull=True,
    ).select_related("person", "position")
    return {appointment.unit_id: appointment for appointment in found}


def _users(actor: Actor, branches: list[Unit]) -> dict[int, User]:
    found = Grant.objects.filter(
        unit__in=branches, role=ROLE, during__contains=actor.today, user__is_active=True
    ).select_related("user")
    return {grant.unit_id: grant.user for grant in found if grant.unit_id is not None}
