"""How a person lives, and whom to call about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.text import nfc
from bongca.org.policies import require_writable
from bongca.people.actions.persons import locked_person
from bongca.people.enums import CircumstanceKind
from bongca.people.models import Circumstance, FamilyContact, Person

EARLIEST_PROOF = 1945  # circumstance_year_real


@dataclass(frozen=True, slots=True)
class Kin:
    """Whom to call: empty when nobody is named."""

    full_name: str = ""
    relation: str = ""
    phone: str = ""


class ProofNotReal(DomainError):
    """A paper of a year to come, or of one long before."""

    def __init__(self, kind: CircumstanceKind) -> None:
        super().__init__(
            "proof_not_real",
            f"{kind.label}: năm của giấy tờ không đúng. Xin xem lại.",
            field=f"year_{kind.value}",
        )


class KinUnnamed(DomainError):
    """A telephone of nobody."""

    def __init__(self) -> None:
        super().__init__("kin_unnamed", "Xin ghi tên người thân.", field="kin_name")


@transaction.atomic
def record_circumstances(
    *, actor: Actor, person_id: UUID, known: Mapping[CircumstanceKind, int | None], kin: Kin
) -> None:
    """Write down how a person lives, with the year of each proof, and whom to call.

    What is not in `known` no longer holds; it stays in the history. Raises ProofNotReal,
    KinUnnamed, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    for kind, year in known.items():
        if year is not None and not EARLIEST_PROOF <= year <= actor.today.year:
            raise ProofNotReal(kind)
    if (kin.phone.strip() or kin.relation.strip()) and not kin.full_name.strip():
        raise KinUnnamed
    changed = _write_known(actor, person, known)
    is_kin_new = _write_kin(person, kin)
    if not changed and not is_kin_new:
        return
    audit.record(
        actor,
        "people.record_circumstances",
        person,
        changes={"fields": changed + (["family_contact"] if is_kin_new else [])},
        person_id=person.pk,
        personal={kind: str(year or "") for kind, year in known.items()},
    )


def move_circumstances(kept: Person, gone: Person) -> dict[str, Any]:
    """Give the kept person of a merge what it lacks of the other; part of `merge_persons`."""
    held = Circumstance.objects.filter(person=kept, voided_at=None).values("kind")
    rows = Circumstance.objects.filter(person=gone, voided_at=None).exclude(kind__in=held)
    moved = [str(pk) for pk in rows.values_list("pk", flat=True)]
    Circumstance.objects.filter(pk__in=moved).update(person=kept, unit_pos=kept.unit_pos)
    has_contact = FamilyContact.objects.filter(person=kept).exists()
    contacts = 0
    if not has_contact:
        theirs = FamilyContact.objects.filter(person=gone)
        contacts = theirs.update(person=kept, unit_pos=kept.unit_pos)
    return {"circumstances_moved": moved, "contact_moved": bool(contacts)}


def return_circumstances(inverse: Mapping[str, Any], kept: Person, gone: Person) -> None:
    """Give back what `move_circumstances` moved; part of `undo_merge`."""
    moved = Circumstance.objects.filter(pk__in=inverse.get("circumstances_moved", []))
    moved.update(person=gone, unit_pos=gone.unit_pos)
    if inverse.get("contact_moved"):
        theirs = FamilyContact.objects.filter(person=kept)
        theirs.update(person=gone, unit_pos=gone.unit_pos)


def _write_known(
    actor: Actor, person: Person, known: Mapping[CircumstanceKind, int | None]
) -> list[str]:
    rows = {row.kind: row for row in Circumstance.objects.filter(person=person, voided_at=None)}
    wanted = {kind.value: year for kind, year in known.items()}
    same = {kind for kind, row in rows.items() if kind in wanted and wanted[kind] == row.proof_year}
    now = clock.now()
    gone = [row.pk for kind, row in rows.items() if kind not in same]
    Circumstance.objects.filter(pk__in=gone).update(voided_at=now)
    Circumstance.objects.bulk_create(
        Circumstance(
            person=person,
            unit_pos=person.unit_pos,
            kind=kind,
            proof_year=year,
            recorded_at=now,
            recorded_by_id=actor.user_id,
        )
        for kind, year in wanted.items()
        if kind not in same
    )
    return sorted((set(rows) | set(wanted)) - same)


def _write_kin(person: Person, kin: Kin) -> bool:
    row = FamilyContact.objects.filter(person=person).first()
    given = Kin(nfc(kin.full_name)[:120], nfc(kin.relation)[:60], nfc(kin.phone)[:20])
    before = Kin(row.full_name, row.relation, row.phone) if row else Kin()
    if given == before:
        return False
    if not given.full_name:
        FamilyContact.objects.filter(person=person).delete()
        return True
    FamilyContact.objects.update_or_create(
        person=person,
        defaults={
            "unit_pos": person.unit_pos,
            "full_name": given.full_name,
            "relation": given.relation,
            "phone": given.phone,
        },
    )
    return True
