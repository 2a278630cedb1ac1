"""What a list is filtered by, in words."""

from django import forms
from django.forms.boundfield import BoundField


def filtered_by(form: forms.Form) -> list[str]:
    """The words of every filter that is set, as the person chose them."""
    chosen = (_chosen(bound) for bound in form.visible_fields())
    return [words for words in chosen if words]


def _chosen(bound: BoundField) -> str:
    value = bound.value()
    if value in (None, "", [], False):
        return ""
    choices = getattr(bound.field, "choices", None)
    if choices is None:
        return f"{bound.label}: {value}" if value is not True else str(bound.label)
    wanted = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
    labels = [str(label) for key, label in _flat(choices) if str(key) in wanted]
    return ", ".join(labels)


def _flat(choices: object) -> list[tuple[object, object]]:
    flat: list[tuple[object, object]] = []
    for key, label in choices:  # type: ignore[attr-defined]  # Django's choices iterate in pairs
        if isinstance(label, list | tuple):
            flat.extend(label)
        else:
            flat.append((key, label))
    return flat
