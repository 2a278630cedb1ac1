"""Join two rows that are one human being, and take it back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.dispatch import Signal
from django.http import Http404
from django.shortcuts import get_object_or_404

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.org.policies import require_writable
from bongca.people.actions.circumstances import move_circumstances, return_circumstances
from bongca.people.actions.identity import settle_claims
from bongca.people.actions.persons import PersonFields, describe, field_names, fields_of
from bongca.people.enums import PersonStatus
from bongca.people.models import IdentityClaim, Person, PersonMerge, UserPerson
from bongca.people.policies import visible_merges, visible_persons
from bongca.people.signals import merge_undone, persons_merged

COLUMNS = (
    "full_name", "sort_key", "given_ascii", "search_name", "match_key", "sex", "birth_year",
    "birth_month", "birth_day", "phone", "address", "note", "status",
)  # fmt: skip


class NothingToMerge(DomainError):
    """One of the two is already merged, or both are one row."""

    def __init__(self) -> None:
        super().__init__(
            "nothing_to_merge", "Hai dòng này không gộp được: một dòng đã được gộp từ trước."
        )


class ChangedSinceMerge(DomainError):
    """The kept person was written to after the merge; taking it back would lose that."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__(
            "changed_since_merge",
            f"{person.full_name} đã được sửa sau khi gộp nên không tách lại được.",
        )


@transaction.atomic
def merge_persons(
    *, actor: Actor, keep_id: UUID, gone_id: UUID, choices: Mapping[str, str]
) -> PersonMerge:
    """Make one person of two rows, taking each field named in `choices` from "keep" or "gone".

    The other row stays as history, marked merged; memberships follow by signal; what undoing
    needs is kept. Raises NothingToMerge, NotAllowed, Frozen; Http404 unless both are visible.
    """
    kept, gone = _both(actor, keep_id, gone_id)
    require_writable(actor, "people.merge", kept.unit)
    require_writable(actor, "people.merge", gone.unit)
    before = {"kept": _columns(kept), "gone": _columns(gone)}
    describe(kept, _chosen(kept, gone, choices))
    kept.version += 1
    kept.save()
    gone.status = PersonStatus.MERGED
    gone.merged_into_id = kept.pk
    gone.version += 1
    gone.save()
    inverse: dict[str, Any] = before | _move_claims(actor, kept, gone)
    inverse |= _move_user(kept, gone)
    inverse |= move_circumstances(kept, gone)
    inverse["notes"] = _announce(persons_merged, actor=actor, kept=kept, gone=gone, before=before)
    merge = PersonMerge.objects.create(
        kept_id=kept.pk,
        gone_id=gone.pk,
        unit_pos=kept.unit_pos,
        inverse=inverse | {"version": kept.version},
        merged_by_id=actor.user_id,
        merged_at=clock.now(),
    )
    audit.record(
        actor,
        "people.merge_persons",
        kept,
        changes={"gone": str(gone.pk), "choices": dict(choices)},
        person_id=kept.pk,
    )
    return merge


@transaction.atomic
def undo_merge(*, actor: Actor, merge_id: UUID) -> Person:
    """Take a merge back: both persons are again what they were, history keeps both acts.

    Raises ChangedSinceMerge when the kept person was written to meanwhile, NothingToMerge when it
    is undone already, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    merge = get_object_or_404(visible_merges(actor).select_for_update(), pk=merge_id)
    kept, gone = _both(actor, merge.kept_id, merge.gone_id, is_undoing=True)
    require_writable(actor, "people.merge", kept.unit)
    require_writable(actor, "people.merge", gone.unit)
    if merge.undone_at is not None:
        raise NothingToMerge
    if kept.version != merge.inverse["version"]:
        raise ChangedSinceMerge(kept)
    before = {"kept": _columns(kept), "gone": _columns(gone)}
    for person, side in ((kept, "kept"), (gone, "gone")):
        for name in COLUMNS:
            setattr(person, name, merge.inverse[side][name])
        person.version += 1
    gone.merged_into_id = None
    kept.save()
    gone.save()
    _return_claims(actor, merge.inverse, gone)
    UserPerson.objects.filter(pk__in=merge.inverse["users"]).update(person=gone)
    return_circumstances(merge.inverse, kept, gone)
    notes = merge.inverse["notes"]
    merge_undone.send(sender=Person, actor=actor, kept=kept, gone=gone, before=before, notes=notes)
    merge.undone_at = clock.now()
    merge.save(update_fields=["undone_at"])
    audit.record(
        actor, "people.undo_merge", kept, changes={"gone": str(gone.pk)}, person_id=kept.pk
    )
    return kept


def _both(
    actor: Actor, keep_id: UUID, gone_id: UUID, *, is_undoing: bool = False
) -> tuple[Person, Person]:
    rows = visible_persons(actor).select_related("unit").filter(pk__in=(keep_id, gone_id))
    found = {person.pk: person for person in rows.select_for_update(of=("self",)).order_by("pk")}
    kept, gone = found.get(keep_id), found.get(gone_id)
    if kept is None or gone is None:
        raise Http404
    if kept.pk == gone.pk or PersonStatus.MERGED in (
        kept.status,
        "" if is_undoing else gone.status,
    ):
        raise NothingToMerge
    return kept, gone


def _chosen(kept: Person, gone: Person, choices: Mapping[str, str]) -> PersonFields:
    ours, theirs = fields_of(kept), fields_of(gone)
    taken: dict[str, Any] = {
        name: getattr(theirs if choices.get(name) == "gone" else ours, name)
        for name in field_names()
    }
    return PersonFields(**taken)


def _columns(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in (*COLUMNS, "commune_id")}


def _move_claims(actor: Actor, kept: Person, gone: Person) -> dict[str, list[str]]:
    """Give the kept person the number of the other when it has none, else set that aside."""
    claims = IdentityClaim.objects.filter(person=gone, voided_at=None)
    ids = [str(pk) for pk in claims.values_list("pk", flat=True)]
    digests = [bytes(digest) for digest in claims.values_list("number_hash", flat=True)]
    if IdentityClaim.objects.filter(person=kept, voided_at=None).exists():
        claims.update(voided_at=clock.now())
        settle_claims(actor, digests)
        return {"claims_moved": [], "claims_voided": ids}
    claims.update(person=kept, unit_pos=kept.unit_pos)
    settle_claims(actor, digests)
    return {"claims_moved": ids, "claims_voided": []}


def _return_claims(actor: Actor, inverse: Mapping[str, Any], gone: Person) -> None:
    moved = IdentityClaim.objects.filter(pk__in=inverse["claims_moved"])
    moved.update(person=gone, unit_pos=gone.unit_pos)
    IdentityClaim.objects.filter(pk__in=inverse["claims_voided"]).update(voided_at=None)
    claims = IdentityClaim.objects.filter(
        pk__in=[*inverse["claims_moved"], *inverse["claims_voided"]]
    )
    settle_claims(actor, [bytes(d) for d in claims.values_list("number_hash", flat=True)])


def _move_user(kept: Person, gone: Person) -> dict[str, list[int]]:
    links = UserPerson.objects.filter(person=gone)
    users = list(links.values_list("pk", flat=True))
    links.update(person=kept)
    return {"users": users}


def _announce(signal: Signal, **arguments: Any) -> dict[str, Any]:
    answers = signal.send(sender=Person, **arguments)
    return {receiver.__module__: answer for receiver, answer in answers if answer is not None}
