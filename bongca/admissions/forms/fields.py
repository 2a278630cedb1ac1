"""How units are offered in a form."""

from collections.abc import Iterable, Sequence

from django import forms

from bongca.org.enums import Tier
from bongca.org.models import Unit


def place_choices(places: Sequence[Unit]) -> list[tuple[int, str]]:
    """Return units to choose from, a group with the branch it belongs to."""
    return [(one.pk, _name(one)) for one in places]


def set_choices(form: forms.Form, name: str, choices: Iterable[tuple[int, str]]) -> None:
    """Give a field of a form its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def _name(unit: Unit) -> str:
    if unit.tier == Tier.GROUP and unit.parent is not None:
        return f"{unit.name}, {unit.parent.name}"
    return unit.name
