"""What applications, transfers and pauses do when units or persons below them change."""

from typing import Any

from django.db import transaction
from django.db.models import F

from bongca.admissions.enums import ApplicationState, TransferState
from bongca.admissions.models import Application, Pause, Transfer
from bongca.core.errors import DomainError
from bongca.core.scope import whole_tree
from bongca.people.models import Person


class SettleFirst(DomainError):
    """Two rows of one person are joined once nothing about them is on the way."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__(
            "settle_first",
            f"{person.full_name} còn đơn xin vào Hội hoặc lượt chuyển chưa trả lời."
            " Xin trả lời xong rồi gộp.",
        )


@transaction.atomic
def shift_rows(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move the rows with a subtree; the installation's own work inside that move."""
    with whole_tree():
        for model in (Application, Transfer, Pause):
            rows = model._default_manager.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
            rows.update(unit_pos=F("unit_pos") + delta)


@transaction.atomic
def join_rows(*, kept: Person, gone: Person) -> dict[str, Any]:
    """Let the person kept in a merge have what was written of the other; returns what moved."""
    for person in (kept, gone):
        waiting = Application.objects.filter(person=person, state=ApplicationState.WAITING)
        on_the_way = Transfer.objects.filter(person=person, state=TransferState.SENT)
        if waiting.exists() or on_the_way.exists():
            raise SettleFirst(person)
    moved: dict[str, Any] = {}
    for model in (Application, Transfer):
        rows = model._default_manager.filter(person=gone)
        moved[model._meta.model_name or ""] = [str(pk) for pk in rows.values_list("pk", flat=True)]
        rows.update(person=kept)
    return moved


@transaction.atomic
def part_rows(*, gone: Person, note: dict[str, Any]) -> None:
    """Give back what a merge had moved."""
    for model in (Application, Transfer):
        keys = note.get(model._meta.model_name or "", [])
        model._default_manager.filter(pk__in=keys).update(person=gone)
