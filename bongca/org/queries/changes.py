"""What a change of a unit would touch: each app answers for its own noun (design.md 8)."""

from datetime import date
from typing import cast

from bongca.org import rules
from bongca.org.models import Grant, Unit
from bongca.org.signals import unit_change_previewed


def affected_by(unit: Unit, on: date) -> list[rules.Affected]:
    """Return what stands in the unit on that day, noun by noun; nouns with none are left out."""
    answers = [_units_below(unit), _accounts(unit, on)]
    for _, answer in unit_change_previewed.send(sender=Unit, unit=unit, on=on):
        answers.extend(cast(list[rules.Affected], answer))
    return [each for each in answers if each.count]


def _units_below(unit: Unit) -> rules.Affected:
    count = Unit.objects.filter(parent=unit, is_open=True).count()
    return rules.Affected("đơn vị trực thuộc", count, blocks_closing=True)


def _accounts(unit: Unit, on: date) -> rules.Affected:
    inside = Grant.objects.filter(unit__lft__gte=unit.lft, unit__lft__lte=unit.rgt)
    count = inside.filter(during__contains=on).values("user").distinct().count()
    return rules.Affected("tài khoản", count, sentence="Quyền sẽ hết khi đơn vị kết thúc.")
