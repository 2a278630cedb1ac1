"""Figures beside what was reported at a meeting: each opens to where it came from."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from bongca.core.actor import Actor
from bongca.indicators.rules.numbers import grouped
from bongca.meetings.models import BodyReport
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Figure, Round
from bongca.reporting.policies import visible_reports

SHOWN = 8
_SENT = (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.CLOSED)


def figures_panel(request: HttpRequest, report: BodyReport) -> SafeString | str:
    """Show the last figures the meeting's unit handed in, each a link to its origin.

    The unit at the top hands in to nobody: its panel leads to the round. Two statements.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    unit = report.meeting.unit
    if not actor.holds("figures.view") or unit.pk != actor.unit_id:
        return ""
    sent = visible_reports(actor).filter(unit=unit, state__in=_SENT).select_related("round")
    last = sent.order_by("-round__opened_at", "-pk").first()
    if last is None:
        return _round_of(actor)
    rows = Figure.objects.filter(report=last, value__isnull=False).select_related("indicator")
    figures = rows.order_by("indicator__code")[:SHOWN]
    lines = format_html_join(
        "",
        '<li>{}: <a class="govuk-link bc-target" href="{}">{}</a></li>',
        (
            (
                one.indicator.name,
                reverse(
                    "reporting:figure_explain", args=[last.round_id, one.indicator.code, unit.pk]
                ),
                grouped(one.value),
            )
            for one in figures
        ),
    )
    return format_html(
        '<p class="bc-quiet">Theo {}</p><ul class="bc-lines">{}</ul>', last.round.name, lines
    )


def _round_of(actor: Actor) -> SafeString | str:
    last = Round.objects.order_by("-opened_at", "-pk").first()
    if last is None:
        return ""
    return format_html(
        '<p><a class="govuk-link bc-target" href="{}">Số liệu của {}</a></p>',
        reverse("reporting:round_detail", args=[last.pk]),
        last.name,
    )
