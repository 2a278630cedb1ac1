"""Accounts of those who work below: the officer one tier up opens, resets and closes them."""

from collections.abc import Sequence

from django.db import transaction

from bongca.accounts.actions import users as own
from bongca.accounts.actions.passwords import Slip
from bongca.accounts.actions.passwords import issue_slip as give_slip
from bongca.accounts.actions.second_factor import drop_second_factor
from bongca.accounts.actions.users import NewAccount
from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.org import policies
from bongca.org.actions.grants import GrantRefused, give_grant, has_giver
from bongca.org.models import Unit


@transaction.atomic
def issue_slip(*, actor: Actor, user: User) -> Slip:
    """Give a user one tier down a new first-sign-in slip.

    Also takes the second factor away: whoever lost the telephone asks here too. Raises Http404,
    NotAllowed (oneself, a user beside or further down, one who also works out of reach).
    """
    policies.require_reset(actor, user)
    drop_second_factor(actor=actor, user=user)
    return give_slip(actor=actor, user=user)


@transaction.atomic
def open_account(
    *, actor: Actor, account: NewAccount, unit: Unit, role: str, title: str = ""
) -> Slip:
    """Open an account and let it act for a unit at once, in a role that fits there.

    Raises Http404, NotAllowed, NoName, and what `give_grant` raises.
    """
    policies.require(actor, "accounts.provision", unit)
    slip = own.open_accounts(actor=actor, accounts=[account])[0]
    give_grant(actor=actor, user=slip.user, role=role, unit=unit, title=title)
    return slip


@transaction.atomic
def open_first_accounts(
    *, actor: Actor, central: Unit, accounts: Sequence[NewAccount]
) -> list[Slip]:
    """Open the accounts from which every other right is given: the installation's own act.

    Raises NotAllowed for anybody else, GrantRefused where somebody gives rights at Central.
    """
    if not actor.is_system:
        raise NotAllowed("grants.give")
    if has_giver(actor.today):
        raise GrantRefused("has_giver", "Trung ương đã có người giao quyền, xin nhờ người ấy.")
    slips = own.open_accounts(actor=actor, accounts=accounts)
    for slip in slips:
        give_grant(actor=actor, user=slip.user, role="administrator", unit=central)
    return slips


@transaction.atomic
def close_account(*, actor: Actor, user: User) -> None:
    """Close the account of a user of one's own unit or below, which lets nobody in.

    Raises Http404, NotAllowed (oneself, or a user who also works out of reach).
    """
    policies.require_over(actor, "accounts.reset", user)
    own.close_account(actor=actor, user=user)


@transaction.atomic
def reopen_account(*, actor: Actor, user: User) -> Slip:
    """Open such an account again, with a new slip. Raises as `issue_slip`."""
    policies.require_reset(actor, user)
    return own.reopen_account(actor=actor, user=user)


@transaction.atomic
def edit_account(
    *, actor: Actor, user: User, display_name: str, salutation: str, phone: str
) -> None:
    """Correct how such a user is called and reached. Raises as `close_account`, NoName."""
    policies.require_over(actor, "accounts.provision", user)
    own.edit_account(
        actor=actor, user=user, display_name=display_name, salutation=salutation, phone=phone
    )
