"""Accounts for all who head the branches of a commune, at once."""

from dataclasses import dataclass

from django.db import transaction

from bongca.accounts.actions.passwords import Slip
from bongca.accounts.actions.users import NewAccount, open_accounts
from bongca.accounts.models import User
from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.offices.models import Appointment
from bongca.offices.queries.branch_heads import ROLE, branch_heads, users_of_persons
from bongca.org import policies
from bongca.org.actions.grants import give_grant
from bongca.org.models import Unit
from bongca.people.enums import Sex
from bongca.people.models import UserPerson


@dataclass(frozen=True, slots=True)
class BranchSlip:
    """A slip and the branch its bearer heads."""

    slip: Slip
    branch: Unit


class NotACommune(DomainError):
    def __init__(self) -> None:
        super().__init__("not_a_commune", "Chỉ cấp tài khoản một lượt được cho một xã, phường.")


@transaction.atomic
def provision_branch_heads(*, actor: Actor, commune: Unit) -> list[BranchSlip]:
    """Open an account for every recorded chi hội trưởng of a commune who has none.

    Returns the slips to print; run again it finds nobody left. One who already signs in for
    another reason gets the right and no slip. Raises Http404, NotAllowed, NotACommune.
    """
    policies.require_writable(actor, "accounts.provision", commune)
    if commune.tier != "commune":
        raise NotACommune
    # Two presses at once would each find the same heads without accounts.
    Unit.objects.select_for_update().get(pk=commune.pk)
    lacking = [head for head in branch_heads(actor, commune) if head.lacks_account]
    appointments = [head.appointment for head in lacking if head.appointment is not None]
    known = users_of_persons(appointment.person_id for appointment in appointments)
    fresh = [each for each in appointments if each.person_id not in known]
    slips = open_accounts(actor=actor, accounts=[_account(each) for each in fresh])
    opened = {each.person_id: slip.user for each, slip in zip(fresh, slips, strict=True)}
    UserPerson.objects.bulk_create(
        UserPerson(user=user, person_id=person_id) for person_id, user in opened.items()
    )
    branches = {head.branch.pk: head.branch for head in lacking}
    for each in appointments:
        _let_in(actor, each, branches[each.unit_id], known | opened)
    audit.record(
        actor, "offices.provision_branch_heads", commune,
        changes={"opened": len(slips), "granted": len(appointments)},
    )  # fmt: skip
    pairs = zip(fresh, slips, strict=True)
    return [BranchSlip(slip, branches[each.unit_id]) for each, slip in pairs]


def _account(appointment: Appointment) -> NewAccount:
    salutation = "ba" if appointment.person.sex == Sex.FEMALE else "ong"
    return NewAccount(appointment.display_name, salutation, appointment.person.phone)


def _let_in(
    actor: Actor, appointment: Appointment, branch: Unit, users: dict[object, User]
) -> None:
    """Hang the right on the appointment, so that both end together."""
    user = users[appointment.person_id]
    if user.pk == actor.user_id:
        return
    appointment.grant = give_grant(
        actor=actor, user=user, role=ROLE, unit=branch, title=appointment.position.title
    )
    appointment.save(update_fields=["grant"])
