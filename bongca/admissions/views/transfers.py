"""Members on the way from one commune to another."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.admissions.actions.answering import (
    accept_transfer,
    decline_transfer,
    take_answer_back,
)
from bongca.admissions.actions.transfers import send_transfer, withdraw_transfer
from bongca.admissions.enums import TransferSide, TransferState
from bongca.admissions.forms.moves import AcceptForm, DeclineForm, SendForm
from bongca.admissions.models import Transfer
from bongca.admissions.policies import can_decide
from bongca.admissions.queries.lists import (
    FOUND,
    places_in,
    received_transfer,
    seen_transfer,
    transfers,
    units_to_send_to,
)
from bongca.admissions.views.parts import PER_PAGE, TRANSFER_TAGS, form_page, say
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, Term, page_of, redirect, render, toast
from bongca.core.ui.written import short_date
from bongca.members.queries.persons import person_to_write


@require_safe
def transfer_list(request: Request) -> HttpResponse:
    is_waiting = request.GET.get("xem") != "da-tra-loi"
    rows = transfers(request.actor, is_waiting=is_waiting)
    page = page_of(rows, request.GET.get("trang"), per_page=PER_PAGE)
    columns = [
        Column("Họ và tên", "full_name", Role.NAME, link=_url),
        Column("Đi hay đến", _way, Role.PLAIN),
        Column("Từ", "from_words"),
        Column("Đến", "to_words"),
        Column("Ngày gửi", lambda row: short_date(row.sent_on)),
        Column("Tình trạng", lambda row: TRANSFER_TAGS[row.state], Role.STATE),
    ]
    table = Table(columns, page.items, "Chuyển sinh hoạt")
    context = {"is_waiting": is_waiting, "page": page, "table": table}
    return render(request, "admissions/transfer_list.html", None, context)


@require_safe
def transfer_detail(request: Request, pk: UUID) -> HttpResponse:
    row = seen_transfer(request.actor, pk)
    is_in = row.side == TransferSide.IN
    may_write = can_decide(request.actor, row.to_unit if is_in else row.from_unit)
    is_sent = row.state == TransferState.SENT
    is_answered = row.state in (TransferState.ACCEPTED, TransferState.DECLINED)
    context = {
        "row": row,
        "is_in": is_in,
        "is_here": is_in == (row.state == TransferState.ACCEPTED),
        "state": TRANSFER_TAGS[TransferState(row.state)],
        "terms": _terms(row),
        "may_answer": may_write and is_in and is_sent,
        "may_withdraw": may_write and not is_in and is_sent,
        "may_undo": may_write and is_in and is_answered,
    }
    return render(request, "admissions/transfer_detail.html", None, context)


def transfer_send(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    words = (request.POST.get("q") or request.GET.get("q") or "")[:80]
    found = units_to_send_to(request.actor, words, person.unit)
    form = SendForm(request.POST or None, units=found[:FOUND])
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            row = send_transfer(
                actor=request.actor,
                person_id=pk,
                to_unit_id=given["unit"],
                reason=given["reason"],
                citation=given["citation"],
            )
            return _sent(request, row)
        except DomainError as refusal:
            say(form, refusal)
    more = {"person": person, "words": words, "found": found[:FOUND]}
    return form_page(
        request, "admissions/transfer_send.html", form, has_more=len(found) > FOUND, **more
    )


def transfer_accept(request: Request, pk: UUID) -> HttpResponse:
    row = received_transfer(request.actor, pk)
    places = places_in(request.actor, row.to_unit)
    initial = {"place": row.to_unit_id, "on": request.actor.today}
    form = AcceptForm(request.POST or None, places=places, initial=initial)
    if request.method == "POST" and form.is_valid():
        place = next(one for one in places if one.pk == form.cleaned_data["place"])
        try:
            accept_transfer(
                actor=request.actor, transfer_id=pk, place=place, on=form.cleaned_data["on"]
            )
            return _answered(request, row, f"{row.full_name} đã là hội viên {place.name}.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/transfer_accept.html", form, row=row)


def transfer_decline(request: Request, pk: UUID) -> HttpResponse:
    row = received_transfer(request.actor, pk)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            decline_transfer(actor=request.actor, transfer_id=pk, reason=reason)
            return _answered(request, row, f"Đã trả lời không tiếp nhận {row.full_name}.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/transfer_decline.html", form, row=row)


@require_POST
def transfer_withdraw(request: Request, pk: UUID) -> HttpResponse:
    row = withdraw_transfer(actor=request.actor, transfer_id=pk)
    toast(request, f"Đã rút lại. {row.full_name} vẫn sinh hoạt ở {row.from_unit.name}.")
    return redirect(request, "members:member_detail", row.person_id)


@require_POST
def transfer_undo(request: Request, pk: UUID) -> HttpResponse:
    row = take_answer_back(actor=request.actor, transfer_id=pk)
    toast(request, f"Đã hoàn tác. {row.full_name} lại chờ tiếp nhận.")
    return redirect(request, "admissions:transfer_detail", row.pk)


def _sent(request: Request, row: Transfer) -> HttpResponse:
    words = f"Đã gửi {row.full_name} đến {row.to_words}. Nơi ấy tiếp nhận thì mới chuyển hẳn."
    toast(request, words, undo_url=reverse("admissions:transfer_withdraw", args=[row.pk]))
    return redirect(request, "members:member_detail", row.person_id)


def _answered(request: Request, row: Transfer, words: str) -> HttpResponse:
    toast(request, words, undo_url=reverse("admissions:transfer_undo", args=[row.pk]))
    return redirect(request, "admissions:transfer_detail", row.pk)


def _url(row: Transfer) -> str:
    return reverse("admissions:transfer_detail", args=[row.pk])


def _way(row: Transfer) -> str:
    return TransferSide(row.side).label


def _terms(row: Transfer) -> list[Term]:
    said = [
        Term("Sinh năm", str(row.birth_year or "Chưa rõ")),
        Term("Chuyển từ", row.from_words),
        Term("Chuyển đến", row.to_words),
        Term("Ngày gửi", f"{short_date(row.sent_on)}, {row.sent_by}"),
    ]
    if row.reason:
        said.append(Term("Vì sao chuyển", row.reason))
    if row.citation:
        said.append(Term("Giấy giới thiệu", row.citation))
    if row.answered_on:
        by = f", {row.answered_by}" if row.answered_by else ""
        said.append(Term("Ngày trả lời", f"{short_date(row.answered_on)}{by}"))
    if row.moved_on:
        said.append(Term("Sinh hoạt nơi mới từ", short_date(row.moved_on)))
    if row.refusal:
        said.append(Term("Vì sao không tiếp nhận", row.refusal))
    return said
