"""How a person lives, as the pages show it."""

from dataclasses import dataclass
from typing import Any

from bongca.core.actor import Actor
from bongca.people.enums import CircumstanceKind
from bongca.people.models import Circumstance, FamilyContact, Person
from bongca.people.policies import visible_circumstances, visible_family_contacts


@dataclass(frozen=True)
class Living:
    """The circumstances of a person that hold today, and whom to call."""

    circumstances: list[Circumstance]
    contact: FamilyContact | None

    @property
    def words(self) -> list[str]:
        """Return each circumstance with the year of its proof."""
        order = CircumstanceKind.values
        rows = sorted(self.circumstances, key=lambda row: order.index(row.kind))
        return [_said(row) for row in rows]

    @property
    def kin_words(self) -> str:
        """Return the relative with how they are related."""
        if self.contact is None:
            return ""
        relation = f" ({self.contact.relation})" if self.contact.relation else ""
        return f"{self.contact.full_name}{relation}"

    def initial(self) -> dict[str, Any]:
        """Return what a form begins with."""
        found: dict[str, Any] = {f"has_{row.kind}": True for row in self.circumstances}
        found |= {f"year_{row.kind}": row.proof_year for row in self.circumstances}
        if self.contact is not None:
            found |= {
                "kin_name": self.contact.full_name,
                "kin_relation": self.contact.relation,
                "kin_phone": self.contact.phone,
            }
        return found


def living_of(actor: Actor, person: Person) -> Living:
    """Return how a person lives, as far as the actor may see it; two statements."""
    rows = visible_circumstances(actor).filter(person=person, voided_at=None)
    return Living(list(rows), visible_family_contacts(actor).filter(person=person).first())


def _said(row: Circumstance) -> str:
    proof = f"giấy tờ năm {row.proof_year}" if row.proof_year else "chưa có giấy tờ"
    return f"{CircumstanceKind(row.kind).label}, {proof}"
