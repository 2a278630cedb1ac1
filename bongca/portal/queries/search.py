"""Tra cứu: people by name, with or without marks."""

from bongca.core.actor import Actor
from bongca.core.text import fold
from bongca.core.ui.search import Hit, HitGroup
from bongca.people.enums import PersonStatus
from bongca.people.policies import visible_persons
from bongca.portal.queries.links import person_url

MOST = 10


def people(actor: Actor, words: str) -> HitGroup | None:
    """People on the rolls the actor may open, by name."""
    phrase = fold(words).strip()
    if not phrase:
        return None
    found = visible_persons(actor).exclude(status=PersonStatus.MERGED)
    for word in phrase.split():
        found = found.filter(search_name__contains=word)
    shown = found.select_related("unit").order_by("sort_key", "pk")[:MOST]
    return HitGroup(
        "Hội viên và người trong sổ",
        [
            Hit(
                person.full_name,
                _detail(person.birth_year, person.unit.name),
                person_url(person.pk),
            )
            for person in shown
        ],
    )


def _detail(birth_year: int | None, unit: str) -> str:
    return f"sinh năm {birth_year}, {unit}" if birth_year else unit
