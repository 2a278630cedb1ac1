"""Fields that several forms of tasks share."""

from collections.abc import Iterable
from typing import Any

from django import forms


def day(label: str, when_missing: str = "", **more: Any) -> forms.DateField:
    """A day that may lie ahead, unlike the days of what has happened."""
    return forms.DateField(
        label=label,
        required=bool(when_missing),
        input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"data-width": "10"}),
        error_messages={
            "required": when_missing,
            "invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 15/12/2026",
        },
        **more,
    )


def lines(label: str, rows: int = 3, **more: Any) -> forms.CharField:
    """A few lines of text."""
    given: dict[str, Any] = {"required": False, "max_length": 4000} | more
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **given)


def offer(form: forms.Form, name: str, choices: Iterable[tuple[Any, str]]) -> None:
    """Put the choices of today into a choice field; without any the field is left out."""
    listed = [(str(value), label) for value, label in choices]
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    if listed:
        field.choices = listed
    else:
        del form.fields[name]
