"""Programmes: the list, one on one page, laying one down, targets, looking back together."""

from datetime import date
from decimal import Decimal

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.errors import DomainError, NotAllowed
from bongca.core.http import Request
from bongca.core.ui import (
    Column,
    Role,
    Table,
    Tag,
    Term,
    due_tag,
    page_of,
    redirect,
    render,
    toast,
)
from bongca.core.ui.slots import panels
from bongca.core.ui.written import grouped, money, short_date
from bongca.indicators.models import Indicator
from bongca.org.models import Unit
from bongca.org.policies import require
from bongca.programmes import policies
from bongca.programmes.actions.programmes import create_programme, review_jointly, set_target
from bongca.programmes.enums import ProgrammeKind, TaskState
from bongca.programmes.forms.programmes import JointReview, ProgrammeForm, TargetForm
from bongca.programmes.models import Programme
from bongca.programmes.queries import programmes as finding
from bongca.programmes.queries import progress
from bongca.programmes.queries.cited import paper_url
from bongca.programmes.queries.revisions import changes_of_programme
from bongca.programmes.queries.targets import TargetRow, target_rows
from bongca.programmes.queries.threads import Sum
from bongca.programmes.views.shown import day_or, posted, put_beside
from bongca.programmes.views.tasks import task_tag

WORD = "programmes.edit"


@require_safe
def programme_list(request: Request) -> HttpResponse:
    actor = request.actor
    if not actor.holds("tasks.view") and not actor.holds("plans.view"):
        raise NotAllowed("tasks.view")
    page = page_of(finding.programme_list(actor), request.GET.get("trang"), per_page=20)
    sums = progress.sums_of_programmes(actor, list(page.items))
    columns: list[Column[Programme]] = [
        Column("Tên", "name", Role.NAME, note="get_kind_display", link=programme_url),
        Column("Thời gian", during_words),
        Column("Đơn vị phối hợp", "partner", empty="Không có"),
        Column("Nhiệm vụ đã kết thúc", lambda one: _sum_words(sums.get(one.pk, Sum()))),
    ]
    context = {
        "page": page,
        "table": Table(columns, page.items, "Chương trình, kế hoạch, đề án"),
        "may_edit": actor.holds(WORD),
        "is_liaison": actor.unit_id is None,
    }
    return render(request, "programmes/programme_list.html", None, context)


def programme_url(programme: Programme) -> str:
    """Return the page of a programme."""
    return reverse("programmes:programme_detail", args=[programme.pk])


def during_words(programme: Programme) -> str:
    """Return from when until when a programme runs."""
    first, after = programme.during.lower, programme.during.upper
    began = f"từ {short_date(first)}" if first else ""
    return f"{began} đến {short_date(after)}" if after else began


def _sum_words(counted: Sum) -> str:
    return f"{counted.done}/{counted.total}" if counted.total else "Chưa có nhiệm vụ"


@require_safe
def programme_detail(request: Request, pk: int) -> HttpResponse:
    actor = request.actor
    programme = finding.programme_for(actor, pk)
    rows = finding.tasks_of(actor, programme)
    quarters = [
        (
            quarter.name,
            [(row, _row_tag(row, actor.today), day_or(row.task.due_on)) for row in quarter.rows],
        )
        for quarter in finding.timeline_of(rows)
    ]
    context = {
        "programme": programme,
        "terms": _terms(programme),
        "targets": [_target_line(one) for one in target_rows(actor, programme)],
        "changes": changes_of_programme(programme)[:10],
        "paper_url": paper_url(actor, programme.citation_symbol, programme.citation_on),
        "children": finding.children_of(actor, programme),
        "quarters": quarters,
        "done_count": sum(row.is_done for row in rows),
        "late_count": sum(
            not row.is_done and row.task.due_on is not None and row.task.due_on < actor.today
            for row in rows
        ),
        "count": len(rows),
        "may_edit": policies.can_edit_programme(actor, programme),
        "is_joint": programme.kind == ProgrammeKind.JOINT,
        "panels": panels("programmes.programme", request, programme),
    }
    return render(request, "programmes/programme_detail.html", None, context)


def _row_tag(row: finding.TaskRow, today: date) -> Tag:
    """The state of a task of a programme, and how late it is while it is not done."""
    due = row.task.due_on
    if row.task.state == TaskState.OPEN and not row.is_done and due is not None and due < today:
        return due_tag((due - today).days)
    return task_tag(row.task)


def _terms(programme: Programme) -> list[Term]:
    paper = ", ".join(
        filter(
            None,
            (
                programme.citation_symbol,
                f"ngày {short_date(programme.citation_on)}" if programme.citation_on else "",
                programme.citation_issuer,
            ),
        )
    )
    terms = [
        Term("Đơn vị", programme.unit.name),
        Term("Cùng phối hợp", programme.partner or ""),
        Term("Thời gian", during_words(programme)),
        Term("Người phụ trách", programme.people),
        Term("Văn bản", paper),
        Term("Căn cứ", programme.citation),
        Term("Kinh phí", money(programme.budget_vnd) if programme.budget_vnd else ""),
        Term("Nguồn lực huy động", programme.resources),
    ]
    return [term for term in terms if term.value]


def _target_line(row: TargetRow) -> dict[str, object]:
    """What is planned, what was reported so far, what is wanting, as the page says it."""
    target = row.target
    measure = target.measure or (target.indicator.get_measure_display() if target.indicator else "")
    due = f"đến {short_date(target.due_on)}" if target.due_on else ""
    planned = _amount(target.value, measure)
    return {
        "target": target,
        "planned": " ".join(filter(None, (planned, due))),
        "reported": row.reported,
        "so_far": _amount(row.reported.value, measure) if row.reported else "",
        "gap": _amount(row.gap, measure) if row.gap else "",
        "is_reached": row.gap == 0,
        "waits": target.indicator is not None and row.reported is None,
    }


def _amount(value: Decimal | None, measure: str) -> str:
    if value is None:
        return ""
    whole = value == value.to_integral_value()
    said = grouped(int(value) if whole else value.normalize())
    return f"{said} {measure}".strip()


def programme_add(request: Request) -> HttpResponse:
    actor = request.actor
    require(actor, WORD)
    unit = Unit.objects.filter(pk=actor.unit_id or 0).first()
    if unit is None:
        raise Http404
    form = ProgrammeForm(
        posted(request),
        programmes=finding.own_programmes(actor),
        partners=finding.partners_today(actor.today),
    )
    if request.method == "POST" and form.is_valid():
        try:
            programme = create_programme(actor=actor, unit=unit, **form.cleaned_data)
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, f"Đã ghi {programme.name}.")
            return redirect(request, "programmes:programme_detail", programme.pk)
    status = 422 if form.is_bound else 200
    return render(request, "programmes/programme_add.html", None, {"form": form}, status)


def target_add(request: Request, pk: int) -> HttpResponse:
    programme = finding.programme_for(request.actor, pk)
    require(request.actor, WORD, programme.unit)
    form = TargetForm(
        posted(request),
        indicators=Indicator.objects.filter(during__contains=request.actor.today),
    )
    if request.method == "POST" and form.is_valid():
        try:
            set_target(actor=request.actor, programme=programme, **form.cleaned_data)
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, "Đã ghi chỉ tiêu.")
            return redirect(request, "programmes:programme_detail", programme.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "programme": programme}
    return render(request, "programmes/target_add.html", None, context, status)


def programme_review(request: Request, pk: int) -> HttpResponse:
    programme = finding.programme_for(request.actor, pk)
    require(request.actor, WORD, programme.unit)
    begun = {"review": programme.review, "version": programme.version}
    form = JointReview(posted(request), initial={**begun, "on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            review_jointly(actor=request.actor, programme=programme, **form.cleaned_data)
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, "Đã ghi điều hai bên cùng thấy.")
            return redirect(request, "programmes:programme_detail", programme.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "programme": programme}
    return render(request, "programmes/programme_review.html", None, context, status)
