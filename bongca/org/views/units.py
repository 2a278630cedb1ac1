"""Looking at units: one of them, those below it, its past, and finding one by name."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import redirect as go_to
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Happening, Role, State, Table, Term, page_of, render
from bongca.core.ui.slots import panels
from bongca.core.ui.written import short_date
from bongca.org import policies, rules
from bongca.org.enums import OrgModel, Tier
from bongca.org.forms.units import FindForm
from bongca.org.models import Unit
from bongca.org.queries import history, pages, search

PER_PAGE = 20


@require_safe
def own_unit(request: Request) -> HttpResponse:
    """Show the page of the unit one acts for."""
    if request.actor.unit_id is None:
        raise Http404
    return go_to("org:unit_detail", request.actor.unit_id)


@require_safe
def unit_detail(request: Request, pk: int) -> HttpResponse:
    """Show a unit and a page of the units below it; with words, those that match them."""
    unit = pages.seen_unit(request.actor, pk)
    words = request.GET.get("q", "")
    below = pages.units_under(request.actor, unit, words)
    page = page_of(below, request.GET.get("trang"), per_page=PER_PAGE)
    rows = pages.with_counts(request.actor, page.items)
    context = {
        "unit": unit,
        "trail": pages.trail(request.actor, unit),
        "state": _state(unit),
        "terms": _terms(unit, pages.places_of(unit, request.actor.today)),
        "panels": panels("org.unit", request, unit),
        "page": page,
        "table": Table(_columns(bool(words)), rows, "Đơn vị trực thuộc, xếp theo tên"),
        "find": FindForm({"q": words}),
        "words": words,
        "below": _tier_below(unit),
        "may_add": _may_add(request, unit),
        "may_change": _may_change(request, unit),
    }
    return render(request, "org/unit_detail.html", "org/_units_below.html", context)


@require_safe
def unit_history(request: Request, pk: int) -> HttpResponse:
    """Show what became of a unit, and the closed units that it keeps."""
    unit = pages.seen_unit(request.actor, pk)
    turns = [
        Happening(turn.what, " · ".join(filter(None, [short_date(turn.on), turn.citation])))
        for turn in history.history_of(unit)
    ]
    closed = page_of(pages.closed_under(request.actor, unit), request.GET.get("trang"), PER_PAGE)
    context = {"unit": unit, "turns": turns, "closed": closed}
    return render(request, "org/unit_history.html", None, context)


@require_safe
def unit_find(request: Request) -> HttpResponse:
    """Find units by name; asked for again while somebody types."""
    words = request.GET.get("q", "")
    found = search.find_units(request.actor, words)
    context = {
        "find": FindForm({"q": words}),
        "words": words,
        "rows": [(unit, policies.in_sight(request.actor, unit)) for unit in found],
        "is_cut": len(found) == search.LIMIT,
    }
    return render(request, "org/unit_find.html", "org/_found_units.html", context)


def _columns(with_place: bool) -> list[Column[pages.UnitRow]]:
    place = "unit.place_name" if with_place else None
    named = Column[pages.UnitRow](
        "Tên đơn vị", "unit.name", Role.NAME, note=place, link=lambda row: _url(row.unit)
    )
    counted = [
        Column[pages.UnitRow](label, _count(number), Role.NUMBER)
        for number, label in enumerate(pages.counter_labels())
    ]
    return [named, *counted]


def _count(number: int) -> Callable[[pages.UnitRow], int | None]:
    return lambda row: row.counts[number]


def _url(unit: Unit) -> str:
    return reverse("org:unit_detail", args=[unit.pk])


def _state(unit: Unit) -> object:
    if not unit.is_open:
        return State.CLOSED.tag("Đã kết thúc hoạt động")
    return State.CLOSED.tag("Đang được sắp xếp lại") if pages.is_frozen(unit) else None


def _terms(unit: Unit, places: Sequence[str]) -> list[Term]:
    founded = short_date(unit.during.lower) if unit.during.lower else "chưa rõ"
    terms = [
        Term("Cấp", Tier(unit.tier).label),
        Term("Mô hình", OrgModel(unit.org_model).label),
        Term("Địa bàn", ", ".join(places) or unit.place_name),
        Term("Có từ", " · ".join(filter(None, [founded, unit.founded_by]))),
    ]
    if not unit.is_open:
        ended = [short_date(unit.during.upper), unit.closed_by]
        terms.append(Term("Kết thúc", " · ".join(filter(None, ended))))
    if unit.phone:
        terms.append(Term("Điện thoại", unit.phone))
    return terms


def _tier_below(unit: Unit) -> str:
    tier = rules.CHILD_TIER.get(unit.tier)
    return Tier(tier).label if tier else ""


def _may_add(request: Request, unit: Unit) -> bool:
    is_local = rules.CHILD_TIER.get(unit.tier) in rules.LOCAL_TIERS
    return is_local and unit.is_open and policies.may(request.actor, "units.edit", unit)


def _may_change(request: Request, unit: Unit) -> bool:
    may = policies.may(request.actor, "units.edit", unit)
    return may and unit.is_open and unit.pk != request.actor.unit_id and unit.parent_id is not None
