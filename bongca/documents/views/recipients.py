"""Nơi nhận of a draft: found, added, taken off; a whole tier in one press."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.http import Request
from bongca.core.ui import (
    Column,
    Pick,
    Role,
    Table,
    page_of,
    redirect,
    render,
    toast,
    toast_refusal,
)
from bongca.documents import policies
from bongca.documents.actions.recipients import add_recipients, drop_recipients
from bongca.documents.forms.drafting import named, places_of
from bongca.documents.forms.outgoing import NamesForm, PlacesForm
from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.addressing import Place, listed_lines, places_found, receipts_of
from bongca.documents.views.asked import form_page
from bongca.documents.views.steps import own_paper
from bongca.org.policies import require

PER_PAGE = 50


@require_safe
def recipient_list(request: Request, pk: UUID) -> HttpResponse:
    """Show who is on the list and find whom to add."""
    document = _draft(request, pk)
    form = PlacesForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    places = places_found(document.unit, words, request.actor.today)
    listed = page_of(listed_lines(document), request.GET.get("trang"), PER_PAGE)
    columns: list[Column[Place]] = [
        Column("Nơi nhận", "name", Role.NAME, note=lambda one: one.note)
    ]
    lines: list[Column[Any]] = [
        Column("Nơi nhận", "shown", Role.NAME), Column("Số nơi", "count", Role.NUMBER),
    ]  # fmt: skip
    pick = Pick[Place]("chon", lambda one: one.key, lambda one: one.name)
    off = Pick[Any]("chon", lambda one: one["shown"], lambda one: one["shown"])
    context = {
        "document": document, "form": form, "words": words, "page": listed, "places": places,
        "found": Table(columns, places, "Những nơi có thể gửi", pick=pick),
        "listed": Table(lines, listed.items, "Nơi nhận đã ghi", pick=off),
        "units": receipts_of(document).units,
    }  # fmt: skip
    return render(request, "documents/recipient_list.html", None, context)


@require_POST
def recipient_add(request: Request, pk: UUID) -> HttpResponse:
    """Put what was picked on the list."""
    document = _draft(request, pk)
    places = places_of(request.POST.getlist("chon"), document.unit, request.actor.today)
    if not places:
        toast_refusal(request, "Xin đánh dấu ít nhất một nơi.")
        return redirect(request, "documents:recipient_list", pk)
    count = add_recipients(actor=request.actor, document_id=pk, places=places)
    said = f"Đã thêm {count} nơi nhận." if count else "Những nơi ấy đã có trong nơi nhận."
    toast(request, said)
    return redirect(request, "documents:recipient_list", pk)


@require_POST
def recipient_drop(request: Request, pk: UUID) -> HttpResponse:
    """Take what was picked off the list."""
    _draft(request, pk)
    shown = request.POST.getlist("chon")
    if not shown:
        toast_refusal(request, "Xin đánh dấu ít nhất một nơi.")
        return redirect(request, "documents:recipient_list", pk)
    count = drop_recipients(actor=request.actor, document_id=pk, shown=shown)
    toast(request, f"Đã bỏ {count} nơi nhận.")
    return redirect(request, "documents:recipient_list", pk)


def recipient_names(request: Request, pk: UUID) -> HttpResponse:
    """Write places that are not on the machine."""
    _draft(request, pk)
    form = NamesForm(request.POST if request.method == "POST" else None)

    def act(words: dict[str, str]) -> int:
        places = named(words["names"])
        return add_recipients(actor=request.actor, document_id=pk, places=places)

    return form_page(
        request, form, act, said=lambda count: f"Đã thêm {count} nơi nhận.",
        heading="Ghi nơi nhận khác", button="Thêm vào nơi nhận",
        back=(reverse("documents:recipient_list", args=[pk]), "Nơi nhận"),
    )  # fmt: skip


def _draft(request: Request, pk: UUID) -> OutgoingDocument:
    document = own_paper(request, pk)
    require(request.actor, policies.DRAFT, document.unit)
    return document
