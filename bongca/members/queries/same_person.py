"""Who in the register may be the same human being."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from bongca.core.actor import Actor
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.people.policies import visible_persons

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Someone already in the register, and the words in which to ask."""

    person_id: UUID
    full_name: str
    birth_year: int | None
    unit_name: str

    @property
    def words(self) -> str:
        born = f", sinh năm {self.birth_year}" if self.birth_year else ""
        return f"{self.full_name}{born}, {self.unit_name}"


def lookalikes(actor: Actor, person: Person) -> list[Lookalike]:
    """Return persons of the same commune with the same name and no other year of birth."""
    if person.commune_id is None:
        return []
    found = (
        visible_persons(actor)
        .filter(commune_id=person.commune_id, match_key=person.match_key)
        .exclude(status=PersonStatus.MERGED)
        .exclude(pk=person.pk)
        .select_related("unit")
    )
    if person.birth_year is not None:
        found = found.filter(Q(birth_year=None) | Q(birth_year=person.birth_year))
    return [
        Lookalike(one.pk, one.full_name, one.birth_year, one.unit.name)
        for one in found.order_by("sort_key", "pk")[:MOST_NAMED]
    ]
