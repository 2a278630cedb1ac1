"""Form fields, the error summary and the hidden key of a POST."""

from typing import Any
from uuid import uuid4

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bongca.core.ui.controls import control_of

register = template.Library()


@register.inclusion_tag("ui/field.html")
def field(
    bound: BoundField, label: str = "", hint: str = "", width: object = "", check: str = ""
) -> dict[str, Any]:
    """A form field: label, hint, error, control. `check` is a URL asked after a pause of typing."""
    return {"control": control_of(bound, label=label, hint=hint, width=width, check_url=check)}


@register.inclusion_tag("ui/field.html")
def filter_field(bound: BoundField) -> dict[str, Any]:
    """A filter: nobody has to fill it, so nothing says so."""
    return {"control": control_of(bound, says_optional=False)}


@register.inclusion_tag("ui/form_fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """Every field of a form, in order."""
    return {"form": form}


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: forms.BaseForm, heading: str = "Chưa ghi được") -> dict[str, Any]:
    """What has to be put right, with a link to each place; nothing when all is well."""
    lines = [(str(error), "") for error in form.non_field_errors()]
    for bound in form:
        target = bound.id_for_label or f"{bound.auto_id}_0"
        lines.extend((str(error), target) for error in bound.errors)
    return {"heading": heading, "lines": lines}


@register.simple_tag
def idempotency() -> SafeString:
    """The key by which a form pressed twice is taken in once."""
    return format_html('<input type="hidden" name="_key" value="{}">', uuid4())
