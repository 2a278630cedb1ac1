"""What other units sent to ours: offered at the register, taken in with one press."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Role, State, Table, Tag, page_of, render
from bongca.core.ui.written import short_date
from bongca.documents import policies
from bongca.documents.actions.incoming import take_in
from bongca.documents.forms.incoming import TakeInForm
from bongca.documents.models import IncomingDocument, Recipient
from bongca.documents.queries.people import holders_of
from bongca.documents.views.asked import form_page, own_unit, posted
from bongca.org.policies import may, require


@require_safe
def delivery_list(request: Request) -> HttpResponse:
    """List what was sent to the unit, what is not taken in yet on top."""
    unit = own_unit(request)
    rows = policies.visible_deliveries(request.actor).select_related("document__unit", "incoming")
    ordered = rows.order_by("-received_at", "-sent_at")
    page = page_of(ordered, request.GET.get("trang"), 20)
    may_take = may(request.actor, policies.REGISTER, unit)
    columns: list[Column[Recipient]] = [
        Column("Văn bản", "document.abstract", Role.NAME, link=lambda one: _url(one, may_take)),
        Column("Số, ký hiệu", "document.symbol", Role.VALUE),
        Column("Nơi gửi", "document.unit.name", Role.VALUE),
        Column("Gửi ngày", lambda one: short_date(one.sent_at) if one.sent_at else "", Role.VALUE),
        Column("Tình trạng", _tag, Role.STATE),
    ]
    table = Table(columns, page.items, "Văn bản các đơn vị gửi đến, chưa nhận ở trên")
    return render(request, "documents/delivery_list.html", None, {"page": page, "table": table})


def _tag(row: Recipient) -> Tag:
    if row.received_at is None:
        return State.UNACKNOWLEDGED.tag()
    number = row.incoming.numbered if row.incoming else ""
    return State.ACCEPTED.tag(f"Đã nhận, số đến {number}")


def _url(row: Recipient, may_take: bool) -> str:
    if row.incoming_id:
        return reverse("documents:incoming_detail", args=[row.incoming_id])
    if may_take:
        return reverse("documents:delivery_take", args=[row.pk])
    return reverse("documents:outgoing_detail", args=[row.document_id])


def delivery_take(request: Request, pk: int) -> HttpResponse:
    """Take a paper in: it gets its number of entry and its sender learns that it arrived."""
    rows = policies.visible_deliveries(request.actor).select_related("document__unit", "unit")
    row = get_object_or_404(rows, pk=pk)
    assert row.unit is not None
    require(request.actor, policies.REGISTER, row.unit)
    leaders = holders_of(row.unit, policies.INSTRUCT, request.actor.today)
    form = TakeInForm(posted(request), leaders=leaders)

    def act(words: dict[str, str]) -> IncomingDocument:
        to = next((one for one in leaders if str(one.pk) == words["presented_to"]), None)
        return take_in(actor=request.actor, delivery_id=pk, presented_to=to)

    return form_page(
        request, form, act, said=lambda made: f"Đã nhận và vào sổ, số đến {made.numbered}.",
        to=lambda made: reverse("documents:incoming_detail", args=[made.pk]),
        heading="Nhận và vào sổ", button="Nhận và vào sổ",
        back=(reverse("documents:delivery_list"), "Văn bản gửi đến"),
        lead=f"{row.document.symbol} {row.document.abstract}. Nơi gửi: {row.document.unit.name}.",
    )  # fmt: skip
