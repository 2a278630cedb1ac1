"""Finding a unit by its name, with or without marks."""

import re

from django.db.models import Case, CharField, F, Func, IntegerField, QuerySet, Value, When

from bongca.core.actor import Actor
from bongca.core.text import fold
from bongca.org import policies
from bongca.org.enums import Tier
from bongca.org.models import Unit

LIMIT = 20
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_TIER_ORDER = ("central", "province", "district", "commune", "branch", "group")


def find_units(actor: Actor, text: str, *, limit: int = LIMIT) -> list[Unit]:
    """Return open units by what was typed, the nearest first.

    Only what the actor may see, and the chain of units over the own one, whose names are public.
    """
    within = policies.visible_units(actor) | policies.units_above(actor).order_by()
    return list(matching(within.filter(is_open=True), text)[:limit])


def matching(units: QuerySet[Unit], text: str) -> QuerySet[Unit]:
    """Return those whose name or place holds every word, those whose own name begins so first.

    Marks and case do not matter: "tan tien hai phong" finds the Tân Tiến that is meant.
    """
    phrase = _phrase(text)
    if not phrase:
        return units.none()
    ranked = with_words(units, text).annotate(name_part=_NAME_PART)
    ranked = ranked.annotate(rank=_rank(phrase), tier_rank=_TIERS)
    return ranked.order_by("rank", "tier_rank", "sort_key", "place_name", "pk")


def with_words(units: QuerySet[Unit], text: str) -> QuerySet[Unit]:
    """Return those whose name or place holds every word, in the order they came in."""
    for word in _phrase(text).split():
        units = units.filter(search_name__contains=word)
    return units


def _phrase(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()


_NAME_PART = Func(
    F("search_name"),
    Value(" @ "),
    Value(2),
    function="split_part",
    output_field=CharField(),
)
_TIERS = Case(
    *(When(tier=tier, then=Value(order)) for order, tier in enumerate(Tier.values)),
    output_field=IntegerField(),
)


def _rank(phrase: str) -> Case:
    """0: the own name is it; 1: begins with it; 2: it stands in the name; 3: name and place."""
    return Case(
        When(search_name__startswith=f"{phrase} @", then=Value(0)),
        When(search_name__startswith=phrase, then=Value(1)),
        When(name_part__contains=phrase, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
