"""The inventory of processing: what the rules say, with the roles that open it as granted."""

from collections.abc import Sequence
from dataclasses import dataclass

from bongca.core.actor import Actor
from bongca.documents.queries.signing import signature_for
from bongca.org.models import Unit
from bongca.org.rules import ROLES
from bongca.papers.rules.paper import Signature
from bongca.privacy.policies import require_some
from bongca.privacy.queries.texts import own_unit
from bongca.privacy.rules.deadlines import terms_on
from bongca.privacy.rules.inventory import HOLDINGS, Holding


@dataclass(frozen=True, slots=True)
class Held:
    """One class of data and the titles of those who may open it."""

    holding: Holding
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
    rows = [Held(one, _who(one)) for one in HOLDINGS]
    signature = signature_for(unit, "BC", actor.today)
    return Inventory(unit, rows, terms_on(actor.today).basis, signature)


def _who(holding: Holding) -> str:
    titles = (
        role.title for role in ROLES.values() if any(word in role.words for word in holding.words)
    )
    return "; ".join(titles)
