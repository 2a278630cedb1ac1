"""The book of papers sent by post: shown for some days, and given as Excel to be printed."""

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, page_of, render
from bongca.documents import policies
from bongca.documents.exports import XLSX, post_workbook
from bongca.documents.forms.books import PostForm
from bongca.documents.models import Recipient
from bongca.documents.queries.post import MOST_ROWS, post_row, sent_by_post
from bongca.documents.views.asked import own_unit


@require_safe
def post_book(request: Request) -> HttpResponse:
    """Show what went to the post, this month unless other days are asked for."""
    unit = own_unit(request, policies.REGISTER)
    form, since, until = _days(request)
    page = page_of(sent_by_post(request.actor, since, until), request.GET.get("trang"), 50)
    columns: list[Column[Recipient]] = [
        Column("Nơi nhận", "name", Role.NAME),
        Column("Số, ký hiệu", "document.symbol", Role.VALUE),
        Column("Ngày chuyển", lambda one: f"{one.document.sent_on:%d/%m/%Y}", Role.VALUE),
    ]
    context = {
        "unit": unit, "form": form, "since": since, "until": until, "page": page,
        "table": Table(columns, page.items, "Văn bản gửi bưu điện"),
        "export_url": reverse("documents:post_export"),
    }  # fmt: skip
    return render(request, "documents/post_book.html", None, context)


@require_safe
def post_export(request: Request) -> HttpResponse:
    """Give the book as a spreadsheet with room for signature and postmark."""
    unit = own_unit(request, policies.REGISTER)
    _, since, until = _days(request)
    rows = [post_row(one) for one in sent_by_post(request.actor, since, until)[:MOST_ROWS]]
    response = HttpResponse(post_workbook(unit, since, until, rows), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="so-gui-buu-dien.xlsx"'
    return response


def _days(request: Request) -> tuple[PostForm, date, date]:
    today = request.actor.today
    usual = {"tu": today.replace(day=1), "den": today}
    form = PostForm(request.GET or None, initial=usual)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return form, given.get("tu") or usual["tu"], given.get("den") or today
