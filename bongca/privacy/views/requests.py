"""The register of requests, and the steps of one."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, Term, page_of, redirect, render, toast
from bongca.core.ui.written import short_date
from bongca.org.policies import may
from bongca.privacy.actions.requests import answer_request, extend_request, finish_request
from bongca.privacy.enums import RequestState
from bongca.privacy.forms import AnswerForm, ExtendForm, FinishForm, RequestFilters
from bongca.privacy.models import PersonRequest
from bongca.privacy.policies import ANSWER
from bongca.privacy.queries.requests import listed_requests, seen_request
from bongca.privacy.rules.deadlines import longest_extension, terms_on
from bongca.privacy.views.shown import form_page, request_tag, taken

PER_PAGE = 20


@require_safe
def request_list(request: Request) -> HttpResponse:
    """List the requests of the scope, what is owed first."""
    form = RequestFilters(request.GET)
    rows = listed_requests(request.actor, form.group())
    page = page_of(rows, request.GET.get("trang"), PER_PAGE)
    today = request.actor.today
    columns = [
        Column[PersonRequest]("Người yêu cầu", "person.full_name", Role.NAME, link=_url),
        Column[PersonRequest]("Yêu cầu", lambda one: one.get_kind_display()),
        Column[PersonRequest]("Đơn vị", "person.unit.name"),
        Column[PersonRequest]("Nhận ngày", lambda one: short_date(one.received_on)),
        Column[PersonRequest]("Hạn", _due_words, empty="Không còn hạn"),
        Column[PersonRequest]("Tình trạng", lambda one: request_tag(one, today), Role.STATE),
    ]
    table = Table(columns, page.items, "Yêu cầu về dữ liệu cá nhân, gần hạn ở trên")
    context = {"form": form, "page": page, "table": table}
    return render(request, "privacy/request_list.html", None, context)


@require_safe
def request_detail(request: Request, pk: UUID) -> HttpResponse:
    """Show one request, what was done and what comes next."""
    row = seen_request(request.actor, pk)
    context = {
        "row": row,
        "state": request_tag(row, request.actor.today),
        "terms": _terms(row),
        "may_answer": may(request.actor, ANSWER, row.person.unit),
        "is_received": row.state == RequestState.RECEIVED,
        "is_answered": row.state == RequestState.ANSWERED,
    }
    return render(request, "privacy/request_detail.html", None, context)


@require_safe
def request_receipt(request: Request, pk: UUID) -> HttpResponse:
    """A sheet for the person: what was taken in, and until when they hear."""
    row = seen_request(request.actor, pk)
    context = {"row": row, "terms": _terms(row), "basis": terms_on(row.received_on).basis}
    return render(request, "privacy/request_receipt.html", None, context)


def request_answer(request: Request, pk: UUID) -> HttpResponse:
    """Write down what the person was told."""
    row = seen_request(request.actor, pk, ANSWER)
    form = AnswerForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if taken(form, lambda: answer_request(actor=request.actor, request_id=pk, **said)):
            toast(request, "Đã ghi lời trả lời.")
            return redirect(request, "privacy:request_detail", pk)
    lead = f"Hạn trả lời: {short_date(row.answer_by)}."
    return form_page(request, form, _around(row, "Trả lời", lead, "Ghi lời trả lời"))


def request_extend(request: Request, pk: UUID) -> HttpResponse:
    """Put the day off, once."""
    row = seen_request(request.actor, pk, ANSWER)
    form = ExtendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if taken(form, lambda: extend_request(actor=request.actor, request_id=pk, **said)):
            toast(request, "Đã ghi gia hạn.")
            return redirect(request, "privacy:request_detail", pk)
    last = short_date(longest_extension(row.finish_by))
    lead = f"Chỉ gia hạn một lần, muộn nhất đến {last}."
    return form_page(request, form, _around(row, "Gia hạn", lead, "Ghi gia hạn"))


def request_finish(request: Request, pk: UUID) -> HttpResponse:
    """Write down what was done, or why not."""
    row = seen_request(request.actor, pk, ANSWER)
    form = FinishForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if taken(form, lambda: finish_request(actor=request.actor, request_id=pk, **said)):
            toast(request, "Đã ghi kết quả.")
            return redirect(request, "privacy:request_detail", pk)
    lead = f"Hạn làm xong: {short_date(row.finish_by)}."
    return form_page(request, form, _around(row, "Kết quả", lead, "Ghi kết quả"))


def _around(row: PersonRequest, what: str, lead: str, button: str) -> dict[str, str]:
    return {
        "title": f"{what} yêu cầu của {row.person.full_name}",
        "lead": f"{row.get_kind_display()}. {lead}",
        "button": button,
        "back_url": _url(row),
    }


def _url(row: PersonRequest) -> str:
    return reverse("privacy:request_detail", args=[row.pk])


def _due_words(row: PersonRequest) -> str:
    if row.due_on is None:
        return ""
    what = "trả lời" if row.state == RequestState.RECEIVED else "làm xong"
    return f"{short_date(row.due_on)}, {what}"


def _terms(row: PersonRequest) -> list[Term]:
    terms = [
        Term("Yêu cầu", row.get_kind_display()),
        Term("Lời người ấy", row.words),
        Term("Nhận ngày", f"{short_date(row.received_on)}, {row.recorded_by}"),
        Term("Hạn trả lời", short_date(row.answer_by)),
        Term("Hạn làm xong", short_date(row.finish_by)),
    ]
    if row.extended_why:
        terms.append(Term("Vì sao gia hạn", row.extended_why))
    if row.answered_on:
        terms.append(Term("Đã trả lời", f"{short_date(row.answered_on)}: {row.answer}"))
    if row.closed_on:
        terms.append(Term("Kết quả", f"{short_date(row.closed_on)}: {row.result}"))
    return terms
