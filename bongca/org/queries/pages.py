"""What the pages of a unit show, in a number of statements that does not grow with the tree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.org import policies, rules
from bongca.org.models import Covers, Freeze, TerritoryVersion, Unit
from bongca.org.queries.changes import affected_by
from bongca.org.queries.search import matching

Counter = Callable[[Actor, Sequence[Unit]], Mapping[int, int]]
_counters: dict[str, tuple[int, Counter]] = {}


@dataclass(frozen=True)
class Step:
    """A unit on the way up, with whether this person may open its page."""

    unit: Unit
    is_open_to: bool


@dataclass(frozen=True)
class UnitRow:
    """A unit in a list, with what the apps count in it, in the order of `counter_labels`."""

    unit: Unit
    counts: tuple[int | None, ...]


def register_unit_counter(label: str, count: Counter, order: int = 100) -> None:
    """Let an app count its noun for a page of units; call it from ready().

    `count` gets the actor and the units of one page and answers unit id -> number, all of it in
    one statement; a unit it leaves out is shown without a number.
    """
    _counters[label] = (order, count)


def counter_labels() -> list[str]:
    """Return the heads of the counted columns, in their order."""
    return [label for label, _ in _ordered()]


def seen_unit(actor: Actor, pk: int) -> Unit:
    """Return a unit the actor may see, with what its page names; raises Http404 otherwise."""
    units = policies.visible_units(actor).select_related("parent", "province", "commune")
    return get_object_or_404(units, pk=pk)


def trail(actor: Actor, unit: Unit) -> list[Step]:
    """Return the units over this one, from Central down; names above are public, pages not."""
    above = Unit.objects.filter(lft__lt=unit.lft, rgt__gte=unit.rgt).order_by("lft")
    return [Step(each, policies.in_sight(actor, each)) for each in above]


def units_under(actor: Actor, unit: Unit, text: str = "") -> QuerySet[Unit]:
    """Return the open units directly below; with words, those of any depth that match them."""
    visible = policies.visible_units(actor).filter(is_open=True)
    if not text.strip():
        return visible.filter(parent=unit).order_by("sort_key", "name", "pk")
    inside = visible.filter(lft__gt=unit.lft, lft__lte=unit.rgt)
    return matching(inside, text)


def closed_under(actor: Actor, unit: Unit) -> QuerySet[Unit]:
    """Return the closed units that this one keeps, latest first."""
    return policies.visible_units(actor).filter(parent=unit, is_open=False).order_by("-during")


def with_counts(actor: Actor, units: Sequence[Unit]) -> list[UnitRow]:
    """Put beside each unit what the apps count in it: one statement per counter."""
    answers = [count(actor, units) for _, count in _ordered()]
    return [UnitRow(unit, tuple(answer.get(unit.pk) for answer in answers)) for unit in units]


def count_units_below(actor: Actor, units: Sequence[Unit]) -> dict[int, int]:
    """Count the open units directly below each."""
    rows = (
        policies.visible_units(actor)
        .filter(parent__in=units, is_open=True)
        .values_list("parent_id")
        .annotate(count=Count("pk"))
    )
    counted: dict[int, int] = {parent: count for parent, count in rows if parent is not None}
    return {unit.pk: counted.get(unit.pk, 0) for unit in units if unit.tier in rules.CHILD_TIER}


def places_of(unit: Unit, on: date) -> list[str]:
    """Return the names of the territories a unit serves on that day."""
    names = TerritoryVersion.objects.filter(
        during__contains=on,
        territory__in=Covers.objects.filter(unit=unit, during__contains=on).values("territory"),
    )
    return list(names.order_by("search_name").values_list("full_name", flat=True))


def is_frozen(unit: Unit) -> bool:
    """Tell whether the unit or one above it is being reorganised."""
    over = Q(unit__lft__lte=unit.lft, unit__rgt__gte=unit.lft)
    return Freeze.objects.filter(over, until__isnull=True).exists()


def _ordered() -> list[tuple[str, Counter]]:
    ordered = sorted(_counters.items(), key=lambda item: (item[1][0], item[0]))
    return [(label, count) for label, (_, count) in ordered]


def siblings_of(actor: Actor, unit: Unit) -> QuerySet[Unit]:
    """Return the open units beside this one, that may take it over."""
    beside = policies.visible_units(actor).filter(parent=unit.parent, is_open=True)
    return beside.exclude(pk=unit.pk).order_by("sort_key", "pk")


def affected(actor: Actor, unit: Unit) -> list[rules.Affected]:
    """Return what stands in the unit today, noun by noun."""
    return affected_by(unit, actor.today)
