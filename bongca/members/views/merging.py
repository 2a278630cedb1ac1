"""Two rows that may be one human being: find the other, choose field by field, take it back."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, redirect, render, toast
from bongca.members.forms.acts import LABELS, MergeForm
from bongca.members.queries.persons import other_rows, person_to_write
from bongca.members.views.lists import born
from bongca.people.actions.merging import merge_persons, undo_merge
from bongca.people.actions.persons import fields_of, readable
from bongca.people.enums import Sex
from bongca.people.models import Person

MERGE = "people.merge"


@require_GET
def merge_find(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk, MERGE)
    words = request.GET.get("q", "")
    columns: list[Column[Person]] = [
        Column(
            "Họ và tên",
            "full_name",
            Role.NAME,
            link=lambda other: reverse("members:member_merge", args=[pk, other.pk]),
        ),
        Column("Năm sinh", lambda other: born(other, request), Role.PLAIN, empty="Chưa rõ"),
        Column("Chi hội, tổ hội", "unit.name", Role.PLAIN),
        Column("Điện thoại", "phone", Role.VALUE, empty="Chưa có số điện thoại"),
    ]
    rows = other_rows(request.actor, person, words)
    table = Table(columns, rows, "Những dòng có thể là cùng một người")
    context = {"person": person, "words": words, "rows": rows, "table": table}
    return render(request, "members/merge_find.html", None, context)


def member_merge(request: Request, pk: UUID, other: UUID) -> HttpResponse:
    kept = person_to_write(request.actor, pk, MERGE)
    gone = person_to_write(request.actor, other, MERGE)
    ours, theirs = _written(kept), _written(gone)
    form = MergeForm(request.POST or None, ours=ours, theirs=theirs)
    if request.method == "POST" and form.is_valid():
        merge = merge_persons(
            actor=request.actor, keep_id=pk, gone_id=other, choices=form.cleaned_data
        )
        undo = reverse("members:merge_undo", args=[merge.pk])
        toast(request, f"Đã gộp hai dòng của {kept.full_name}.", undo_url=undo)
        return redirect(request, "members:member_detail", pk)
    context = {"form": form, "kept": kept, "gone": gone, "table": _side_by_side(kept, gone)}
    status = 422 if form.is_bound else 200
    return render(request, "members/member_merge.html", None, context, status)


@require_POST
def merge_undo(request: Request, pk: UUID) -> HttpResponse:
    kept = undo_merge(actor=request.actor, merge_id=pk)
    toast(request, f"Đã tách lại {kept.full_name} thành hai người như trước.")
    return redirect(request, "members:member_detail", kept.pk)


def _side_by_side(kept: Person, gone: Person) -> Table[tuple[str, str, str]]:
    ours, theirs = _written(kept), _written(gone)
    rows = [(label, ours[name], theirs[name]) for name, label in LABELS.items()]
    rows += [
        ("Chi hội, tổ hội", kept.unit.name, gone.unit.name),
        ("Tình trạng", kept.get_status_display(), gone.get_status_display()),
    ]
    columns: list[Column[tuple[str, str, str]]] = [
        Column("Mục", lambda row: row[0], Role.NAME),
        Column("Dòng được giữ", lambda row: row[1], empty="Chưa ghi"),
        Column("Dòng được gộp vào", lambda row: row[2], empty="Chưa ghi"),
    ]
    return Table(columns, rows, "Hai dòng đặt cạnh nhau")


def _written(person: Person) -> dict[str, str]:
    written = readable(fields_of(person))
    return written | {"sex": str(Sex(person.sex).label) if person.sex else ""}
