"""How a form field is drawn: which control, how wide, described by what."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField, BoundWidget

WIDTHS = (2, 4, 6, 10, 16, 24, 36)
NUMERIC = (forms.IntegerField, forms.DecimalField, forms.FloatField)


@dataclass(frozen=True)
class Option:
    id: str
    name: str
    value: str
    label: str
    hint: str
    is_chosen: bool


@dataclass(frozen=True)
class Control:
    """A bound field with all that its template needs."""

    bound: BoundField
    template: str
    id: str
    label: str
    hint: str
    errors: list[str]
    described_by: str
    width: str
    html: str
    options: list[Option]
    check_url: str
    is_optional: bool


def control_of(
    bound: BoundField,
    *,
    label: str = "",
    hint: str = "",
    width: object = "",
    check_url: str = "",
    says_optional: bool = True,
) -> Control:
    """Prepare a form field for drawing in the kit's way."""
    kind = _kind(bound.field.widget)
    hint = hint or str(bound.help_text)
    errors = [str(error) for error in bound.errors]
    described = " ".join(
        word
        for word in (
            f"{bound.auto_id}_helptext" if hint else "",
            f"{bound.auto_id}_error" if errors else "",
            f"{bound.auto_id}_check" if check_url else "",
        )
        if word
    )
    chosen_width = str(width) if width else _width(bound.field)
    return Control(
        bound=bound,
        template=f"ui/controls/{kind}.html",
        id=bound.auto_id,
        label=label or str(bound.label or ""),
        hint=hint,
        errors=errors,
        described_by=described,
        width=chosen_width,
        html="" if kind in GROUPED else _html(bound, kind, described, chosen_width, bool(errors)),
        options=_options(bound) if kind in GROUPED else [],
        check_url=check_url,
        is_optional=says_optional
        and not bound.field.required
        and kind not in ("checkbox", "hidden"),
    )


GROUPED = {"radios", "checkboxes"}
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.PasswordInput, "password"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.CheckboxInput, "checkbox"),
)
_CSS = {"select": "govuk-select", "textarea": "govuk-textarea", "file": "govuk-file-upload"}
_ERROR_CSS = {"select": "govuk-select--error", "textarea": "govuk-textarea--error"}


def _kind(widget: forms.Widget) -> str:
    if isinstance(widget, forms.MultiWidget):
        return "text"
    return next((kind for cls, kind in _KINDS if isinstance(widget, cls)), "text")


def _width(field: forms.Field) -> str:
    """As wide as the answer: a year takes four figures, a name the whole line."""
    named = field.widget.attrs.get("data-width")
    if named:
        return str(named)
    if isinstance(field, NUMERIC):
        return "10"
    if isinstance(field, forms.DateField):
        return "10"
    longest = getattr(field, "max_length", None)
    if not longest:
        return ""
    return next((str(width) for width in WIDTHS if longest <= width), "")


def _html(bound: BoundField, kind: str, described: str, width: str, is_wrong: bool) -> str:
    if kind == "hidden":
        return str(bound.as_widget())
    css = [_CSS.get(kind, "govuk-input")]
    if kind == "checkbox":
        css = ["govuk-checkboxes__input"]
    if is_wrong and kind != "checkbox":
        css.append(_ERROR_CSS.get(kind, "govuk-input--error"))
    if width:
        css.append(f"bc-input--{width}")
    attrs: dict[str, Any] = {"class": " ".join(css)}
    if described:
        attrs["aria-describedby"] = described
    if isinstance(bound.field, NUMERIC):
        attrs["inputmode"] = "numeric" if isinstance(bound.field, forms.IntegerField) else "decimal"
        attrs["autocomplete"] = "off"
    return str(bound.as_widget(widget=_plain(bound.field), attrs=attrs))


def _plain(field: forms.Field) -> forms.Widget | None:
    """A number is typed as text: no arrows, no scroll wheel that changes it, `2.648` allowed."""
    if isinstance(field.widget, forms.NumberInput):
        return forms.TextInput(attrs={k: v for k, v in field.widget.attrs.items() if k != "step"})
    if isinstance(field.widget, forms.DateInput):
        return forms.DateInput(attrs=field.widget.attrs, format="%d/%m/%Y")
    return None


def _options(bound: BoundField) -> list[Option]:
    return [_option(widget) for widget in bound.subwidgets]


def _option(widget: BoundWidget) -> Option:
    data = widget.data
    label = str(data["label"])
    words, _, hint = label.partition("\n")
    return Option(
        id=str(data["attrs"].get("id", "")),
        name=str(data["name"]),
        value=str(data["value"]),
        label=words,
        hint=hint,
        is_chosen=bool(data["selected"]),
    )
