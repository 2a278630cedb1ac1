"""Mừng thọ of a year: by name up to a province, in figures for units below; the levels."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from bongca.care.actions.levels import set_level
from bongca.care.enums import Congratulator
from bongca.care.forms.longevity import LevelForm, LongevityFilters
from bongca.care.models import Level, LongevityRound
from bongca.care.policies import LEVELS, VIEW, can_prepare, visible_levels
from bongca.care.queries.celebrated import (
    AgeCounts,
    Wanted,
    celebrated,
    counts_of,
    rule_day,
)
from bongca.care.queries.levels import gifts_by_age, said
from bongca.care.queries.listed import Line, lines_of_persons
from bongca.care.queries.rounds import round_progress, rounds_of, seen_unit
from bongca.care.queries.scope import units_to_choose
from bongca.care.rules.longevity import OVER, round_ages
from bongca.care.rules.tables import ceremony_on, gift_on
from bongca.care.views.shown import ROUND_TAGS, held_words, person_url
from bongca.core.errors import DomainError
from bongca.core.http import Request, number_in
from bongca.core.ui import Column, Role, Table, Tally, page_of, redirect, render, toast
from bongca.core.ui.written import short_date
from bongca.members.queries.lists import parts_of
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, require
from bongca.people.models import Person

PER_PAGE = 20
UNITS_PER_PAGE = 40


@require_safe
def longevity(request: Request) -> HttpResponse:
    """Show who is celebrated in a year, or how many where a list would be too wide."""
    unit = _unit(request)
    units = units_to_choose(request.actor, unit)
    form = LongevityFilters(request.GET, today=request.actor.today, units=units)
    wanted = form.wanted()
    counts = counts_of(request.actor, [unit], wanted.year)[0]
    context = {
        "unit": unit,
        "form": form,
        "wanted": wanted,
        "counts": counts,
        "tallies": _tallies(request, counts, wanted),
        "basis": ceremony_on(rule_day(wanted.year, request.actor.today)).basis,
        "rounds": [
            (one, ROUND_TAGS[one.state], held_words(one)) for one in _rounds(request, unit, wanted)
        ],
        "may_prepare": unit.tier == Tier.COMMUNE and can_prepare(request.actor, unit),
        "may_set": may(request.actor, LEVELS, unit),
        "is_commune": unit.tier == Tier.COMMUNE,
    }
    if unit.tier in (Tier.CENTRAL, Tier.PROVINCE):
        context |= _by_unit(request, unit, wanted)
    if unit.tier != Tier.CENTRAL and may(request.actor, VIEW, unit):
        context |= _by_name(request, unit, wanted)
    return render(request, "care/longevity.html", None, context)


def level_list(request: Request) -> HttpResponse:
    """Show what is given at each age, by whom it was set; and set a level of the own unit."""
    unit = seen_unit(request.actor, request.actor.unit_id or 0)
    require(request.actor, VIEW, unit)
    form = LevelForm(request.POST or None, is_province=unit.tier == Tier.PROVINCE)
    if request.method == "POST":
        require(request.actor, LEVELS, unit)
        if form.is_valid():
            try:
                set_level(actor=request.actor, unit=unit, level=form.level())
                toast(request, "Đã ghi mức mới. Danh sách lập từ nay theo mức này.")
                return redirect(request, "care:level_list")
            except DomainError as refusal:
                form.add_error(refusal.field or None, refusal.message)
    levels = visible_levels(request.actor).filter(unit__lft__lte=unit.lft, unit__rgt__gte=unit.lft)
    context = {
        "unit": unit,
        "form": form,
        "may_set": may(request.actor, LEVELS, unit),
        "least": [
            gift
            for age in round_ages(request.actor.today.year)
            if (gift := gift_on(age, request.actor.today))
        ],
        "table": _level_table(list(levels.select_related("unit").order_by("kind", "-during"))),
    }
    return render(request, "care/level_list.html", None, context, 422 if form.is_bound else 200)


def list_url(unit: Unit, **words: Any) -> str:
    """Return the address of the list of a unit."""
    return f"{reverse('care:longevity')}?{urlencode({'don_vi': unit.pk, **words})}"


def _unit(request: Request) -> Unit:
    """Read which unit is asked for; a unit out of sight is not found."""
    asked = number_in(request.GET.get("don_vi", "")) or request.actor.unit_id or 0
    return seen_unit(request.actor, asked)


def _rounds(request: Request, unit: Unit, wanted: Wanted) -> list[LongevityRound]:
    return rounds_of(request.actor, unit, wanted.year) if unit.commune_id else []


def _tallies(request: Request, counts: AgeCounts, wanted: Wanted) -> list[Tally]:
    own = {"don_vi": counts.unit.pk, "nam": wanted.year}
    url = reverse("care:longevity")
    icons = {Congratulator.PRESIDENT: "up", Congratulator.PROVINCE: "up"}
    return [
        Tally(
            counts.by(by, wanted.year),
            f"{by.label} chúc thọ",
            icons.get(by, "done"),
            url=f"{url}?{urlencode(own | {'ai': by.value})}",
            is_current=wanted.by == by,
        )
        for by in Congratulator
    ] + [
        Tally(
            counts.total, "cả thảy", "same", url=f"{url}?{urlencode(own)}", is_current=not wanted.by
        )
    ]


def _by_name(request: Request, unit: Unit, wanted: Wanted) -> dict[str, Any]:
    page = page_of(celebrated(request.actor, unit, wanted), request.GET.get("trang"), PER_PAGE)
    on = rule_day(wanted.year, request.actor.today)
    gifts = gifts_by_age(request.actor, unit, wanted.ages, on)
    lines = zip(page.items, lines_of_persons(page.items, wanted, gifts), strict=True)
    columns = [
        Column[tuple[Person, Line]](
            "Họ và tên", lambda row: row[1].name, Role.NAME, link=lambda row: person_url(row[0])
        ),
        Column[tuple[Person, Line]]("Mừng thọ", lambda row: row[1].age, Role.PLAIN),
        Column[tuple[Person, Line]]("Ngày sinh", lambda row: row[1].born),
        Column[tuple[Person, Line]](
            "Xã, phường" if unit.tier == Tier.PROVINCE else "Chi hội, tổ hội",
            lambda row: row[1].commune if unit.tier == Tier.PROVINCE else row[1].place,
        ),
        Column[tuple[Person, Line]]("Ai chúc thọ", lambda row: row[1].by),
        Column[tuple[Person, Line]]("Quà", lambda row: row[1].gift, empty="Chưa ghi mức quà"),
    ]
    may_export = may(request.actor, "members.export", unit)
    return {
        "page": page,
        "table": Table(
            columns, list(lines), f"Người được mừng thọ năm {wanted.year}, cao tuổi nhất ở trên"
        ),
        "export_url": reverse("care:file_order") if may_export else "",
    }


def _by_unit(request: Request, unit: Unit, wanted: Wanted) -> dict[str, Any]:
    page = page_of(parts_of(request.actor, unit), request.GET.get("trang_don_vi"), UNITS_PER_PAGE)
    ages = sorted(round_ages(wanted.year))
    columns: list[Column[AgeCounts]] = [
        Column(
            "Đơn vị",
            lambda row: row.unit.name,
            Role.NAME,
            link=lambda row: list_url(row.unit, nam=wanted.year),
        ),
        *[_age_column(age) for age in ages],
        Column("Cả thảy", lambda row: row.total, Role.NUMBER),
    ]
    rows = counts_of(request.actor, page.items, wanted.year)
    return {
        "unit_page": page,
        "previous_units": page.number - 1,
        "next_units": page.number + 1,
        "unit_table": Table(columns, rows, f"Số người được mừng thọ năm {wanted.year} theo đơn vị"),
        "progress": round_progress(request.actor, unit, wanted.year),
    }


def _age_column(age: int) -> Column[AgeCounts]:
    label = "Trên 100" if age == OVER else f"{age}"
    return Column(
        label, lambda row: row.by_age.get(age, 0), Role.NUMBER, card_label=f"{label} tuổi"
    )


def _level_table(levels: Sequence[Level]) -> Table[Level]:
    columns = [
        Column[Level](
            "Mức cho", lambda row: row.get_kind_display(), Role.NAME, note=lambda row: row.unit.name
        ),
        Column[Level]("Quà", lambda row: said(row.goods, row.amount_vnd)),
        Column[Level]("Áp dụng", _during_words),
        Column[Level]("Văn bản", "basis"),
    ]
    return Table(columns, levels, "Mức quà, mức trợ cấp đã ghi")


def _during_words(level: Level) -> str:
    since = f"từ {short_date(level.during.lower)}"
    return f"{since} đến trước {short_date(level.during.upper)}" if level.during.upper else since
