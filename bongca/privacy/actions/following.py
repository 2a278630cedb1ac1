"""What consents and requests owe when a person moves or is merged, or the tree is changed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F

from bongca.core import clock
from bongca.core.scope import whole_tree
from bongca.org.models import Unit
from bongca.people.models import Person
from bongca.privacy.models import Consent, PersonRequest

_FOLLOW_PERSON = (Consent, PersonRequest)


@transaction.atomic
def place_with_person(*, person: Person, unit: Unit) -> None:
    """Let the rows follow a person to another unit; part of the action that moved the person."""
    for model in _FOLLOW_PERSON:
        model._default_manager.filter(person=person).update(unit_pos=unit.lft)


@transaction.atomic
def shift_rows(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move rows with a subtree; the installation's own work inside that move."""
    with whole_tree():
        for model in _FOLLOW_PERSON:
            rows = model._default_manager.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
            rows.update(unit_pos=F("unit_pos") + delta)


@transaction.atomic
def join_rows(*, kept: Person, gone: Person) -> dict[str, Any]:
    """Give the kept person the other's consents and requests; what both agreed to stays once.

    Part of the merge; returns what `part_rows` needs to take it back.
    """
    living = Consent.objects.filter(withdrawn_on=None, set_aside_at=None)
    texts = list(living.filter(person=kept).values_list("text_id", flat=True))
    aside = _keys(living.filter(person=gone, text_id__in=texts))
    consents = _keys(Consent.objects.filter(person=gone).exclude(pk__in=aside))
    requests = _keys(PersonRequest.objects.filter(person=gone))
    Consent.objects.filter(pk__in=aside).update(set_aside_at=clock.now())
    _give(kept, consents, requests)
    return {"aside": aside, "consents": consents, "requests": requests}


@transaction.atomic
def part_rows(*, gone: Person, note: Mapping[str, Any]) -> None:
    """Take back what `join_rows` did, as part of undoing the merge."""
    _give(gone, note["consents"], note["requests"])
    Consent.objects.filter(pk__in=note["aside"]).update(set_aside_at=None)


def _give(person: Person, consents: list[str], requests: list[str]) -> None:
    placed = {"person": person, "unit_pos": person.unit_pos}
    Consent.objects.filter(pk__in=consents).update(**placed)
    PersonRequest.objects.filter(pk__in=requests).update(**placed)


def _keys(rows: Any) -> list[str]:
    return [str(pk) for pk in rows.values_list("pk", flat=True)]
