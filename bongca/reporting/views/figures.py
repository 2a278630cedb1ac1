"""Số này từ đâu ra? One page for any figure of any tier."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from bongca.core import clock
from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, Term, page_of, render
from bongca.core.ui.pages import page_number
from bongca.core.ui.written import short_date
from bongca.indicators.models import Indicator
from bongca.indicators.rules.numbers import grouped, percent
from bongca.members.queries.counted import CountedPerson
from bongca.org.models import Unit
from bongca.reporting import policies
from bongca.reporting.models import Report, Round
from bongca.reporting.queries import explaining
from bongca.reporting.queries import reports as finding
from bongca.reporting.queries.explaining import Explanation
from bongca.reporting.rules.tiers import tier_words
from bongca.reporting.views.shown import state_tag


@require_GET
def figure_explain(request: Request, round_id: int, code: str, unit_id: int) -> HttpResponse:
    actor = request.actor
    unit = finding.unit_for(actor, unit_id)
    of_round = finding.round_for(actor, round_id)
    indicator = Indicator.objects.filter(pk=code).first()
    if indicator is None:
        raise Http404
    if indicator.is_ratio:
        return _ratio(request, of_round, indicator, unit)
    number = page_number(request.GET.get("trang"))
    opened = explaining.explain_figure(
        actor, of_round, indicator, unit, now=clock.now(), page=number
    )
    context = {
        "opened": opened,
        "indicator": indicator,
        "round": of_round,
        "unit": unit,
        "measure": indicator.get_measure_display(),
        "cards": [(step, tier_words(step.unit.tier)) for step in opened.steps],
        "terms": _terms(opened),
        **_below(request, opened),
        **_persons(opened),
    }
    return render(request, "reporting/figure_explain.html", None, context)


def _ratio(request: Request, of_round: Round, indicator: Indicator, unit: Unit) -> HttpResponse:
    policies.require_figures(request.actor, unit)
    now = clock.now()
    parts, values = [], []
    for part in (indicator.numerator, indicator.denominator):
        if part is None:
            continue
        last = explaining.explain_figure(request.actor, of_round, part, unit, now=now).last
        url = reverse("reporting:figure_explain", args=[of_round.pk, part.pk, unit.pk])
        parts.append((part, last.value.said, url))
        values.append(last.value.value)
    context = {
        "indicator": indicator,
        "round": of_round,
        "unit": unit,
        "parts": parts,
        "said": percent(*values),
        "own": finding.own_report(request.actor, of_round, unit),
    }
    return render(request, "reporting/figure_ratio.html", None, context)


def _terms(opened: Explanation) -> list[Term]:
    indicator = opened.indicator
    terms = [Term("Đếm gì", indicator.hint or indicator.name)]
    if opened.moment is not None:
        known = opened.moment.as_known.astimezone(clock.VIETNAM)
        terms.append(Term("Tính đến ngày", short_date(opened.moment.as_of)))
        terms.append(Term("Theo sổ lúc", f"{known:%d/%m/%Y, %H giờ %M}"))
    else:
        terms.append(Term("Trong thời gian", _period(opened.round)))
    terms.append(Term("Cách có số", indicator.get_obtained_display()))
    terms.append(Term("Địa giới", "Theo ngày của báo cáo"))
    terms.append(Term("Nguồn chỉ tiêu", indicator.source))
    return terms


def _period(of_round: Round) -> str:
    return f"{short_date(of_round.since)} đến {short_date(of_round.last_day)}"


def _below(request: Request, opened: Explanation) -> dict[str, Any]:
    """The units right below the last card, a page of them, each a way further down."""
    unit = opened.last.unit
    if unit.tier == "branch":
        return {}
    rows = explaining.reports_below(request.actor, opened.round, unit)
    page = page_of(rows, request.GET.get("trang"), per_page=20)
    values = explaining.values_below(page.items, opened.indicator, opened.counted_here)
    said = {report.pk: value for report, value in values}
    columns: Sequence[Column[Report]] = [
        Column(
            tier_words(unit.tier).below.capitalize(),
            "unit.name",
            Role.NAME,
            link=lambda report: reverse(
                "reporting:figure_explain",
                args=[opened.round.pk, opened.indicator.pk, report.unit_id],
            ),
        ),
        Column(
            opened.indicator.get_measure_display().capitalize(),
            lambda report: "" if said[report.pk] is None else grouped(said[report.pk]),
            Role.NUMBER,
            empty="Chưa có",
        ),
        Column("Tình trạng", state_tag, Role.STATE),
    ]
    return {"page": page, "table": Table(columns, page.items, f"Các đơn vị của {unit.name}")}


def _persons(opened: Explanation) -> dict[str, Any]:
    if opened.persons is None:
        return {}
    columns: Sequence[Column[CountedPerson]] = [
        Column("Họ và tên", "full_name", Role.NAME),
        Column("Năm sinh", "birth_year", Role.PLAIN, empty="Chưa rõ năm sinh"),
        Column("Từ khi đếm đến nay", lambda person: ". ".join(person.marks), empty="Vẫn như cũ"),
    ]
    table = Table(columns, opened.persons.items, "Những người được đếm, xếp theo tên")
    return {"persons_table": table, "page": opened.persons}
