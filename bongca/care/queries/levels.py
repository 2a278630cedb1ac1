"""What is given at an age: the least of the State, and what province and commune have set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bongca.care.models import Level
from bongca.care.policies import visible_levels
from bongca.care.rules.tables import gift_on
from bongca.core.actor import Actor
from bongca.core.ui.written import money
from bongca.org.enums import Tier
from bongca.org.models import Unit

NOT_SET = "mức do HĐND tỉnh quy định, chưa ghi"


@dataclass(frozen=True, slots=True)
class Gifts:
    """The gift of the State and that of the Association at one age, in words, with the basis."""

    state: str
    own: str
    basis: str


def levels_above(actor: Actor, unit: Unit, on: date) -> Mapping[tuple[str, str], Level]:
    """Return the levels in force for a unit on a day, by tier and kind, in one statement."""
    rows = visible_levels(actor).filter(
        unit__lft__lte=unit.lft, unit__rgt__gte=unit.lft, during__contains=on
    )
    return {(row.unit.tier, row.kind): row for row in rows.select_related("unit")}


def gifts_by_age(actor: Actor, unit: Unit, ages: Sequence[int], on: date) -> Mapping[int, Gifts]:
    """Return what is given at each age in a unit on a day; two tables, one statement."""
    levels = levels_above(actor, unit, on)
    return {age: _gifts(levels, age, on) for age in ages}


def _gifts(levels: Mapping[tuple[str, str], Level], age: int, on: date) -> Gifts:
    kind = str(age)
    least = gift_on(age, on)
    set_here = levels.get((Tier.PROVINCE, kind))
    own = levels.get((Tier.COMMUNE, kind))
    if set_here is not None:
        state, basis = said(set_here.goods, set_here.amount_vnd), set_here.basis
    elif least is not None:
        state, basis = said(least.goods, least.cash_vnd), least.basis
    else:
        state, basis = "", ""
    return Gifts(state, said(own.goods, own.amount_vnd) if own else "", basis)


def said(goods: str, amount_vnd: int) -> str:
    """Say a gift: "5 m vải lụa và 700.000 đồng"."""
    parts = [goods] if goods else []
    if amount_vnd:
        parts.append(money(amount_vnd))
    return " và ".join(parts)


def level_amount(actor: Actor, unit: Unit, kind: str, on: date) -> Level | None:
    """Return the level the province has set for an allowance on a day, or None."""
    return levels_above(actor, unit, on).get((Tier.PROVINCE, kind))
