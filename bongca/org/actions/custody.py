"""Where a closed unit hangs: under its successor, so that whoever answers now sees its past."""

from bongca.org.actions.positions import free_slot
from bongca.org.models import Unit
from bongca.org.signals import unit_positions_moved


def hang_under(unit: Unit, custodian: Unit) -> Unit:
    """Put a closed unit, and the closed ones below it, side by side under the custodian.

    They take places of the custodian's children: a commune inside a commune would not fit at
    its own width. What they stood under by date stays in their ancestry.
    """
    closed = Unit.objects.filter(lft__gte=unit.lft, lft__lte=unit.rgt).order_by("lft")
    for each in list(closed):
        _place(each, custodian)
    return Unit.objects.get(pk=unit.pk)


def _place(unit: Unit, custodian: Unit) -> None:
    custodian.refresh_from_db()
    old_lft = Unit.objects.values_list("lft", flat=True).get(pk=unit.pk)
    lft, rgt = free_slot(custodian)
    Unit.objects.filter(pk=unit.pk).update(
        parent=custodian,
        lft=lft,
        rgt=rgt,
        province=custodian.province,
        commune=custodian.commune,
    )
    unit_positions_moved.send(sender=Unit, old_lft=old_lft, old_rgt=old_lft, delta=lft - old_lft)
