"""A branch at a glance."""

from collections.abc import Callable
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from bongca.admissions.models import Pause
from bongca.admissions.queries.glance import Glance, Invited, glance_at
from bongca.core.http import Request, number_in
from bongca.core.ui import Column, Role, Table, render
from bongca.core.ui.home import HomeFigure
from bongca.core.ui.written import grouped, short_date
from bongca.members.models import Membership


@require_safe
def glance(request: Request) -> HttpResponse:
    seen = glance_at(request.actor, number_in(request.GET.get("don_vi") or ""))
    context = {
        "seen": seen,
        "figures": _figures(seen),
        "new": _periods(seen.new, "Vào Hội trong năm", lambda row: _day(row.during.lower)),
        "dead": _periods(
            seen.dead, "Qua đời trong năm", lambda row: row.ended.display() if row.ended else ""
        ),
        "resting": _pauses(seen.resting),
        "invited": Table(
            [
                Column("Họ và tên", "person.full_name", Role.NAME, link=_whom),
                Column("Đủ 60 tuổi", _turns, Role.PLAIN),
                Column("Chi hội, tổ hội", "person.unit.name"),
                Column("Điện thoại", "person.phone", Role.PHONE, empty="Chưa có số điện thoại"),
            ],
            seen.invited,
            "Người sắp đủ 60 tuổi",
        ),
    }
    return render(request, "admissions/glance.html", None, context)


def _figures(seen: Glance) -> list[HomeFigure]:
    lists = reverse("members:member_list")
    own = {"don_vi": seen.unit.pk}
    return [
        HomeFigure("Hội viên", grouped(seen.figures.total), f"{lists}?{urlencode(own)}"),
        HomeFigure(f"Mới vào năm {seen.year}", grouped(seen.new_count), "#moi"),
        HomeFigure(f"Qua đời năm {seen.year}", grouped(seen.dead_count), "#qua-doi"),
        HomeFigure("Đang tạm nghỉ", grouped(seen.resting_count), "#tam-nghi"),
    ]


def _periods(
    rows: list[Membership], caption: str, day: Callable[[Membership], str]
) -> Table[Membership]:
    columns = [
        Column("Họ và tên", "full_name", Role.NAME, link=_whose),
        Column("Năm sinh", "birth_year", Role.PLAIN, empty="Chưa rõ"),
        Column("Chi hội, tổ hội", "unit.name"),
        Column("Ngày", day, Role.PLAIN),
    ]
    return Table(columns, rows, caption)


def _pauses(rows: list[Pause]) -> Table[Pause]:
    columns = [
        Column("Họ và tên", "person.full_name", Role.NAME, link=_who_rests),
        Column("Nghỉ từ", lambda row: _day(row.during.lower), Role.PLAIN),
        Column("Chi hội, tổ hội", "unit.name"),
        Column("Vì sao", "reason"),
    ]
    return Table(columns, rows, "Đang tạm nghỉ")


def _whose(row: Membership) -> str:
    return reverse("members:member_detail", args=[row.person_id])


def _who_rests(row: Pause) -> str:
    return reverse("members:member_detail", args=[row.person_id])


def _whom(one: Invited) -> str:
    return reverse("members:member_detail", args=[one.person.pk])


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def _turns(one: Invited) -> str:
    return short_date(one.on) if one.is_exact else f"trong năm {one.on.year}"
