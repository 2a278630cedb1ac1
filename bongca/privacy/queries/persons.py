"""What stands here about one person, and what they can be asked to agree to."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.org.policies import may, require
from bongca.people.models import Person
from bongca.people.policies import visible_persons
from bongca.privacy.models import Consent, ConsentText, PersonRequest
from bongca.privacy.policies import RECORD, VIEW, visible_consents, visible_requests, visible_texts

MOST = 100  # of one person


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person with what they agreed to and asked."""

    person: Person
    consents: Sequence[Consent]
    requests: Sequence[PersonRequest]
    may_record: bool


def person_page(actor: Actor, pk: UUID, word: str = VIEW) -> PersonPage:
    """Return the page of a person. Raises NotAllowed without `word`; Http404 out of sight."""
    person = get_object_or_404(visible_persons(actor).select_related("unit"), pk=pk)
    require(actor, word, person.unit)
    return PersonPage(
        person, consents_of(actor, person), requests_of(actor, person),
        may(actor, RECORD, person.unit),
    )  # fmt: skip


def consents_of(actor: Actor, person: Person) -> list[Consent]:
    """Return what a person agreed to, the newest first."""
    rows = visible_consents(actor).filter(person=person).select_related("text", "scan")
    return list(rows.order_by("-given_on", "-pk")[:MOST])


def requests_of(actor: Actor, person: Person) -> list[PersonRequest]:
    """Return what a person asked, the newest first."""
    return list(
        visible_requests(actor).filter(person=person).order_by("-received_on", "-pk")[:MOST]
    )


def texts_over(actor: Actor, person: Person) -> QuerySet[ConsentText]:
    """Return the texts that hold for a person: of their unit and those above it."""
    require(actor, RECORD, person.unit)
    lft = person.unit.lft
    rows = visible_texts(actor).filter(unit__lft__lte=lft, unit__rgt__gte=lft)
    return rows.order_by("-from_on", "-unit__lft")


def seen_consent(actor: Actor, pk: UUID) -> Consent:
    """Return a consent the actor may write about. Raises NotAllowed, Http404."""
    rows = visible_consents(actor).select_related("person__unit", "text")
    consent = get_object_or_404(rows, pk=pk)
    require(actor, RECORD, consent.person.unit)
    return consent
