"""The book of blank cards: only Central makes them, so each unit answers for those it holds."""

from django.db import transaction

from bongca.cards.actions.refusals import BlanksShort
from bongca.cards.enums import BlankMove
from bongca.cards.models import BlankEntry, BlankStock
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.org.models import Unit
from bongca.org.policies import require_writable


@transaction.atomic
def record_blanks(
    *,
    actor: Actor,
    unit: Unit,
    move: str,
    count: int,
    to_unit: Unit | None = None,
    note: str = "",
) -> BlankEntry:
    """Write a line in the unit's book of blanks: received, spoilt, or given to a unit below.

    What is given is a line in the other unit's book as well. Raises BlanksShort, DomainError,
    NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    word = "members.print" if actor.holds("members.print") else "cards.design"
    require_writable(actor, word, unit)
    if move == BlankMove.GIVEN:
        if to_unit is None or not unit.lft < to_unit.lft <= unit.rgt:
            raise DomainError(
                "blanks_below", "Xin chọn một đơn vị cấp dưới để chuyển phôi.", field="to_unit"
            )
        _write(actor, to_unit, BlankMove.RECEIVED, count, note=f"Từ {unit.name}")
    entry = _write(actor, unit, BlankMove(move), count, note, to_unit)
    audit.record(actor, "cards.record_blanks", entry, changes={"move": move, "count": count})
    return entry


def use_blanks(actor: Actor, unit: Unit, count: int) -> None:
    """Take the blanks of a printing out of the stock, where the unit keeps the book.

    Part of an action. Raises BlanksShort.
    """
    if count and BlankStock.objects.filter(pk=unit.pk).exists():
        _write(actor, unit, BlankMove.USED, count)


def _write(
    actor: Actor,
    unit: Unit,
    move: BlankMove,
    count: int,
    note: str = "",
    to_unit: Unit | None = None,
) -> BlankEntry:
    BlankStock.objects.bulk_create([BlankStock(unit=unit)], ignore_conflicts=True)
    stock = BlankStock.objects.select_for_update().get(pk=unit.pk)
    left = stock.count + (count if move == BlankMove.RECEIVED else -count)
    if left < 0:
        raise BlanksShort(stock.count, count)
    stock.count = left
    stock.save()
    return BlankEntry.objects.create(
        unit=unit,
        on=actor.today,
        move=move,
        count=count,
        left=left,
        to_unit=to_unit,
        note=note[:200],
        recorded_at=clock.now(),
        recorded_by_label=actor.label[:200],
    )
