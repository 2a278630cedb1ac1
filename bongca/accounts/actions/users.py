"""Accounts: opened for somebody, closed, opened again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction

from bongca.accounts import policies, queries, rules
from bongca.accounts.actions.passwords import Slip, write_slip
from bongca.accounts.actions.sessions import end_sessions_of
from bongca.accounts.models import ApiToken, User
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.text import nfc

_NAMING_LOCK: Final = 7_402


@dataclass(frozen=True, slots=True)
class NewAccount:
    """For whom an account is opened."""

    display_name: str
    salutation: str
    phone: str = ""


class NoName(DomainError):
    """An account needs the name of a human being."""

    def __init__(self) -> None:
        super().__init__("no_name", "Xin ghi họ và tên.", field="display_name")


@transaction.atomic
def open_accounts(*, actor: Actor, accounts: Sequence[NewAccount]) -> list[Slip]:
    """Open accounts with user names nobody has, and return their slips in the same order.

    Raises NotAllowed without `accounts.provision`, NoName.
    """
    policies.require_word(actor, "accounts.provision")
    opened: list[tuple[User, str]] = []
    for account in accounts:
        name = nfc(account.display_name)
        if not name:
            raise NoName
        user = User(
            display_name=name,
            salutation=account.salutation,
            phone=rules.plain_phone(account.phone),
            created_by_id=actor.user_id,
        )
        opened.append((user, write_slip(actor, user)))
    _name(user for user, _ in opened)
    slips = [Slip(user, password) for user, password in opened]
    User.objects.bulk_create([slip.user for slip in slips])
    for slip in slips:
        audit.record(actor, "accounts.open_account", slip.user)
    return slips


def _name(users: Iterable[User]) -> None:
    """Give each a user name nobody has.

    Two communes open accounts for people of one name at the same time: the second waits here,
    after the slow part, until the first is written.
    """
    unnamed = list(users)
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_NAMING_LOCK])
    taken = queries.usernames_like([user.display_name for user in unnamed])
    for user in unnamed:
        user.username = rules.free_username(user.display_name, taken)
        taken.add(user.username)


@transaction.atomic
def close_account(*, actor: Actor, user: User) -> None:
    """Let nobody sign in with this account any more: sessions and tokens end with it.

    Raises NotAllowed without `accounts.reset`.
    """
    policies.require_word(actor, "accounts.reset")
    user.is_active = False
    user.save(update_fields=["is_active"])
    ApiToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=clock.now())
    end_sessions_of(user.pk)
    audit.record(actor, "accounts.close_account", user)


@transaction.atomic
def reopen_account(*, actor: Actor, user: User) -> Slip:
    """Open a closed account again, with a new slip.

    Raises NotAllowed without `accounts.reset`.
    """
    policies.require_word(actor, "accounts.reset")
    user.is_active = True
    password = write_slip(actor, user)
    user.save()
    audit.record(actor, "accounts.reopen_account", user)
    return Slip(user, password)


@transaction.atomic
def edit_account(
    *,
    actor: Actor,
    user: User,
    display_name: str,
    salutation: str,
    phone: str,
    email: str | None = None,
    mails_wanted: bool | None = None,
) -> None:
    """Correct how a user is called and reached; without an e-mail address it stays as it is.

    Raises NotAllowed for another's account without `accounts.provision`, NoName.
    """
    if actor.user_id != user.pk:
        policies.require_word(actor, "accounts.provision")
    name = nfc(display_name)
    if not name:
        raise NoName
    user.display_name, user.salutation = name, salutation
    user.phone = rules.plain_phone(phone)
    user.email = user.email if email is None else email.strip()
    user.mails_wanted = user.mails_wanted if mails_wanted is None else mails_wanted
    user.save(update_fields=["display_name", "salutation", "phone", "email", "mails_wanted"])
    audit.record(actor, "accounts.edit_account", user, changes={"salutation": salutation})
