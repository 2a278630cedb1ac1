"""Claims to an identity number: recorded, shown, and put to people when two claim the same."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from bongca.core import audit, clock, crypto
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.org.policies import require, require_writable
from bongca.people import rules
from bongca.people.enums import ClaimState
from bongca.people.models import IdentityClaim, Person
from bongca.people.policies import visible_claims
from bongca.people.queries.identity import numbers_known_elsewhere


class NotAnIdentityNumber(DomainError):
    """Neither twelve digits nor nine."""

    def __init__(self) -> None:
        super().__init__(
            "not_an_identity_number",
            "Số định danh có 12 chữ số, chứng minh nhân dân cũ có 9 chữ số. Xin xem lại.",
            field="number",
        )


@transaction.atomic
def claim_identity(*, actor: Actor, person: Person, written: str) -> IdentityClaim:
    """Record the identity number a person shows, in place of the one recorded before.

    What is odd about it is kept as warnings, and a number that another person claims too makes
    both disputed: neither is ever a refusal (domain.md 9.2). Raises NotAnIdentityNumber,
    NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    claim = write_claim(actor, person, written)
    audit.record(
        actor,
        "people.claim_identity",
        person,
        changes={"state": claim.state, "warnings": claim.warnings},
        person_id=person.pk,
        personal={"last_digits": claim.last_digits},
    )
    return claim


@transaction.atomic
def show_identity(*, actor: Actor, person: Person) -> str:
    """Return the identity number of a person in clear, or "" when none is recorded.

    Seeing it is an act: it leaves an audit entry. Raises NotAllowed; Http404 outside the scope.
    """
    require(actor, "people.identity", person.unit)
    claim = visible_claims(actor).filter(person=person, voided_at=None).first()
    if claim is None:
        return ""
    audit.record(actor, "people.show_identity", person, person_id=person.pk)
    return crypto.decrypt(claim.number_sealed)


def write_claim(actor: Actor, person: Person, written: str) -> IdentityClaim:
    """Record a number in place of the former one; part of an action that leaves the audit entry.

    Raises NotAnIdentityNumber, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    require_writable(actor, "people.identity", person.unit)
    number = rules.read_number(written)
    if number is None:
        raise NotAnIdentityNumber
    digest = crypto.lookup_hash(number)
    open_claims = _open_claims(person)
    same = open_claims.filter(number_hash=digest).first()
    if same is not None:
        return same
    former = [bytes(gone.number_hash) for gone in open_claims]
    open_claims.update(voided_at=clock.now())
    claim = build_claim(person, number)
    claim.save(force_insert=True)
    settle_claims(actor, [digest, *former])
    claim.refresh_from_db()
    return claim


def build_claim(person: Person, number: str) -> IdentityClaim:
    """Return the unsaved claim of a person to a number that `rules.read_number` has read."""
    problems = rules.number_problems(number, sex=person.sex, birth_year=person.birth_year)
    return IdentityClaim(
        person=person,
        unit_pos=person.unit_pos,
        number_sealed=crypto.encrypt(number),
        number_hash=crypto.lookup_hash(number),
        number_length=len(number),
        last_digits=number[-rules.SHOWN_DIGITS :],
        warnings=",".join(problems),
        recorded_at=clock.now(),
    )


def settle_claims(actor: Actor, digests: list[bytes]) -> None:
    """Mark as disputed the open claims of the actor's scope that share a number, and only those.

    Also for a whole roll at once: one look at the rows in scope, one at what is known elsewhere.
    """
    wanted: dict[ClaimState, list[UUID]] = {}
    by_digest: dict[bytes, list[IdentityClaim]] = {}
    for claim in visible_claims(actor).filter(number_hash__in=digests, voided_at=None):
        by_digest.setdefault(bytes(claim.number_hash), []).append(claim)
    elsewhere = numbers_known_elsewhere(list(by_digest))
    for digest, sharing in by_digest.items():
        is_disputed = len({claim.person_id for claim in sharing}) > 1 or digest in elsewhere
        state = ClaimState.DISPUTED if is_disputed else ClaimState.CLAIMED
        for claim in sharing:
            if claim.state not in (state, ClaimState.CONFIRMED):
                wanted.setdefault(state, []).append(claim.pk)
    for state, changing in wanted.items():
        IdentityClaim.objects.filter(pk__in=changing).update(state=state)


def _open_claims(person: Person) -> QuerySet[IdentityClaim]:
    return IdentityClaim.objects.filter(person=person, voided_at=None)
