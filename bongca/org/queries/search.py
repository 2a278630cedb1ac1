"""Finding a unit by its name, with or without marks."""

import re

from django.db.models import Case, CharField, F, Func, IntegerField, Q, Value, When

from bongca.core.actor import Actor
from bongca.core.text import fold
from bongca.org import policies
from bongca.org.enums import Tier
from bongca.org.models import Unit

LIMIT = 20
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_TIER_ORDER = ("central", "province", "district", "commune", "branch", "group")


def find_units(actor: Actor, text: str, *, limit: int = LIMIT) -> list[Unit]:
    """Return open units by what was typed: those whose own name begins so first.

    Every word must stand in the name or the place, so "tân tiến hải phòng" finds the one meant.
    Only what the actor may see, and the chain of units over the own one.
    """
    phrase = _NOT_WORD.sub(" ", fold(text)).strip()
    if not phrase:
        return []
    visible = policies.visible_units(actor) | policies.units_above(actor)
    found = visible.filter(_has_every_word(phrase), is_open=True)
    ranked = found.annotate(name_part=_NAME_PART).annotate(rank=_rank(phrase), tier_rank=_TIERS)
    return list(ranked.order_by("rank", "tier_rank", "sort_key", "place_name")[:limit])


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


def _has_every_word(phrase: str) -> Q:
    wanted = Q()
    for word in phrase.split():
        wanted &= Q(search_name__contains=word)
    return wanted


def _rank(phrase: str) -> Case:
    """0: the own name is it; 1: begins with it; 2: it stands in the name; 3: name and place."""
    return Case(
        When(search_name__startswith=f"{phrase} @", then=Value(0)),
        When(search_name__startswith=phrase, then=Value(1)),
        When(name_part__contains=phrase, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
