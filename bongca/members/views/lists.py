"""The list of members: on the screen, on paper, as a spreadsheet."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from bongca.core.errors import DomainError
from bongca.core.http import Request, keys_in, number_in
from bongca.core.ui import Column, Page, Role, State, Table, Tag, Tone, page_of, redirect, render
from bongca.core.ui.filters import filtered_by
from bongca.core.ui.parts import GroupAction
from bongca.core.ui.tables import Pick
from bongca.members.actions.exporting import CONTENT_TYPE, order_export, record_export
from bongca.members.exports import AT_ONCE, write_members
from bongca.members.forms.acts import ExportForm
from bongca.members.forms.filters import MemberFilters
from bongca.members.policies import can_edit_members, can_export_members
from bongca.members.queries.acts import BESIDE, PICKED, list_acts
from bongca.members.queries.exported import EXPORT
from bongca.members.queries.figures import unit_figures
from bongca.members.queries.lists import Wanted, members_of, parts_of
from bongca.members.rules import age_on
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

PER_PAGE = 20
PICK = Pick[Person]("chon", lambda person: person.pk, lambda person: person.full_name)
ON_PAPER = 3_000
STATUS_TAGS: dict[str, Tag] = {
    PersonStatus.MEMBER: State.ACCEPTED.tag("Đang sinh hoạt"),
    PersonStatus.TRANSFERRING: State.SUBMITTED.tag("Đang chuyển"),
    PersonStatus.LEFT: State.EXEMPT.tag("Đã ra khỏi Hội"),
    PersonStatus.MOVED: State.RETURNED.tag("Đã chuyển đi", Tone.PLAIN),
    PersonStatus.STRUCK_OFF: State.UNREADABLE.tag("Bị xóa tên", Tone.PLAIN),
    PersonStatus.DECEASED: State.CLOSED.tag("Đã qua đời", Tone.PLAIN),
    PersonStatus.NOT_MEMBER: State.NOT_SUBMITTED.tag("Không phải hội viên"),
    PersonStatus.MERGED: State.EXEMPT.tag("Đã gộp vào người khác"),
}


@dataclass(frozen=True)
class Listed:
    """A list as asked for: of which unit, narrowed how."""

    top: Unit
    unit: Unit
    form: MemberFilters
    wanted: Wanted

    @property
    def chosen(self) -> list[str]:
        return [*filtered_by(self.form), *(["những người đã đánh dấu"] if self.wanted.only else [])]


@require_GET
def member_list(request: Request) -> HttpResponse:
    listed = _listed(request)
    page = _page(request, listed)
    context = {
        "listed": listed,
        "top_url": list_url(listed.top),
        "form": listed.form,
        "page": page,
        "is_empty": not (page.items or listed.chosen),
        "table": member_table(page.items, listed, request, pick=PICK),
        "group": _group(request, listed),
        "figures": unit_figures(request.actor, listed.unit),
        "may_add": can_edit_members(request.actor, listed.unit) and _holds(listed.unit),
        "acts": list_acts(request.actor),
        "beside": list_acts(request.actor, BESIDE),
        "export_url": reverse("members:member_export")
        if can_export_members(request.actor, listed.unit)
        else "",
        "print_url": reverse("members:member_print"),
    }
    return render(request, "members/member_list.html", None, context)


@require_GET
def member_print(request: Request) -> HttpResponse:
    listed = _listed(request)
    page = page_of(_rows(request, listed), 1, per_page=ON_PAPER)
    context = {
        "listed": listed,
        "page": page,
        "table": member_table(page.items, listed, request),
        "back_url": f"{reverse('members:member_list')}?{request.GET.urlencode()}",
    }
    return render(request, "members/member_print.html", None, context)


def member_export(request: Request) -> HttpResponse:
    listed = _listed(request)
    require(request.actor, "members.export", listed.unit)
    rows = _rows(request, listed)
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _export(request, listed, rows, form.cleaned_data["purpose"])
        except DomainError as refusal:
            form.add_error(refusal.field or None, refusal.message)
    context = {
        "listed": listed,
        "form": form,
        "count": rows.order_by().count(),
        "at_once": AT_ONCE,
        "back_url": f"{reverse('members:member_list')}?{request.GET.urlencode()}",
    }
    status = 422 if form.is_bound else 200
    return render(request, "members/member_export.html", None, context, status)


@require_GET
def export_state(request: Request, run_id: UUID) -> HttpResponse:
    run = EXPORT.run(request.actor, run_id)
    context = {"run": run, "file": EXPORT.finished(request.actor, run_id)}
    return render(request, "members/export_state.html", "members/_export_state.html", context)


def member_table(
    rows: Sequence[Person], listed: Listed, request: Request, pick: Pick[Person] | None = None
) -> Table[Person]:
    """Describe the list: a table on a desktop and on paper, cards on a phone."""
    columns = [
        Column("Họ và tên", "full_name", Role.NAME, link=member_url),
        Column("Năm sinh", lambda person: born(person, request), Role.PLAIN, empty="Chưa rõ"),
        Column(_place_label(listed.unit), "unit.name", Role.PLAIN, note=_branch_of(listed)),
        Column("Điện thoại", "phone", Role.PHONE, empty="Chưa có số điện thoại"),
    ]
    if listed.wanted.status != PersonStatus.MEMBER:
        columns.append(Column("Tình trạng", lambda one: STATUS_TAGS[one.status], Role.STATE))
    caption = f"Hội viên của {listed.unit.name}, xếp theo tên"
    return Table(columns, rows, caption, pick=pick)


def member_url(person: Person) -> str:
    """Return the address of a member's page."""
    return reverse("members:member_detail", args=[person.pk])


def born(person: Person, request: Request) -> str:
    """Return the year of birth, with the age by which the person is counted today."""
    if person.birth_year is None:
        return ""
    today = request.actor.today
    age = age_on(person.birth_year, person.birth_month, person.birth_day, today)
    is_alive = person.status != PersonStatus.DECEASED
    return f"{person.birth_year} ({age} tuổi)" if is_alive else str(person.birth_year)


def _listed(request: Request) -> Listed:
    """Read what is asked for; a unit out of sight is not found."""
    units = visible_units(request.actor).select_related("parent")
    top = get_object_or_404(units, pk=_number(request.GET.get("don_vi"), request))
    form = MemberFilters(request.GET, unit=top, parts=parts_of(request.actor, top))
    part = form.part()
    unit = top if part is None else get_object_or_404(units, pk=part)
    picked = keys_in(request.GET.getlist("chon"))
    return Listed(top, unit, form, replace(form.wanted(), only=picked))


def _group(request: Request, listed: Listed) -> list[GroupAction]:
    """Say what can be done with those who are picked."""
    acts = [GroupAction(act.label, act.url) for act in list_acts(request.actor, PICKED)]
    acts.append(GroupAction("In danh sách những người này", reverse("members:member_print")))
    if can_export_members(request.actor, listed.unit):
        acts.append(GroupAction("Xuất Excel những người này", reverse("members:member_export")))
    return acts


def _number(raw: str | None, request: Request) -> int:
    return number_in(raw or "") or request.actor.unit_id or 0


def _rows(request: Request, listed: Listed) -> QuerySet[Person]:
    rows = members_of(request.actor, listed.unit, listed.wanted)
    if listed.wanted.words.strip() and not rows.order_by()[:1]:
        return members_of(request.actor, listed.unit, listed.wanted, is_loose=True)
    return rows


def _page(request: Request, listed: Listed) -> Page[Person]:
    return page_of(_rows(request, listed), request.GET.get("trang"), per_page=PER_PAGE)


def _export(request: Request, listed: Listed, rows: QuerySet[Person], purpose: str) -> HttpResponse:
    count = rows.order_by().count()
    act = order_export if count > AT_ONCE else record_export
    run = act(
        actor=request.actor,
        unit=listed.unit,
        wanted=listed.wanted,
        purpose=purpose,
        count=count,
    )
    if run is not None:
        return redirect(request, "members:export_state", run.pk)
    target = io.BytesIO()
    write_members(request.actor, rows, target)
    name = f"danh-sach-hoi-vien-{request.actor.today:%d-%m-%Y}.xlsx"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(target.getvalue(), content_type=CONTENT_TYPE, headers=headers)


def _holds(unit: Unit) -> bool:
    return unit.tier in (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)


def _branch_of(listed: Listed) -> Callable[[Person], str]:
    """Say the branch beside a group, where the list has more than one branch."""
    is_whole_branch = listed.unit.tier in (Tier.BRANCH, Tier.GROUP)

    def note(person: Person) -> str:
        unit = person.unit
        return unit.parent.name if unit.tier == Tier.GROUP and unit.parent else ""

    return (lambda person: "") if is_whole_branch else note


def _place_label(unit: Unit) -> str:
    return "Tổ hội" if unit.tier in (Tier.BRANCH, Tier.GROUP) else "Chi hội, tổ hội"


def list_url(unit: Unit) -> str:
    """Return the address of the list of a unit."""
    return f"{reverse('members:member_list')}?{urlencode({'don_vi': unit.pk})}"
