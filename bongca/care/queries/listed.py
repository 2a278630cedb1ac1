"""A list as it is written out: from the register, or from a frozen round; lines and its head."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bongca.care.enums import Congratulator
from bongca.care.models import LongevityRound, Recipient
from bongca.care.queries.celebrated import Wanted, age_of, celebrated, rule_day
from bongca.care.queries.levels import Gifts, gifts_by_age
from bongca.care.queries.rounds import due_now, standing_recipients, wanted_of
from bongca.care.rules.longevity import age_words, congratulator
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.documents.queries.signing import signature_for
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.papers.rules.paper import Signature
from bongca.people.enums import Sex
from bongca.people.models import Person


@dataclass(frozen=True, slots=True)
class Line:
    """One person of a list, in words."""

    name: str
    sex: str
    born: str
    birth_year: int
    age: str
    place: str
    commune: str
    by: str
    gift: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be written: whose, of which year, for which round, signed by whom."""

    unit: Unit
    wanted: Wanted
    round: LongevityRound | None
    on: date
    signature: Signature

    @property
    def title(self) -> str:
        """Say whose congratulation the list is for."""
        who = str(Congratulator(self.wanted.by).label) if self.wanted.by else ""
        tail = f", do {who} chúc thọ" if who else ""
        return f"Người cao tuổi được chúc thọ, mừng thọ năm {self.wanted.year}{tail}"


def listing_of(
    actor: Actor, unit: Unit, wanted: Wanted, round: LongevityRound | None = None
) -> Listing:
    """Return the head of a list, signed by whoever signs for the unit today."""
    signature = signature_for(unit, "TTr", actor.today)
    chosen = wanted_of(round) if round else wanted
    if round and wanted.by:
        chosen = Wanted(round.year, wanted.by, extra=round.extra_year)
    return Listing(unit, chosen, round, actor.today, signature)


def count_lines(actor: Actor, listing: Listing) -> int:
    """Return how many persons the list has."""
    if listing.round and listing.round.is_frozen:
        return _standing(actor, listing).count()
    return _due(actor, listing).order_by().count()


def lines_of(actor: Actor, listing: Listing) -> Iterator[Line]:
    """Return the lines of a list; the dead are left out to the last day."""
    if listing.round and listing.round.is_frozen:
        for row in _standing(actor, listing).iterator(chunk_size=2_000):
            yield line_of_recipient(row)
        return
    gifts = gifts_by_age(
        actor, listing.unit, listing.wanted.ages, rule_day(listing.wanted.year, actor.today)
    )
    yield from lines_of_persons(_due(actor, listing).iterator(2_000), listing.wanted, gifts)


def lines_of_persons(
    persons: Iterable[Person], wanted: Wanted, gifts: Mapping[int, Gifts]
) -> Iterator[Line]:
    """Return persons of the register as lines of a list."""
    for person in persons:
        age = age_of(person, wanted)
        yield Line(
            name=person.full_name,
            sex=str(Sex(person.sex).label),
            born=PartialDate(
                person.birth_year or 0, person.birth_month, person.birth_day
            ).display(),
            birth_year=person.birth_year or 0,
            age=age_words(age),
            place=place_words(person.unit),
            commune=person.commune.name if person.commune else "",
            by=str(Congratulator(congratulator(age, wanted.year)).label),
            gift="; ".join(part for part in (gifts[age].state, gifts[age].own) if part),
        )


def line_of_recipient(row: Recipient) -> Line:
    """Return one of a frozen list as a line."""
    return Line(
        name=row.full_name,
        sex=str(Sex(row.sex).label),
        born=row.born.display(),
        birth_year=row.birth_year,
        age=age_words(row.age),
        place=place_words(row.unit),
        commune="",
        by=str(Congratulator(row.congratulator).label),
        gift="; ".join(part for part in (row.state_gift, row.own_gift) if part),
    )


def place_words(unit: Unit) -> str:
    """Say where somebody stands: the group with its branch."""
    if unit.tier == Tier.GROUP and unit.parent:
        return f"{unit.name}, {unit.parent.name}"
    return unit.name


def _due(actor: Actor, listing: Listing) -> QuerySet[Person]:
    if listing.round and not listing.wanted.by:
        return due_now(actor, listing.round)
    return celebrated(actor, listing.unit, listing.wanted)


def _standing(actor: Actor, listing: Listing) -> QuerySet[Recipient]:
    assert listing.round is not None
    rows = standing_recipients(actor, listing.round)
    return rows.filter(congratulator=listing.wanted.by) if listing.wanted.by else rows
