"""Passwords: the one on a slip, and the one a person chooses."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from bongca.accounts import policies, rules
from bongca.accounts.actions.sessions import end_sessions_of
from bongca.accounts.models import User
from bongca.core import audit, clock
from bongca.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Slip:
    """What is printed on a first-sign-in slip; the password stands nowhere else."""

    user: User
    password: str


@transaction.atomic
def issue_slip(*, actor: Actor, user: User) -> Slip:
    """Give a user a one-time password to be changed at the next sign-in.

    The password so far and every session end. Raises NotAllowed without `accounts.reset`.
    """
    policies.require_word(actor, "accounts.reset")
    password = write_slip(actor, user)
    user.save()
    end_sessions_of(user.pk)
    audit.record(actor, "accounts.issue_slip", user)
    return Slip(user, password)


def write_slip(actor: Actor, user: User) -> str:
    """Set a one-time password on a user about to be saved, and return it for the slip."""
    password = rules.one_time_password(secrets.randbelow)
    user.set_password(password)
    user.must_change_password = True
    user.slip_issued_by_id = actor.user_id
    user.slip_issued_at = clock.now()
    user.slip_expires_at = user.slip_issued_at + timedelta(days=settings.SLIP_DAYS)
    return password


@transaction.atomic
def choose_password(*, actor: Actor, user: User, password: str) -> None:
    """Set the password a person chose for herself; a slip has then done its work.

    Raises NotAllowed for another's account.
    """
    policies.require_oneself(actor, user)
    user.set_password(password)
    user.must_change_password = False
    user.slip_expires_at = None
    user.save(update_fields=["password", "must_change_password", "slip_expires_at"])
    audit.record(actor, "accounts.choose_password", user)
