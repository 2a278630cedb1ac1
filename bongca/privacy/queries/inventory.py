"""The inventory of processing: what is settled, with the roles that open it as granted."""

from collections.abc import Sequence
from dataclasses import dataclass

from bongca.core.actor import Actor
from bongca.documents.queries.signing import signature_for
from bongca.org.models import Unit
from bongca.org.rules import ROLES
from bongca.papers.rules.paper import Signature
from bongca.privacy.models import SettledHolding
from bongca.privacy.policies import require_some, visible_settled
from bongca.privacy.queries.texts import own_unit
from bongca.privacy.rules.deadlines import terms_on
from bongca.privacy.rules.inventory import HOLDINGS, Holding


@dataclass(frozen=True, slots=True)
class Held:
    """One class of data, its basis and time of this day, the titles of those who may open it."""

    holding: Holding
    basis: str
    kept: str
    who: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a unit processes, on a day, and who signs for it."""

    unit: Unit
    rows: Sequence[Held]
    basis: str
    signature: Signature


def inventory(actor: Actor) -> Inventory:
    """Return the inventory of the actor's own unit. Raises NotAllowed; Http404 without a unit."""
    require_some(actor)
    unit = own_unit(actor)
    settled = settled_over(actor)
    rows = [_held(one, settled.get(one.code)) for one in HOLDINGS]
    signature = signature_for(unit, "BC", actor.today)
    return Inventory(unit, rows, terms_on(actor.today).basis, signature)


def settled_over(actor: Actor) -> dict[str, SettledHolding]:
    """Return what holds today for the actor's unit by class: its own word before one above."""
    rows = visible_settled(actor).filter(
        unit__lft__lte=actor.lft, unit__rgt__gte=actor.lft, from_on__lte=actor.today
    )
    found: dict[str, SettledHolding] = {}
    for row in rows.order_by("code", "-unit__lft", "-from_on").distinct("code"):
        found[row.code] = row
    return found


def _held(holding: Holding, settled: SettledHolding | None) -> Held:
    basis = settled.basis if settled else holding.basis
    kept = settled.kept if settled and not holding.is_kept_by_code else holding.kept
    titles = (
        role.title for role in ROLES.values() if any(word in role.words for word in holding.words)
    )
    return Held(holding, basis, kept, "; ".join(titles))
