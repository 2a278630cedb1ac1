"""The steps of a paper that goes out: each a question or a form, each by who may."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from bongca.core.actor import Actor
from bongca.core.http import Request
from bongca.core.ui import Step, redirect, render_question, toast
from bongca.core.ui.written import short_date
from bongca.documents import policies
from bongca.documents.actions import outgoing as acts
from bongca.documents.actions import sending
from bongca.documents.enums import OutgoingState, StepKind
from bongca.documents.forms import outgoing as forms
from bongca.documents.forms.incoming import brought
from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.finding import Wanted, found_outgoing
from bongca.documents.queries.signing import likely_signer
from bongca.documents.views.asked import form_page, posted
from bongca.org.policies import may, require

S = OutgoingState


@dataclass(frozen=True)
class NextAct:
    """Something that can be done with a paper now."""

    label: str
    url: str
    is_question: bool = False
    is_main: bool = False


def acts_of(actor: Actor, document: OutgoingDocument) -> list[NextAct]:
    """Return what this person may do with the paper now, the next step first."""
    state = S(document.state)
    drafts = may(actor, policies.DRAFT, document.unit)
    registers = may(actor, policies.REGISTER, document.unit)
    signs = registers or may(actor, policies.SIGN, document.unit)
    offered: list[tuple[bool, str, str, bool]] = [
        (signs and state == S.INITIALLED, "Ghi đã ký", "outgoing_sign", False),
        (registers and state == S.SIGNED, "Cho số", "outgoing_number", False),
        (registers and state == S.NUMBERED, "Gửi văn bản", "outgoing_send", True),
        (drafts and state in (S.DRAFT, S.COMMENTING), "Ký nháy", "outgoing_initial", True),
        (drafts and state == S.DRAFT, "Lấy ý kiến", "outgoing_ask", True),
        (drafts and document.is_draft, "Sửa dự thảo", "outgoing_edit", False),
        (drafts and document.is_draft, "Nơi nhận", "recipient_list", False),
        (registers and state in (S.NUMBERED, S.SENT, S.RECEIVED), "Thu hồi", "outgoing_recall",
         False),
        (registers and state in (S.NUMBERED, S.SENT, S.RECEIVED), "Thay thế", "outgoing_replace",
         False),
    ]  # fmt: skip
    found = [
        NextAct(label, reverse(f"documents:{name}", args=[document.pk]), is_question)
        for is_offered, label, name, is_question in offered
        if is_offered
    ]
    goes_on = state in (S.DRAFT, S.COMMENTING, S.INITIALLED, S.SIGNED, S.NUMBERED)
    return [
        NextAct(one.label, one.url, one.is_question, goes_on and place == 0)
        for place, one in enumerate(found)
    ]


_PLACES = {
    S.DRAFT: 1, S.COMMENTING: 1, S.INITIALLED: 2, S.SIGNED: 3, S.NUMBERED: 4, S.SENT: 5,
    S.RECEIVED: 6, S.RECALLED: 6, S.REPLACED: 6,
}  # fmt: skip
_LABELS = (
    (StepKind.DRAFTED, "Dự thảo"),
    (StepKind.INITIALLED, "Ký nháy"),
    (StepKind.SIGNED, "Ký"),
    (StepKind.NUMBERED, "Cho số"),
    (StepKind.SENT, "Gửi, nhận"),
)


def stepped(document: OutgoingDocument) -> tuple[list[Step], int]:
    """Return the five steps of a paper with who and when, and the present one."""
    latest = {step.kind: step for step in document.steps.all()}
    steps = []
    for kind, label in _LABELS:
        step = latest.get(kind)
        note = f"{step.by_label.split(',')[0]}, {short_date(step.at)}" if step else ""
        steps.append(Step(label, note))
    return steps, _PLACES[S(document.state)]


def own_paper(request: Request, pk: UUID) -> OutgoingDocument:
    """Return a paper of the actor's own unit. Raises Http404."""
    found = policies.visible_outgoing(request.actor).select_related("unit")
    document = get_object_or_404(found, pk=pk)
    if document.unit_id != request.actor.unit_id:
        raise Http404
    return document


def _back(document: OutgoingDocument) -> tuple[str, str]:
    return reverse("documents:outgoing_detail", args=[document.pk]), "Văn bản"


@require_POST
def outgoing_comment(request: Request, pk: UUID) -> HttpResponse:
    """Say an opinion on a draft."""
    document = own_paper(request, pk)
    form = forms.CommentForm(request.POST)

    def act(words: dict[str, str]) -> OutgoingDocument:
        return acts.comment_on_draft(actor=request.actor, document_id=pk, words=words["words"])

    return form_page(
        request,
        form,
        act,
        said="Đã ghi ý kiến góp ý.",
        heading="Góp ý dự thảo",
        button="Gửi ý kiến",
        back=_back(document),
    )


def _question(
    request: Request, pk: UUID, word: str, title: str, words: str, button: str
) -> HttpResponse:
    document = own_paper(request, pk)
    require(request.actor, word, document.unit)
    context = {
        "document": document,
        "title": title,
        "words": words,
        "button": button,
        "back_url": _back(document)[0],
        "action_url": request.path,
    }
    return render_question(request, "documents/_step.html", context, title=title)


def outgoing_ask(request: Request, pk: UUID) -> HttpResponse:
    """Show a draft to the others of the unit."""
    if request.method == "POST":
        acts.ask_for_comments(actor=request.actor, document_id=pk)
        toast(request, "Đã đưa dự thảo ra lấy ý kiến.")
        return redirect(request, "documents:outgoing_detail", pk)
    return _question(
        request, pk, policies.DRAFT, "Đưa dự thảo ra lấy ý kiến?",
        "Những người xem được văn bản của đơn vị sẽ đọc và góp ý được.", "Đưa ra lấy ý kiến",
    )  # fmt: skip


def outgoing_initial(request: Request, pk: UUID) -> HttpResponse:
    """Put one's initials under a draft."""
    if request.method == "POST":
        acts.initial_draft(actor=request.actor, document_id=pk)
        toast(request, "Đã ký nháy. Văn bản chờ ký.")
        return redirect(request, "documents:outgoing_detail", pk)
    return _question(
        request, pk, policies.DRAFT, "Ký nháy dự thảo này?",
        "Người ký nháy chịu trách nhiệm về nội dung và thể thức. Sửa dự thảo sau đó thì phải ký"
        " nháy lại.", "Ký nháy",
    )  # fmt: skip


def outgoing_send(request: Request, pk: UUID) -> HttpResponse:
    """Send a numbered paper to its recipients."""
    if request.method == "POST":
        sent = sending.send_document(actor=request.actor, document_id=pk)
        toast(request, f"Đã gửi văn bản {sent.symbol}.")
        return redirect(request, "documents:outgoing_detail", pk)
    count = own_paper(request, pk).recipients.count()
    return _question(
        request, pk, policies.REGISTER, f"Gửi văn bản đến {count} nơi?",
        "Đơn vị trong Hội nhận ngay trên máy và báo đã nhận. Nơi khác gửi bản giấy như thường lệ.",
        "Gửi văn bản",
    )  # fmt: skip


def outgoing_sign(request: Request, pk: UUID) -> HttpResponse:
    """Attach the scan of the paper that was signed by pen."""
    document = own_paper(request, pk)
    policies.require_signing(request.actor, document.unit)
    initial = {"signed_on": request.actor.today, "signer_name": likely_signer(document)}
    form = forms.SignForm(posted(request), request.FILES or None, initial=initial)

    def act(words: dict[str, object]) -> OutgoingDocument | None:
        scan = brought(words["scan"])
        assert scan is not None
        return acts.sign_document(
            actor=request.actor, document_id=pk, scan=scan,
            signed_on=words["signed_on"],  # type: ignore[arg-type]  # the form has cleaned it
            signer_name=str(words["signer_name"]),
        )  # fmt: skip

    return form_page(
        request, form, act, said="Đã ghi văn bản đã ký.",
        heading="Ghi văn bản đã ký", button="Ghi đã ký", back=_back(document),
        lead="In văn bản, ký bằng bút, rồi chụp hoặc quét bản đã ký vào đây.",
    )  # fmt: skip


def outgoing_number(request: Request, pk: UUID) -> HttpResponse:
    """Give a signed paper its number."""
    document = own_paper(request, pk)
    require(request.actor, policies.REGISTER, document.unit)
    form = forms.NumberForm(posted(request), initial={"issued_on": request.actor.today})
    if document.type_sign != "QĐ":
        del form.fields["is_commendation"]

    def act(words: dict[str, object]) -> OutgoingDocument:
        return acts.number_document(actor=request.actor, document_id=pk, **words)  # type: ignore[arg-type]  # cleaned

    return form_page(
        request, form, act, said=lambda made: f"Đã cho số {made.symbol}.",
        heading="Cho số văn bản", button="Cho số kế tiếp", back=_back(document),
        lead=document.abstract,
    )  # fmt: skip


def outgoing_recall(request: Request, pk: UUID) -> HttpResponse:
    """Call a paper back."""
    document = own_paper(request, pk)
    require(request.actor, policies.REGISTER, document.unit)
    form = forms.RecallForm(posted(request))

    def act(words: dict[str, str]) -> OutgoingDocument:
        return sending.recall_document(actor=request.actor, document_id=pk, **words)

    return form_page(
        request, form, act, said=f"Đã thu hồi văn bản {document.symbol}.",
        heading="Thu hồi văn bản", button="Thu hồi văn bản", back=_back(document),
        lead=f"{document.symbol} {document.abstract}. Số đã cho vẫn giữ trong sổ.",
    )  # fmt: skip


def outgoing_replace(request: Request, pk: UUID) -> HttpResponse:
    """Say which later paper stands in the place of this one."""
    document = own_paper(request, pk)
    require(request.actor, policies.REGISTER, document.unit)
    own = found_outgoing(request.actor, Wanted()).filter(unit=document.unit)
    others = own.filter(number__isnull=False).exclude(pk=pk)
    form = forms.ReplaceForm(posted(request), later=[(str(o.pk), str(o)) for o in others[:100]])

    def act(words: dict[str, str]) -> OutgoingDocument:
        return sending.replace_document(
            actor=request.actor, document_id=pk, by_id=UUID(words["by"]), reason=words["reason"]
        )

    return form_page(
        request, form, act, said=f"Đã ghi văn bản {document.symbol} được thay thế.",
        heading="Thay thế văn bản", button="Ghi thay thế", back=_back(document),
        lead=f"{document.symbol} {document.abstract}",
    )  # fmt: skip
