"""The design of cards, campaigns, and the book of blanks."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET, require_POST

from bongca.cards.actions.blanks import record_blanks
from bongca.cards.actions.listing import list_cards
from bongca.cards.actions.printing import order_campaign_printing
from bongca.cards.actions.settings import close_campaign, open_campaign, set_design
from bongca.cards.enums import Wanted
from bongca.cards.forms.settings import BlankForm, CampaignForm, DesignForm
from bongca.cards.policies import can_make_cards, visible_blanks, visible_designs
from bongca.cards.queries import batches as found
from bongca.cards.queries.making import design_on
from bongca.cards.views.batches import address_of, home_url
from bongca.cards.views.shown import blank_table, part_table
from bongca.core.errors import DomainError
from bongca.core.http import Request, number_in
from bongca.core.ui import page_of, redirect, render, toast
from bongca.core.ui.written import grouped
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, require, visible_units

FACE = ("issuer", "title", "signatory_title", "signatory_name", "digits", "basis")


def design_edit(request: Request) -> HttpResponse:
    unit = _own(request)
    require(request.actor, "cards.design", unit)
    now = design_on(request.actor.today)
    initial = {name: getattr(now, name) for name in FACE}
    initial |= {"since": request.actor.today, "number_prefix": now.prefix}
    form = DesignForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            design = set_design(actor=request.actor, unit=unit, fields=form.fields_set())
        except DomainError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            toast(request, f"Đã đặt mẫu thẻ dùng từ {design.since:%d/%m/%Y}.")
            return redirect(request, "cards:design_edit")
    context = {"form": form, "designs": visible_designs(request.actor).order_by("-since")[:20]}
    return render(request, "cards/design_edit.html", None, context, 422 if form.is_bound else 200)


def campaign_add(request: Request) -> HttpResponse:
    unit = _own(request)
    require(request.actor, "cards.design", unit)
    form = CampaignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            campaign = open_campaign(actor=request.actor, unit=unit, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            toast(request, f"Đã mở đợt đổi thẻ: {campaign.name}.")
            return redirect(request, "cards:campaign_detail", campaign.pk)
    return render(
        request, "cards/campaign_add.html", None, {"form": form}, 422 if form.is_bound else 200
    )


@require_GET
def campaign_detail(request: Request, pk: int) -> HttpResponse:
    campaign = found.seen_campaign(request.actor, pk)
    unit = _own(request)
    page = page_of(_parts(request, unit), request.GET.get("trang"), per_page=50)
    parts = found.campaign_parts(request.actor, campaign, page.items)
    is_open = campaign.closed_on is None
    may_print = is_open and can_make_cards(request.actor, unit)
    context = {
        "campaign": campaign,
        "unit": unit,
        "page": page,
        "table": part_table(parts),
        "may_close": is_open and may(request.actor, "cards.design", campaign.unit),
        "may_list": may_print and unit.tier == Tier.COMMUNE and not any(p.begun for p in parts),
        "may_print_all": may_print and unit.tier == Tier.PROVINCE,
    }
    return render(request, "cards/campaign_detail.html", None, context)


@require_POST
def campaign_list(request: Request, pk: int) -> HttpResponse:
    """Make the list of the commune, or have those of a whole province made and printed."""
    campaign = found.seen_campaign(request.actor, pk)
    unit = _own(request)
    if unit.tier == Tier.COMMUNE:
        batch = list_cards(
            actor=request.actor, commune=unit, wanted=Wanted.EVERYBODY, campaign=campaign
        )
        toast(request, f"Đã lập danh sách {grouped(batch.card_count)} thẻ.")
        return redirect(request, "cards:batch_detail", batch.pk)
    run = order_campaign_printing(
        actor=request.actor, campaign=campaign, unit=unit, address=address_of(request)
    )
    return redirect(request, "core:job_detail", run.pk)


@require_POST
def campaign_close(request: Request, pk: int) -> HttpResponse:
    campaign = close_campaign(actor=request.actor, campaign=found.seen_campaign(request.actor, pk))
    toast(request, f"Đã kết thúc đợt đổi thẻ: {campaign.name}.")
    return redirect(request, "cards:campaign_detail", pk)


def blank_book(request: Request) -> HttpResponse:
    unit = _own(request)
    word = "members.print" if request.actor.holds("members.print") else "cards.design"
    require(request.actor, word, unit)
    parts = list(_parts(request, unit)[:500]) if unit.tier != Tier.COMMUNE else []
    form = BlankForm(request.POST or None, parts=parts)
    if request.method == "POST" and form.is_valid():
        try:
            record_blanks(actor=request.actor, unit=unit, **_moved(form, parts))
        except DomainError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            toast(request, "Đã ghi vào sổ phôi thẻ.")
            return redirect(request, "cards:blank_book")
    entries = visible_blanks(request.actor).filter(unit=unit).select_related("to_unit")
    page = page_of(entries.order_by("-recorded_at", "-pk"), request.GET.get("trang"), per_page=20)
    context = {
        "unit": unit,
        "form": form,
        "page": page,
        "table": blank_table(page.items),
        "left": found.blanks_left(unit),
        "back_url": home_url(unit),
    }
    return render(request, "cards/blank_book.html", None, context, 422 if form.is_bound else 200)


def _moved(form: BlankForm, parts: Sequence[Unit]) -> dict[str, Any]:
    given = dict(form.cleaned_data)
    key = given.pop("to_unit")
    return {**given, "to_unit": next((part for part in parts if part.pk == key), None)}


def _own(request: Request) -> Unit:
    asked = number_in(request.GET.get("don_vi", "")) or request.actor.unit_id or 0
    return get_object_or_404(visible_units(request.actor), pk=asked)


def _parts(request: Request, unit: Unit) -> QuerySet[Unit]:
    """The unit itself where it is a commune, else the units directly below."""
    units = visible_units(request.actor).filter(is_open=True)
    narrowed = units.filter(pk=unit.pk) if unit.tier == Tier.COMMUNE else units.filter(parent=unit)
    return narrowed.order_by("sort_key", "pk")
