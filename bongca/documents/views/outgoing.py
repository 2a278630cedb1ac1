"""Papers that go out: the list, the paper with its steps, the draft, the paper as it prints."""

from uuid import UUID

from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core import audit
from bongca.core.http import Request
from bongca.core.text import fold
from bongca.core.ui import Column, Role, State, Table, Tag, Term, page_of, redirect, render, toast
from bongca.core.ui.slots import panels
from bongca.core.ui.written import short_date
from bongca.documents import policies
from bongca.documents.actions.outgoing import draft_outgoing, edit_draft
from bongca.documents.forms.drafting import draft_of, initial_of
from bongca.documents.forms.outgoing import CommentForm, DraftForm, OutgoingFilters
from bongca.documents.models import IncomingDocument, OutgoingDocument, Recipient
from bongca.documents.queries.addressing import receipts_of
from bongca.documents.queries.composing import composed
from bongca.documents.queries.families import family_of
from bongca.documents.queries.finding import Wanted, found_outgoing, years_of
from bongca.documents.views import shown
from bongca.documents.views.asked import done, own_unit, posted
from bongca.documents.views.steps import acts_of, stepped
from bongca.org.policies import may, require
from bongca.papers.queries import render_pages, render_pdf, render_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PER_PAGE = 20


@require_safe
def outgoing_list(request: Request) -> HttpResponse:
    """List the papers of the unit, searched and narrowed."""
    unit = own_unit(request)
    form = OutgoingFilters(request.GET or None, years=years_of(request.actor))
    wanted = Wanted()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        year = int(given["nam"]) if given["nam"] else None
        wanted = Wanted(given["q"], year, given["so"], given["tinh_trang"])
    page = page_of(found_outgoing(request.actor, wanted), request.GET.get("trang"), PER_PAGE)
    columns: list[Column[OutgoingDocument]] = [
        Column(
            "Văn bản", "abstract", Role.NAME, note=shown.noted(request.actor), link=outgoing_url
        ),
        Column("Loại", lambda one: shown.type_name(one.type_sign), Role.VALUE),
        Column("Ngày văn bản", _day, Role.VALUE, empty="Chưa có số"),
        Column("Người soạn", lambda one: one.drafter_label.split(",")[0], Role.VALUE),
        Column("Bước", shown.outgoing_tag, Role.STATE),
    ]
    context = {
        "unit": unit,
        "form": form,
        "page": page,
        "table": Table(columns, page.items, "Văn bản đi, mới nhất trước"),
        "may_draft": may(request.actor, policies.DRAFT, unit),
        "is_narrowed": bool(request.GET),
    }
    return render(request, "documents/outgoing_list.html", None, context)


def _day(document: OutgoingDocument) -> str:
    return f"{document.issued_on:%d/%m/%Y}" if document.issued_on else ""


def outgoing_url(document: OutgoingDocument) -> str:
    """Return the page of a paper."""
    return reverse("documents:outgoing_detail", args=[document.pk])


def seen_outgoing(request: Request, pk: UUID) -> OutgoingDocument:
    """Return a paper the actor may see. Raises Http404."""
    found = policies.visible_outgoing(request.actor)
    return get_object_or_404(found.select_related("unit__parent", "book", "replaced_by"), pk=pk)


@require_safe
def outgoing_detail(request: Request, pk: UUID) -> HttpResponse:
    """Show one paper: where it stands, what can be done next, who has it, what happened."""
    document = seen_outgoing(request, pk)
    is_own = policies.keeps(request.actor, document.unit)
    rows = document.recipients.order_by(F("received_at").asc(nulls_first=True), "ordinal")
    page = page_of(rows, request.GET.get("trang"), PER_PAGE)
    steps, present = stepped(document)
    may_comment = document.is_draft and may(request.actor, policies.VIEW, document.unit)
    context = {
        "document": document,
        "is_own": is_own,
        "tag": shown.outgoing_tag(document),
        "steps": steps,
        "present": present,
        "terms": _terms(document),
        "acts": acts_of(request.actor, document) if is_own else [],
        "page": page,
        "table": _recipient_table(document, page.items),
        "receipts": receipts_of(document) if is_own and document.sent_on else None,
        "answers": document.answers.filter(unit=request.actor.unit_id or 0),
        "happenings": shown.happenings(document.steps.all()) if is_own else [],
        "comment": CommentForm() if may_comment else None,
        "may_print": is_own,
        "panels": panels("documents.outgoing", request, document),
    }
    return render(request, "documents/outgoing_detail.html", None, context)


def _terms(document: OutgoingDocument) -> list[Term]:
    terms = [
        Term("Số, ký hiệu", document.symbol or "Chưa cho số"),
        Term("Loại", shown.type_name(document.type_sign)),
        Term("Ngày văn bản", _day(document) or "Chưa có"),
        Term("Mức độ khẩn", document.get_urgency_display()),
        Term("Người soạn", document.drafter_label.split(",")[0]),
        Term("Số bản", document.copy_count),
    ]
    if document.joint_name:
        terms.append(Term("Cùng ban hành", document.joint_name))
    if document.ended_reason:
        terms.append(Term("Lý do", document.ended_reason))
    return terms


def _recipient_table(document: OutgoingDocument, rows: object) -> Table[Recipient]:
    columns: list[Column[Recipient]] = [
        Column("Nơi nhận", "name", Role.NAME),
        Column("Tình trạng", _receipt, Role.STATE),
        Column(
            "Người nhận",
            lambda row: row.received_by_label.split(",")[0],
            Role.VALUE,
            empty="Chưa báo",
        ),
    ]
    return Table(columns, rows, "Nơi nhận và việc đã nhận")  # type: ignore[arg-type]  # page


def _receipt(row: Recipient) -> Tag:
    if row.received_at is not None:
        return State.ACCEPTED.tag(f"Đã nhận {short_date(row.received_at)}")
    if row.sent_at is None:
        return State.NOT_SUBMITTED.tag("Chưa gửi")
    return State.UNACKNOWLEDGED.tag() if row.unit_id else State.SUBMITTED.tag("Đã gửi")


def outgoing_draft(request: Request) -> HttpResponse:
    """Begin a paper; `tra-loi` names the paper it answers."""
    unit = own_unit(request, policies.DRAFT)
    family = family_of(unit)
    answered = _answered(request)
    initial = {"names": answered[0].issuer} if answered else {}
    form = DraftForm(posted(request), family=family, initial=initial)

    def act(words: dict[str, object]) -> OutgoingDocument:
        return draft_outgoing(
            actor=request.actor, unit=unit, draft=draft_of(words, family), answers=answered
        )

    made = done(request, form, act)
    if made:
        toast(request, "Đã lưu dự thảo.")
        return redirect(request, "documents:outgoing_detail", made.pk)
    lead = f"Trả lời văn bản {answered[0]}." if answered else ""
    back = (reverse("documents:outgoing_list"), "Văn bản đi")
    return _draft_page(request, form, "Soạn văn bản", back, reverse("documents:outgoing_try"), lead)


def _draft_page(
    request: Request,
    form: DraftForm,
    heading: str,
    back: tuple[str, str],
    try_url: str,
    lead: str = "",
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "lead": lead,
        "try_url": try_url,
        "button": "Lưu dự thảo",
        "back_url": back[0],
        "back_label": back[1],
        "signs": bool(form["signer_lines"].value()),
        "is_joint": bool(form["joint_name"].value() or form["joint_sign"].value()),
    }
    status = 422 if form.is_bound else 200
    return render(request, "documents/draft_form.html", None, context, status)


def _answered(request: Request) -> list[IncomingDocument]:
    try:
        key = UUID(request.GET.get("tra-loi", ""))
    except ValueError:
        return []
    return list(policies.visible_incoming(request.actor).filter(pk=key))


def outgoing_edit(request: Request, pk: UUID) -> HttpResponse:
    """Write the words of a draft anew."""
    document = seen_outgoing(request, pk)
    require(request.actor, policies.DRAFT, document.unit)
    form = DraftForm(posted(request), initial=initial_of(document))

    def act(words: dict[str, object]) -> OutgoingDocument:
        return edit_draft(
            actor=request.actor,
            document_id=pk,
            draft=draft_of(words, former=document),
            version=int(str(words.get("version") or 0)),
        )

    if done(request, form, act):
        toast(request, "Đã lưu dự thảo.")
        return redirect(request, "documents:outgoing_detail", pk)
    back = (outgoing_url(document), "Văn bản")
    try_url = reverse("documents:outgoing_try_again", args=[pk])
    return _draft_page(request, form, "Sửa dự thảo", back, try_url)


@require_safe
def outgoing_preview(request: Request, pk: UUID) -> HttpResponse:
    """Show the paper as it will print, page by page."""
    document = _own_paper(request, pk)
    count = len(render_pages(composed(document)))
    context = {"document": document, "pages": range(1, count + 1), "url": outgoing_url(document)}
    return render(request, "documents/outgoing_preview.html", None, context)


@require_safe
def outgoing_page(request: Request, pk: UUID, number: int) -> HttpResponse:
    """Give one page of the paper as a picture."""
    pages = render_pages(composed(_own_paper(request, pk)))
    if not 1 <= number <= len(pages):
        raise Http404
    return HttpResponse(
        pages[number - 1],
        content_type="image/png",
        headers={"Cache-Control": "private, no-store"},
    )


@require_safe
def outgoing_pdf(request: Request, pk: UUID) -> HttpResponse:
    """Give the paper as PDF, to keep."""
    document = _own_paper(request, pk)
    audit.record(request.actor, "documents.print_document", document)
    return _file(render_pdf(composed(document)), "application/pdf", document, "pdf")


@require_safe
def outgoing_word(request: Request, pk: UUID) -> HttpResponse:
    """Give the paper as Word, to edit."""
    document = _own_paper(request, pk)
    audit.record(request.actor, "documents.print_document", document)
    return _file(render_word(composed(document)), WORD, document, "docx")


def _own_paper(request: Request, pk: UUID) -> OutgoingDocument:
    document = seen_outgoing(request, pk)
    if not policies.keeps(request.actor, document.unit):
        raise Http404
    return document


def _file(content: bytes, kind: str, document: OutgoingDocument, extension: str) -> HttpResponse:
    words = fold(f"{document.symbol} {document.abstract}")
    name = "-".join("".join(c if c.isalnum() else " " for c in words).split())[:80]
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response
