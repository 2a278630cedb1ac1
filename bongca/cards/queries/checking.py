"""What the QR code of a card carries, and what anybody who scans it is told."""

import hmac
from dataclasses import dataclass

from django.db import connection

from bongca.cards.enums import CardState, Standing
from bongca.core.crypto import lookup_hash
from bongca.core.scope import set_scope
from bongca.people.enums import PersonStatus

_TAKES_PART = (PersonStatus.MEMBER, PersonStatus.TRANSFERRING)
_SEAL_BYTES = 6


@dataclass(frozen=True)
class Checked:
    """The whole of what a stranger may know of a card (issue: number, initials, validity)."""

    standing: Standing
    number: str = ""
    initials: str = ""


def token_of(number: str, edition: int) -> str:
    """Return what stands in the address of the QR code: number, printing, and a seal of ours.

    Without the seal anybody could count through the numbers of a commune.
    """
    return f"{number}.{edition}.{_seal(number, edition)}"


def check_card(token: str) -> Checked:
    """Tell what stands behind a scanned card; an address that is not ours knows nobody.

    Runs outside any scope of persons, through the definer function `card_standing`.
    """
    number, edition = _read(token)
    if not number:
        return Checked(Standing.UNKNOWN)
    set_scope(0, 0)
    with connection.cursor() as cursor:
        cursor.execute("select * from public.card_standing(%s, %s)", [number, edition])
        row = cursor.fetchone()
    if row is None:
        return Checked(Standing.UNKNOWN)
    state, status, initials = row
    return Checked(_standing(state, status), number, initials)


def _standing(state: str, status: str) -> Standing:
    if status not in _TAKES_PART:
        return Standing.ENDED
    if state == CardState.HANDED:
        return Standing.VALID
    return Standing.NOT_HANDED if state == CardState.PRINTED else Standing.ENDED


def _read(token: str) -> tuple[str, int]:
    number, _, rest = token.partition(".")
    edition, _, seal = rest.partition(".")
    if not (number and edition.isascii() and edition.isdigit() and len(edition) <= 4):
        return "", 0
    if not hmac.compare_digest(seal.encode(), _seal(number, int(edition)).encode()):
        return "", 0
    return number, int(edition)


def _seal(number: str, edition: int) -> str:
    return lookup_hash(f"card:{number}:{edition}")[:_SEAL_BYTES].hex()
