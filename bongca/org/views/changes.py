"""Founding, renaming and closing a unit, on paper forms' model: name, day, deciding paper."""

from django import forms
from django.http import Http404, HttpResponse

from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.org import policies, rules
from bongca.org.actions.units import close_unit, create_unit, rename_unit, require_from_above
from bongca.org.enums import Tier
from bongca.org.forms.units import CloseForm, RenameForm, UnitForm
from bongca.org.models import Unit
from bongca.org.queries import pages


def unit_create(request: Request, pk: int) -> HttpResponse:
    parent = pages.seen_unit(request.actor, pk)
    policies.require(request.actor, "units.edit", parent)
    if rules.CHILD_TIER.get(parent.tier) not in rules.LOCAL_TIERS:
        raise Http404
    form = UnitForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            unit = create_unit(actor=request.actor, parent=parent, **form.cleaned_data)
        except DomainError as error:
            _put_beside(form, error)
        else:
            toast(request, f"Đã thêm {unit.name}.")
            return redirect(request, "org:unit_detail", parent.pk)
    context = {"unit": parent, "form": form, "child_label": _tier_below(parent)}
    return render(request, "org/unit_create.html", None, context, _status(form))


def unit_rename(request: Request, pk: int) -> HttpResponse:
    unit = pages.seen_unit(request.actor, pk)
    require_from_above(request.actor, unit)
    initial = {"name": unit.name, "on": request.actor.today, "version": unit.version}
    form = RenameForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            unit = rename_unit(actor=request.actor, unit=unit, **form.cleaned_data)
        except DomainError as error:
            _put_beside(form, error)
        else:
            toast(request, f"Đã đổi tên thành {unit.name}.")
            return redirect(request, "org:unit_detail", unit.pk)
    context = {"unit": unit, "form": form}
    return render(request, "org/unit_rename.html", None, context, _status(form))


def unit_close(request: Request, pk: int) -> HttpResponse:
    unit = pages.seen_unit(request.actor, pk)
    require_from_above(request.actor, unit)
    siblings = {each.pk: each for each in pages.siblings_of(request.actor, unit)}
    form = CloseForm(
        request.POST or None, siblings=siblings.values(), initial={"on": request.actor.today}
    )
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        successor = siblings.get(words.pop("successor"))
        try:
            close_unit(actor=request.actor, unit=unit, successor=successor, **words)
        except DomainError as error:
            _put_beside(form, error)
        else:
            toast(request, f"Đã ghi {unit.name} kết thúc hoạt động.")
            return redirect(request, "org:unit_detail", unit.parent_id)
    context = {"unit": unit, "form": form, "affected": pages.affected(request.actor, unit)}
    return render(request, "org/unit_close.html", None, context, _status(form))


def _put_beside(form: forms.Form, error: DomainError) -> None:
    if isinstance(error, Changed):
        raise error  # its page shows both versions
    form.add_error(error.field if error.field in form.fields else None, error.message)


def _status(form: forms.Form) -> int:
    return 422 if form.is_bound else 200


def _tier_below(unit: Unit) -> str:
    return str(Tier(rules.CHILD_TIER[unit.tier]).label)
