"""Papers that came in: the list, the entry, the leader's word, the end."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.accounts.models import User
from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, Term, page_of, render
from bongca.documents import policies
from bongca.documents.actions import incoming as acts
from bongca.documents.enums import HOURLY
from bongca.documents.forms import incoming as forms
from bongca.documents.models import IncomingDocument
from bongca.documents.queries.composing import full_name
from bongca.documents.queries.finding import Wanted, found_incoming, found_outgoing, years_of
from bongca.documents.queries.people import holders_of
from bongca.documents.views import shown
from bongca.documents.views.asked import form_page, own_unit, posted
from bongca.org.models import Unit
from bongca.org.policies import may, require
from bongca.papers.queries import render_stamp
from bongca.papers.rules.stamp import ArrivalStamp

PER_PAGE = 20


@require_safe
def incoming_list(request: Request) -> HttpResponse:
    """List what came in, searched and narrowed."""
    unit = own_unit(request)
    form = forms.IncomingFilters(request.GET or None, years=years_of(request.actor))
    page = page_of(found_incoming(request.actor, _wanted(form)), request.GET.get("trang"), PER_PAGE)
    context = {
        "unit": unit,
        "form": form,
        "page": page,
        "table": _table(request, page.items),
        "may_register": may(request.actor, policies.REGISTER, unit),
        "is_narrowed": bool(request.GET),
    }
    return render(request, "documents/incoming_list.html", None, context)


def _wanted(form: forms.IncomingFilters) -> Wanted:
    if not form.is_bound or not form.is_valid():
        return Wanted()
    given = form.cleaned_data
    year = int(given["nam"]) if given["nam"] else None
    return Wanted(given["q"], year, given["so"], given["tinh_trang"])


def _table(request: Request, rows: object) -> Table[IncomingDocument]:
    today = request.actor.today
    columns: list[Column[IncomingDocument]] = [
        Column("Văn bản", "abstract", Role.NAME, note=shown.noted(request.actor), link=_url),
        Column("Số đến", "numbered", Role.VALUE),
        Column("Ngày đến", lambda one: f"{one.arrived_on:%d/%m/%Y}", Role.VALUE),
        Column("Nơi gửi", "issuer", Role.VALUE),
        Column("Người xử lý", "handler_name", Role.VALUE, empty="Chưa giao"),
        Column("Tình trạng", lambda one: shown.incoming_tag(one, today), Role.STATE),
    ]
    return Table(columns, rows, "Văn bản đến, mới nhất trước")  # type: ignore[arg-type]  # page


def _url(document: IncomingDocument) -> str:
    return reverse("documents:incoming_detail", args=[document.pk])


def _seen(request: Request, pk: UUID) -> IncomingDocument:
    found = policies.visible_incoming(request.actor)
    return get_object_or_404(found.select_related("unit", "book", "scan", "handler"), pk=pk)


@require_safe
def incoming_detail(request: Request, pk: UUID) -> HttpResponse:
    """Show one paper that came in: its stamp, the bút phê, what became of it."""
    document = _seen(request, pk)
    actor = request.actor
    is_register = may(actor, policies.REGISTER, document.unit)
    is_mine = document.handler_id is not None and document.handler_id == actor.user_id
    is_mine = is_mine and document.unit_id == actor.unit_id
    delivery = getattr(document, "delivery", None)
    context = {
        "document": document,
        "stamp": _stamp(document),
        "terms": _terms(document),
        "tag": shown.incoming_tag(document, actor.today),
        "answers": document.answered_by.all(),
        "sent": delivery.document if delivery else None,
        "happenings": shown.happenings(document.steps.all()),
        "may_instruct": document.is_open and may(actor, policies.INSTRUCT, document.unit),
        "may_present": document.is_open and is_register,
        "may_finish": document.is_open and (is_register or is_mine),
        "may_correct": is_register,
        "may_attach": is_register and document.scan_id is None and delivery is None,
        "may_answer": document.is_open and may(actor, policies.DRAFT, document.unit),
    }
    return render(request, "documents/incoming_detail.html", None, context)


def _stamp(document: IncomingDocument) -> list[Term]:
    """The fields of the stamp ĐẾN (domain.md 6.5)."""
    terms = [
        Term("Số đến", document.numbered),
        Term("Ngày đến", f"{document.arrived_on:%d/%m/%Y}"),
    ]
    if document.arrived_at:
        terms.append(Term("Giờ đến", f"{document.arrived_at:%H giờ %M}"))
    return [*terms, Term("Chuyển", document.handler_name or "Chưa giao"),
            Term("Sổ", document.book.get_kind_display())]  # fmt: skip


@require_safe
def incoming_stamp(request: Request, pk: UUID) -> HttpResponse:
    """Give the stamp ĐẾN to print: `kho=nhan` on a label of 35 × 50 mm, else on A4."""
    document = _seen(request, pk)
    at = document.arrived_at if document.urgency in HOURLY else None
    stamp = ArrivalStamp(
        full_name(document.unit),
        document.numbered,
        document.arrived_on,
        hour=f"{at:%H giờ %M}" if at else "",
        passed_to=document.handler_name,
        on_label=request.GET.get("kho") == "nhan",
    )
    response = HttpResponse(render_stamp(stamp), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="dau-den-{document.number}.pdf"'
    return response


def _terms(document: IncomingDocument) -> list[Term]:
    written = f"{document.written_on:%d/%m/%Y}" if document.written_on else "Chưa ghi"
    terms = [
        Term("Nơi gửi", document.issuer),
        Term("Số, ký hiệu", document.symbol or "Không có"),
        Term("Ngày văn bản", written),
        Term("Loại", shown.type_name(document.type_sign)),
        Term("Mức độ khẩn", document.get_urgency_display()),
    ]
    if document.due_on:
        terms.append(Term("Xong trước ngày", f"{document.due_on:%d/%m/%Y}"))
    if document.done_note:
        terms.append(Term("Kết quả", document.done_note))
    return terms


def _register(
    request: Request, unit: Unit, leaders: list[User], words: dict[str, Any]
) -> IncomingDocument:
    given = dict(words)
    presented_to = _one(leaders, given.pop("presented_to"))
    after, kind, file = (given.pop(name) for name in ("after_number", "kind", "scan"))
    return acts.register_incoming(
        actor=request.actor,
        unit=unit,
        arrival=acts.Arrival(**given),
        kind=kind,
        scan=forms.brought(file),
        presented_to=presented_to,
        after_number=after,
    )


def incoming_add(request: Request) -> HttpResponse:
    """Enter a paper in the register."""
    unit = own_unit(request, policies.REGISTER)
    leaders = holders_of(unit, policies.INSTRUCT, request.actor.today)
    form = forms.ArrivalForm(
        posted(request),
        request.FILES or None,
        leaders=leaders,
        initial={"arrived_on": request.actor.today},
    )

    back = (reverse("documents:incoming_list"), "Văn bản đến")
    notice = (
        "Văn bản mật không ghi ở đây",
        "Văn bản Mật, Tối mật, Tuyệt mật có sổ riêng, không chụp và không ghi trích yếu.",
    )
    return form_page(
        request,
        form,
        lambda words: _register(request, unit, leaders, words),
        said=lambda made: f"Đã vào sổ, số đến {made.numbered}.",
        to=lambda made: reverse("documents:incoming_detail", args=[made.pk]),
        heading="Vào sổ văn bản đến",
        button="Vào sổ",
        back=back,
        notice=notice,
    )


def _one(users: list[User], key: str) -> User | None:
    return next((user for user in users if str(user.pk) == key), None)


def incoming_present(request: Request, pk: UUID) -> HttpResponse:
    """Show a paper to a leader for his word."""
    document = _seen(request, pk)
    require(request.actor, policies.REGISTER, document.unit)
    leaders = holders_of(document.unit, policies.INSTRUCT, request.actor.today)
    form = forms.PresentForm(posted(request), leaders=leaders)

    def act(words: dict[str, str]) -> IncomingDocument:
        to = _one(leaders, words["to"])
        assert to is not None
        return acts.present_incoming(actor=request.actor, document_id=pk, to=to)

    return form_page(
        request, form, act, said="Đã trình xin ý kiến.",
        heading="Trình xin ý kiến chỉ đạo", button="Trình văn bản này",
        back=(_url(document), "Văn bản đến"), lead=document.abstract,
    )  # fmt: skip


def incoming_correct(request: Request, pk: UUID) -> HttpResponse:
    """Mend what was written of a paper."""
    document = _seen(request, pk)
    require(request.actor, policies.REGISTER, document.unit)
    names = (*forms.ARRIVAL_FIELDS, "version")
    initial = {name: getattr(document, name) for name in names}
    form = forms.CorrectForm(posted(request), initial=initial)

    def act(words: dict[str, Any]) -> IncomingDocument:
        version = words.pop("version")
        return acts.correct_incoming(
            actor=request.actor, document_id=pk, arrival=acts.Arrival(**words), version=version
        )

    return form_page(
        request, form, act, said="Đã sửa.",
        heading="Sửa chỗ ghi sai", button="Lưu chỗ đã sửa",
        back=(_url(document), "Văn bản đến"), lead=f"Số đến {document.numbered} giữ nguyên.",
    )  # fmt: skip


def incoming_attach(request: Request, pk: UUID) -> HttpResponse:
    """Add the scan of a paper that was entered without one."""
    document = _seen(request, pk)
    require(request.actor, policies.REGISTER, document.unit)
    form = forms.AttachForm(posted(request), request.FILES or None)

    def act(words: dict[str, object]) -> IncomingDocument:
        scan = forms.brought(words["scan"])
        assert scan is not None
        return acts.attach_scan(actor=request.actor, document_id=pk, scan=scan)

    return form_page(
        request, form, act, said="Đã thêm bản chụp.",
        heading="Thêm bản chụp", button="Thêm bản chụp",
        back=(_url(document), "Văn bản đến"), lead=document.abstract,
    )  # fmt: skip


def incoming_instruct(request: Request, pk: UUID) -> HttpResponse:
    """Write the bút phê."""
    document = _seen(request, pk)
    require(request.actor, policies.INSTRUCT, document.unit)
    handlers = holders_of(document.unit, policies.VIEW, request.actor.today)
    form = forms.InstructForm(posted(request), handlers=handlers)

    def act(words: dict[str, object]) -> IncomingDocument:
        given = {**words, "handler": _one(handlers, str(words["handler"]))}
        return acts.instruct(actor=request.actor, document_id=pk, **given)  # type: ignore[arg-type]  # cleaned

    return form_page(
        request, form, act, said="Đã ghi bút phê.",
        heading="Ghi bút phê", button="Ghi bút phê",
        back=(_url(document), "Văn bản đến"), lead=f"{document.symbol} {document.abstract}",
    )  # fmt: skip


def incoming_finish(request: Request, pk: UUID) -> HttpResponse:
    """Say how a paper was dealt with."""
    document = _seen(request, pk)
    policies.require_handling(request.actor, document)
    papers = found_outgoing(request.actor, Wanted()).filter(unit=document.unit)[:100]
    answers = [(str(one.pk), str(one)) for one in papers]
    form = forms.FinishForm(posted(request), answers=answers)

    def act(words: dict[str, str]) -> IncomingDocument:
        answered = UUID(words["answered_by"]) if words["answered_by"] else None
        return acts.finish_incoming(
            actor=request.actor, document_id=pk, note=words["note"], answered_by=answered
        )

    return form_page(
        request, form, act, said="Đã ghi xử lý xong.",
        heading="Ghi xử lý xong", button="Ghi xử lý xong",
        back=(_url(document), "Văn bản đến"), lead=document.abstract,
    )  # fmt: skip
