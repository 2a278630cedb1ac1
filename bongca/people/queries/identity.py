"""What is recorded of identity numbers, never in clear."""

from collections.abc import Sequence

from django.db import connection

from bongca.core.actor import Actor
from bongca.people.models import IdentityClaim, Person
from bongca.people.policies import visible_claims


def claim_of(actor: Actor, person: Person) -> IdentityClaim | None:
    """Return the identity claim that counts today, or None; its number stays sealed."""
    return visible_claims(actor).filter(person=person, voided_at=None).first()


def numbers_known_elsewhere(digests: Sequence[bytes]) -> set[bytes]:
    """Return those keyed hashes that somebody outside the scope of this transaction claims.

    Says nothing of who or where (docs/decisions/0008-definer-functions.md).
    """
    if not digests:
        return set()
    with connection.cursor() as cursor:
        cursor.execute("select public.people_numbers_known_elsewhere(%s::bytea[])", [list(digests)])
        return {bytes(row[0]) for row in cursor.fetchall()}
