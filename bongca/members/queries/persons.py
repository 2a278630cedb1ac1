"""One member's page: who they are, their periods, what was recorded of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.models import AuditEntry
from bongca.core.text import fold
from bongca.members.models import Membership
from bongca.members.policies import can_edit_members, visible_memberships
from bongca.members.queries.last_act import LastAct, last_act
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, require, visible_units
from bongca.people.models import IdentityClaim, Person, PersonMerge
from bongca.people.policies import visible_claims, visible_merges, visible_persons
from bongca.people.queries.circumstances import Living, living_of

MOST_UNITS = 500
MOST_ENTRIES = 50
PLACES = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)


@dataclass(frozen=True)
class MemberPage:
    """What the page of a member shows."""

    person: Person
    periods: Sequence[Membership]
    last_act: LastAct | None
    claim: IdentityClaim | None
    entries: Sequence[AuditEntry]
    merges: Sequence[PersonMerge]
    living: Living
    may_edit: bool
    may_identify: bool
    may_merge: bool

    @property
    def current(self) -> Membership | None:
        """Return the open period, or None."""
        return next((row for row in self.periods if row.during.upper is None), None)


def seen_person(actor: Actor, pk: UUID) -> Person:
    """Return a visible person with the units that say where they are; raises Http404."""
    persons = visible_persons(actor).select_related("unit", "unit__parent", "commune")
    return get_object_or_404(persons, pk=pk)


def person_to_write(actor: Actor, pk: UUID, word: str = "members.edit") -> Person:
    """Return a visible person the actor may act on; raises NotAllowed, Http404."""
    person = seen_person(actor, pk)
    require(actor, word, person.unit)
    return person


def unit_to_write(actor: Actor) -> Unit:
    """Return the actor's own unit, whose roll they keep; raises NotAllowed, Http404."""
    unit = get_object_or_404(visible_units(actor), pk=actor.unit_id or 0)
    require(actor, "members.edit", unit)
    return unit


def member_page(actor: Actor, pk: UUID) -> MemberPage:
    """Return everything a member's page shows to this person; raises Http404."""
    person = seen_person(actor, pk)
    rows = list(
        visible_memberships(actor)
        .filter(person=person)
        .select_related("unit")
        .order_by("-during", "-recorded_at")
    )
    merges = visible_merges(actor).filter(kept_id=pk, undone_at=None).order_by("-merged_at")
    return MemberPage(
        person=person,
        periods=[row for row in rows if row.voided_at is None],
        last_act=last_act(rows),
        claim=visible_claims(actor).filter(person=person, voided_at=None).first(),
        entries=_entries(actor, person),
        merges=list(merges),
        living=living_of(actor, person),
        may_edit=can_edit_members(actor, person.unit),
        may_identify=may(actor, "people.identity", person.unit),
        may_merge=may(actor, "people.merge", person.unit),
    )


def places_for(actor: Actor, around: Unit) -> list[Unit]:
    """Return the units a member can stand in: the commune's own, its branches and groups."""
    units = visible_units(actor).filter(is_open=True, tier__in=PLACES)
    if around.commune_id is not None:
        units = units.filter(commune_id=around.commune_id)
    return list(units.select_related("parent").order_by("lft")[:MOST_UNITS])


def other_rows(actor: Actor, person: Person, words: str) -> list[Person]:
    """Return persons of the same commune that may be this one: same name, or as searched."""
    rows = visible_persons(actor).filter(commune_id=person.commune_id, merged_into_id=None)
    if words.strip():
        rows = rows.filter(search_name__contains=fold(words))
    else:
        rows = rows.filter(match_key=person.match_key)
    return list(rows.exclude(pk=person.pk).select_related("unit").order_by("sort_key", "id")[:20])


def _entries(actor: Actor, person: Person) -> list[AuditEntry]:
    """What was written about a person, for those who may read the audit of their scope."""
    if not may(actor, "audit.view", person.unit):
        return []
    keys = [
        str(pk)
        for pk in visible_memberships(actor).filter(person=person).values_list("pk", flat=True)
    ]
    about = Q(object_type="people.person", object_id=str(person.pk))
    about |= Q(object_type="members.membership", object_id__in=keys)
    return list(AuditEntry.objects.filter(about).order_by("-at")[:MOST_ENTRIES])
