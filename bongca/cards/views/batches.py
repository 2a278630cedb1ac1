"""Cards of a unit: who lacks one, the lists made, printing, sending, handing over."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET, require_POST

from bongca.cards.actions.handing import hand_over, receive_batch, send_batch
from bongca.cards.actions.listing import list_cards
from bongca.cards.actions.printing import order_printing
from bongca.cards.enums import BatchState, CardState
from bongca.cards.forms.cards import FindCardForm, HandOverForm, ListForm, picked
from bongca.cards.models import CardBatch
from bongca.cards.policies import can_make_cards
from bongca.cards.queries import batches as found
from bongca.cards.queries.home import HOLDS_CARDS
from bongca.cards.views.shown import batch_steps, batch_table, batch_tag, card_table, goes_down
from bongca.core.errors import DomainError
from bongca.core.http import Request, number_in
from bongca.core.ui import page_of, redirect, render, toast, toast_refusal
from bongca.core.ui.written import grouped
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, require, visible_units

PER_PAGE = 50


@require_GET
def card_home(request: Request) -> HttpResponse:
    unit = _unit(request)
    holds = unit.tier in HOLDS_CARDS
    has_roll = holds and unit.tier != Tier.PROVINCE and may(request.actor, "members.view", unit)
    page = page_of(found.batches_of(request.actor, unit), request.GET.get("trang"), per_page=20)
    may_print = can_make_cards(request.actor, unit)
    context = {
        "unit": unit,
        "figures": found.card_figures(request.actor, unit) if has_roll else None,
        "page": page,
        "table": batch_table(page.items),
        "may_list": may_print and unit.tier == Tier.COMMUNE,
        "may_print": may_print,
        "may_design": may(request.actor, "cards.design", unit),
        "campaigns": found.open_campaigns(request.actor),
        "blanks": found.blanks_left(unit),
    }
    return render(request, "cards/card_home.html", None, context)


def batch_add(request: Request, pk: int) -> HttpResponse:
    commune = get_object_or_404(visible_units(request.actor), pk=pk)
    require(request.actor, "members.print", commune)
    form = ListForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            batch = list_cards(
                actor=request.actor, commune=commune, wanted=form.cleaned_data["wanted"]
            )
        except DomainError as refusal:
            form.add_error(None, refusal.message)
        else:
            toast(request, f"Đã lập danh sách {grouped(batch.card_count)} thẻ.")
            return redirect(request, "cards:batch_detail", batch.pk)
    context = {
        "unit": commune,
        "form": form,
        "figures": found.card_figures(request.actor, commune),
    }
    status = 422 if form.is_bound else 200
    return render(request, "cards/batch_add.html", None, context, status)


@require_GET
def batch_detail(request: Request, pk: UUID) -> HttpResponse:
    batch = found.seen_batch(request.actor, pk)
    form = FindCardForm(request.GET or None)
    cards = found.cards_of(request.actor, batch, form.state())
    page = page_of(cards, request.GET.get("trang"), per_page=PER_PAGE)
    may_hand = batch.state not in (BatchState.LISTED, BatchState.SENT)
    holds = request.actor.holds("members.print")
    steps, current = batch_steps(batch)
    context = {
        "batch": batch,
        "tag": batch_tag(batch),
        "listed_on": localtime(batch.listed_at).date(),
        "steps": steps,
        "current": current,
        "form": form,
        "page": page,
        "table": card_table(page.items, may_pick=may_hand and holds, act_words=""),
        "hand_form": HandOverForm(initial={"on": request.actor.today}) if may_hand else None,
        "may_print": can_make_cards(request.actor, batch.unit),
        "may_receive": may(request.actor, "members.edit", batch.unit),
        "goes_down": goes_down(batch),
        "run": found.run_of(batch),
    }
    return render(request, "cards/batch_detail.html", None, context)


@require_GET
def batch_printing(request: Request, pk: UUID) -> HttpResponse:
    batch = found.seen_batch(request.actor, pk)
    require(request.actor, "members.print", batch.unit)
    context = {"batch": batch, "run": found.run_of(batch)}
    return render(request, "cards/batch_printing.html", "cards/_printing.html", context)


@require_POST
def batch_print(request: Request, pk: UUID) -> HttpResponse:
    batch = found.seen_batch(request.actor, pk)
    order_printing(actor=request.actor, batch_id=batch.pk, address=address_of(request))
    return redirect(request, "cards:batch_printing", pk)


@require_POST
def batch_send(request: Request, pk: UUID) -> HttpResponse:
    batch = send_batch(actor=request.actor, batch_id=found.seen_batch(request.actor, pk).pk)
    toast(request, f"Đã ghi gửi {grouped(batch.card_count)} thẻ về {batch.unit.name}.")
    return redirect(request, "cards:batch_detail", pk)


@require_POST
def batch_receive(request: Request, pk: UUID) -> HttpResponse:
    receive_batch(actor=request.actor, batch_id=found.seen_batch(request.actor, pk).pk)
    toast(request, "Đã báo nhận đợt thẻ.")
    return redirect(request, "cards:batch_detail", pk)


@require_POST
def batch_hand(request: Request, pk: UUID) -> HttpResponse:
    """Record for the ticked cards, or with "all" for every printed card in sight."""
    batch = found.seen_batch(request.actor, pk)
    require(request.actor, "members.print")
    form = HandOverForm(request.POST)
    keys = _keys(request, batch)
    if not form.is_valid():
        toast_refusal(request, "Chưa ghi được: xin xem lại ngày trao và người ký nhận.")
    elif not keys:
        toast_refusal(request, "Xin đánh dấu những thẻ đã trao rồi ghi.")
    else:
        count = hand_over(actor=request.actor, card_ids=keys, **form.cleaned_data)
        toast(request, f"Đã ghi trao {count} thẻ.")
    return redirect(request, "cards:batch_detail", pk)


def address_of(request: Request) -> str:
    """Return where QR codes lead: the public address of this installation, else this very host."""
    return str(settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/"))


def _keys(request: Request, batch: CardBatch) -> list[UUID]:
    if "tat_ca" in request.POST:
        ready = found.cards_of(request.actor, batch, CardState.PRINTED)
        return list(ready.values_list("pk", flat=True)[:500])
    try:
        return [UUID(key) for key in picked(request.POST.getlist("chon"))]
    except ValueError:
        return []


def _unit(request: Request) -> Unit:
    asked = number_in(request.GET.get("don_vi", "")) or request.actor.unit_id or 0
    unit = get_object_or_404(visible_units(request.actor), pk=asked)
    word = "members.view" if request.actor.holds("members.view") else "cards.design"
    require(request.actor, word, unit)
    return unit


def home_url(unit: Unit) -> str:
    """Return the address of the cards of a unit."""
    return f"{reverse('cards:card_home')}?don_vi={unit.pk}"
