"""Quy chế, quy định in force: the list, one of them with its readers, its review, its end."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.http import Request
from bongca.core.ui import (
    Column,
    Role,
    State,
    Table,
    Tag,
    Term,
    due_tag,
    page_of,
    redirect,
    render,
    toast,
)
from bongca.core.ui.written import short_date
from bongca.documents import policies
from bongca.documents.actions import regulations as acts
from bongca.documents.forms.books import EndRuleForm, ReviewForm, RulingForm
from bongca.documents.models import OutgoingDocument, Regulation, RegulationReading
from bongca.documents.views.asked import form_page, own_unit, posted
from bongca.org.policies import may, require


@require_safe
def regulation_list(request: Request) -> HttpResponse:
    """List the rules that bind the unit: its own and those from above, in force first."""
    unit = own_unit(request)
    rows = policies.visible_regulations(request.actor).select_related("unit")
    page = page_of(rows.order_by("-until", "-unit__lft", "title"), request.GET.get("trang"), 20)
    columns: list[Column[Regulation]] = [
        Column("Quy chế, quy định", "title", Role.NAME, link=_url),
        Column("Của đơn vị", "unit.name", Role.VALUE),
        Column("Có hiệu lực từ", lambda one: f"{one.since:%d/%m/%Y}", Role.VALUE),
        Column("Tình trạng", lambda one: _tag(request, one), Role.STATE),
    ]
    context = {
        "unit": unit,
        "page": page,
        "table": Table(columns, page.items, "Quy chế, quy định, đang có hiệu lực ở trên"),
        "may_add": may(request.actor, policies.REGISTER, unit),
    }
    return render(request, "documents/regulation_list.html", None, context)


def _url(regulation: Regulation) -> str:
    return reverse("documents:regulation_detail", args=[regulation.pk])


def _tag(request: Request, regulation: Regulation) -> Tag:
    today = request.actor.today
    if regulation.until is not None and regulation.until <= today:
        return State.CLOSED.tag("Hết hiệu lực")
    if regulation.since > today:
        return State.NOT_SUBMITTED.tag("Chưa có hiệu lực")
    is_own = regulation.unit_id == request.actor.unit_id
    if is_own and regulation.review_due_on is not None and regulation.review_due_on <= today:
        return due_tag((regulation.review_due_on - today).days)
    return State.ACCEPTED.tag("Đang có hiệu lực")


def _seen(request: Request, pk: int) -> Regulation:
    rows = policies.visible_regulations(request.actor)
    return get_object_or_404(rows.select_related("unit", "replaces", "amends", "document"), pk=pk)


@require_safe
def regulation_detail(request: Request, pk: int) -> HttpResponse:
    """Show a rule, what it takes the place of, when it is reviewed, who has read it."""
    rule = _seen(request, pk)
    page = page_of(rule.readings.order_by("-at"), request.GET.get("trang"), 20)
    columns: list[Column[RegulationReading]] = [
        Column("Người đọc", lambda one: one.by_label, Role.NAME),
        Column("Xác nhận ngày", lambda one: short_date(one.at), Role.VALUE),
    ]
    papers = policies.visible_outgoing(request.actor)
    sees_paper = rule.document is not None and papers.filter(pk=rule.document.pk).exists()
    context = {
        "rule": rule,
        "tag": _tag(request, rule),
        "terms": _terms(rule),
        "page": page,
        "table": Table(columns, page.items, "Những người đã đọc"),
        "has_read": rule.readings.filter(user=request.actor.user_id or 0).exists(),
        "sees_paper": sees_paper,
        "may_keep": may(request.actor, policies.REGISTER, rule.unit) and rule.until is None,
    }
    return render(request, "documents/regulation_detail.html", None, context)


def _terms(rule: Regulation) -> list[Term]:
    terms = [
        Term("Của đơn vị", rule.unit.name),
        Term("Ban hành kèm theo", rule.citation or str(rule.document or "Chưa ghi")),
        Term("Có hiệu lực từ", f"{rule.since:%d/%m/%Y}"),
    ]
    if rule.until:
        terms.append(Term("Hết hiệu lực từ", f"{rule.until:%d/%m/%Y}"))
    if rule.replaces:
        terms.append(Term("Thay thế", rule.replaces.title))
    if rule.amends:
        terms.append(Term("Sửa đổi, bổ sung", rule.amends.title))
    terms += [Term("Được thay thế bằng", one.title) for one in rule.replaced_by.order_by("since")]
    terms += [Term("Được sửa đổi bằng", one.title) for one in rule.amended_by.order_by("since")]
    if rule.reviewed_on:
        terms.append(Term("Rà soát gần nhất", f"{rule.reviewed_on:%d/%m/%Y}"))
    if rule.review_due_on:
        terms.append(Term("Rà soát trước ngày", f"{rule.review_due_on:%d/%m/%Y}"))
    return terms


def regulation_add(request: Request) -> HttpResponse:
    """Put a rule of the unit in force."""
    unit = own_unit(request, policies.REGISTER)
    own = list(policies.visible_regulations(request.actor).filter(unit=unit, until__isnull=True))
    issued = policies.visible_outgoing(request.actor).filter(unit=unit, number__isnull=False)
    papers = {str(one.pk): one for one in issued.order_by("-issued_on", "-number")[:100]}
    rules = {str(one.pk): one for one in own}
    form = RulingForm(
        posted(request),
        papers=[(key, str(one)) for key, one in papers.items()],
        rules=[(key, one.title) for key, one in rules.items()],
    )

    def act(words: dict[str, object]) -> Regulation:
        chosen: dict[str, OutgoingDocument | Regulation | None] = {
            "document": papers.get(str(words["document"])),
            "replaces": rules.get(str(words["replaces"])),
            "amends": rules.get(str(words["amends"])),
        }
        ruling = acts.Ruling(**{**words, **chosen})  # type: ignore[arg-type]  # cleaned above
        return acts.put_in_force(actor=request.actor, unit=unit, ruling=ruling)

    return form_page(
        request, form, act, said=lambda made: f"Đã ghi “{made.title}”.",
        to=lambda made: reverse("documents:regulation_detail", args=[made.pk]),
        heading="Ghi quy chế, quy định", button="Ghi vào danh mục",
        back=(reverse("documents:regulation_list"), "Quy chế, quy định"),
    )  # fmt: skip


@require_POST
def regulation_read(request: Request, pk: int) -> HttpResponse:
    """Confirm that one has read a rule."""
    acts.confirm_reading(actor=request.actor, regulation=_seen(request, pk))
    toast(request, "Đã xác nhận là đã đọc.")
    return redirect(request, "documents:regulation_detail", pk)


def regulation_review(request: Request, pk: int) -> HttpResponse:
    """Record that a rule was reviewed and stays."""
    rule = _seen(request, pk)
    require(request.actor, policies.REGISTER, rule.unit)
    form = ReviewForm(posted(request))

    def act(words: dict[str, object]) -> Regulation:
        return acts.review_regulation(actor=request.actor, regulation=rule, **words)  # type: ignore[arg-type]  # cleaned

    return form_page(
        request, form, act, said="Đã ghi rà soát.",
        heading="Ghi đã rà soát, giữ nguyên", button="Ghi đã rà soát",
        back=(_url(rule), "Quy chế, quy định"), lead=rule.title,
    )  # fmt: skip


def regulation_end(request: Request, pk: int) -> HttpResponse:
    """Record that a rule is no longer in force."""
    rule = _seen(request, pk)
    require(request.actor, policies.REGISTER, rule.unit)
    form = EndRuleForm(posted(request), initial={"on": request.actor.today})

    def act(words: dict[str, object]) -> Regulation:
        return acts.end_regulation(actor=request.actor, regulation=rule, **words)  # type: ignore[arg-type]  # cleaned

    return form_page(
        request, form, act, said=f"“{rule.title}” hết hiệu lực.",
        heading="Ghi hết hiệu lực", button="Ghi hết hiệu lực",
        back=(_url(rule), "Quy chế, quy định"), lead=rule.title,
    )  # fmt: skip
