"""A list leaves the product: as a workbook, a paper, certificates, invitations."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from bongca.care.actions.files import AT_ONCE, TYPES, Order, order_file, record_file
from bongca.care.enums import FileKind
from bongca.care.exports.files import EXTENSIONS, make_file
from bongca.care.forms.longevity import FileForm, LongevityFilters
from bongca.care.models import LongevityRound
from bongca.care.policies import VIEW
from bongca.care.queries.celebrated import Wanted
from bongca.care.queries.files import FILE
from bongca.care.queries.listed import Listing, count_lines, listing_of
from bongca.care.queries.rounds import seen_round, seen_unit
from bongca.core.errors import DomainError
from bongca.core.http import Request, number_in
from bongca.core.ui import redirect, render
from bongca.org.policies import require


def file_order(request: Request) -> HttpResponse:
    """Ask what is to be made of a list and for what, then make it or have it made."""
    listing = _listing(request)
    require(request.actor, VIEW, listing.unit)
    require(request.actor, "members.export", listing.unit)
    asked = request.GET.get("lap", "")
    initial = {"kind": asked if asked in FileKind.values else FileKind.EXCEL}
    form = FileForm(request.POST or None, has_round=listing.round is not None, initial=initial)
    count = count_lines(request.actor, listing)
    if request.method == "POST" and form.is_valid():
        try:
            return _made(request, listing, form, count)
        except DomainError as refusal:
            form.add_error(refusal.field or None, refusal.message)
    context = {"listing": listing, "form": form, "count": count, "query": request.GET.urlencode()}
    return render(request, "care/file_order.html", None, context, 422 if form.is_bound else 200)


@require_safe
def file_state(request: Request, run_id: UUID) -> HttpResponse:
    """Show how far a file is, and lead to it once it is there."""
    run = FILE.run(request.actor, run_id)
    context = {"run": run, "file": FILE.finished(request.actor, run_id)}
    return render(request, "care/file_state.html", "care/_file_state.html", context)


def _listing(request: Request) -> Listing:
    round = _round(request)
    words = LongevityFilters(request.GET, today=request.actor.today, units=())
    wanted: Wanted = words.wanted()
    if round is not None:
        return listing_of(request.actor, round.unit, wanted, round)
    asked = number_in(request.GET.get("don_vi", "")) or request.actor.unit_id or 0
    return listing_of(request.actor, seen_unit(request.actor, asked), wanted)


def _round(request: Request) -> LongevityRound | None:
    asked = request.GET.get("dot")
    return seen_round(request.actor, number_in(asked) or 0) if asked else None


def _made(request: Request, listing: Listing, form: FileForm, count: int) -> HttpResponse:
    kind = FileKind(form.cleaned_data["kind"])
    order = Order(kind, listing.unit, listing.wanted, form.cleaned_data["purpose"], listing.round)
    if count > AT_ONCE[kind]:
        run = order_file(actor=request.actor, order=order, count=count)
        return redirect(request, "care:file_state", run.pk)
    record_file(actor=request.actor, order=order, count=count)
    content = make_file(request.actor, listing, kind)
    extension = EXTENSIONS[kind]
    name = f"{_NAMES[kind]}-{listing.wanted.year}-{_stamp(request.actor.today)}.{extension}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=TYPES[extension], headers=headers)


_NAMES = {
    FileKind.EXCEL: "danh-sach-mung-tho",
    FileKind.PDF: "to-trinh-mung-tho",
    FileKind.WORD: "to-trinh-mung-tho",
    FileKind.CERTIFICATES: "giay-mung-tho",
    FileKind.INVITATIONS: "giay-moi-mung-tho",
}


def _stamp(day: date) -> str:
    return f"{day:%d-%m-%Y}"
