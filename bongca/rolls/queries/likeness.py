"""Find in the register who a chunk of rows may be: two queries, whatever the chunk's size."""

from collections.abc import Sequence

from django.db.models import Q

from bongca.core import crypto
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.text import name_keys
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.people.policies import visible_claims, visible_persons
from bongca.rolls.rules.matching import Candidate
from bongca.rolls.rules.rows import RollRow


def branch_of(unit: Unit) -> int:
    """Return the key of the chi hội a unit belongs to: its own, or that above a tổ hội."""
    return unit.parent_id or unit.pk if unit.tier == Tier.GROUP else unit.pk


class Register:
    """The persons of the actor's scope that share a name or a number with some rows."""

    def __init__(self, actor: Actor, home: Unit, rows: Sequence[RollRow]) -> None:
        keys = [name_keys(row.full_name) for row in rows]
        digests = {crypto.lookup_hash(row.citizen_id) for row in rows if row.citizen_id}
        same_number = visible_claims(actor).filter(number_hash__in=digests, voided_at=None)
        by_number = {claim.person_id: bytes(claim.number_hash) for claim in same_number}
        named = Q(match_key__in={key.match_key for key in keys})
        named |= Q(search_name__in={key.search_name for key in keys})
        persons = (
            visible_persons(actor)
            .filter(commune_id=home.commune_id)
            .exclude(status=PersonStatus.MERGED)
            .filter(named | Q(pk__in=by_number))
            .select_related("unit")
        )
        self.persons = list(persons)
        own = visible_claims(actor).filter(person__in=self.persons, voided_at=None)
        self.numbers = {claim.person_id: bytes(claim.number_hash) for claim in own}
        self.by_name: dict[str, list[Person]] = {}
        for person in self.persons:
            for key in {person.match_key, person.search_name}:
                self.by_name.setdefault(key, []).append(person)
        self.by_number = {digest: pk for pk, digest in by_number.items()}

    def candidates(self, row: RollRow) -> list[Candidate]:
        """Those who may be this row, each once."""
        keys = name_keys(row.full_name)
        digest = crypto.lookup_hash(row.citizen_id) if row.citizen_id else b""
        found = {
            p.pk: p for key in (keys.match_key, keys.search_name) for p in self.by_name.get(key, [])
        }
        holder = self.by_number.get(digest)
        found |= {p.pk: p for p in self.persons if p.pk == holder} if holder else {}
        return [self._candidate(person, digest) for person in found.values()]

    def _candidate(self, person: Person, digest: bytes) -> Candidate:
        own = self.numbers.get(person.pk, b"")
        birth = None
        if person.birth_year is not None:
            birth = PartialDate(person.birth_year, person.birth_month, person.birth_day)
        return Candidate(
            person_id=person.pk,
            full_name=person.full_name,
            match_key=person.match_key,
            search_name=person.search_name,
            birth=birth,
            sex=person.sex,
            status=person.status,
            status_words=PersonStatus(person.status).label,
            unit_id=person.unit_id,
            unit_name=person.unit.name,
            branch_id=branch_of(person.unit),
            has_same_number=bool(digest) and own == digest,
            has_other_number=bool(digest) and bool(own) and own != digest,
        )
