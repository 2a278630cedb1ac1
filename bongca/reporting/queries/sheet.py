"""A report as one sheet: every line with its count, its sum, its last value and what is odd."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from bongca.core.actor import Actor
from bongca.indicators.models import Indicator
from bongca.indicators.rules.checks import Against, remark_on
from bongca.indicators.rules.sums import made_from_below, made_from_count
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Figure, FormLine, Narrative, NarrativeSection, Report
from bongca.reporting.queries import counting, sums
from bongca.reporting.queries.lines import Line, Part, Words
from bongca.reporting.rules.tiers import BELOW
from bongca.reporting.rules.transitions import counted_until

NARRATIVE_TITLE = "Phần lời"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a page, a paper or a submission needs of one report."""

    report: Report
    parts: Sequence[Part]
    counts: counting.Counts
    moment: counting.Moment
    previous_report: Report | None
    against: Mapping[str, Against]

    @property
    def lines(self) -> list[Line]:
        return [line for part in self.parts for line in part.lines]

    @property
    def troubles(self) -> list[tuple[str, str]]:
        """Return every place that keeps the report from being submitted."""
        return [trouble for part in self.parts for trouble in part.troubles]

    def line(self, code: str) -> Line | None:
        return next((line for line in self.lines if line.code == code), None)


def moment_for(report: Report, today: date, now: datetime) -> counting.Moment:
    """Return the moment of the report's counts: that of its submission, or this one."""
    if report.is_sent and report.as_of and report.since and report.as_known:
        return counting.Moment(report.since, report.as_of, report.as_known)
    of_round = report.round
    return counting.Moment(of_round.since, counted_until(of_round.last_day, today), now)


def sheet_of(actor: Actor, report: Report, *, now: datetime) -> Sheet:
    """Return the sheet of a report the actor was let see.

    After submission it is as it was submitted, before that as it stands at `now`.
    """
    moment = moment_for(report, actor.today, now)
    counts = _counts(actor, report, moment)
    previous = _previous_report(report)
    figures = {figure.indicator_id: figure for figure in report.figures.all()}
    lines = _form_lines(report)
    made = _Maker(report, figures, counts, _values_of(previous), lines)
    parts = [
        Part(number, title, [made.line(form_line) for form_line in group])
        for number, (title, group) in enumerate(_grouped(report, lines), start=1)
    ]
    finished = [Part(p.number, p.title, [made.checked(line) for line in p.lines]) for p in parts]
    words = _words(report, previous)
    if words:
        finished.append(Part(len(finished) + 1, NARRATIVE_TITLE, (), words))
    against = {line.code: made.against(line.indicator) for p in parts for line in p.lines}
    return Sheet(report, finished, counts, moment, previous, against)


def _counts(actor: Actor, report: Report, moment: counting.Moment) -> counting.Counts:
    if report.is_sent or report.tier != "commune":
        return {}
    return counting.counts_below(actor, report.unit, moment)


def _form_lines(report: Report) -> list[FormLine]:
    return list(
        FormLine.objects.filter(form_id=report.round.form_id)
        .select_related("indicator", "indicator__at_most", "indicator__money_of")
        .order_by("order")
    )


def _grouped(report: Report, lines: Sequence[FormLine]) -> list[tuple[str, list[FormLine]]]:
    """Return the lines this tier sees by heading: above the commune, those the communes send."""
    shown_tier = "branch" if report.tier == "branch" else "commune"
    shown = [line for line in lines if line.tier == shown_tier]
    return [(title, list(group)) for title, group in groupby(shown, key=lambda line: line.section)]


def own_codes(report: Report) -> dict[str, bool]:
    """Return the indicators this tier may type, each with whether it must."""
    return dict(
        FormLine.objects.filter(form_id=report.round.form_id, tier=report.tier).values_list(
            "indicator_id", "is_required"
        )
    )


def _previous_report(report: Report) -> Report | None:
    """Return the same unit's report in the last round of the same form before this one."""
    return (
        Report.objects.filter(
            unit_id=report.unit_id,
            round__form__code=report.round.form.code,
            round__period__fully_lt=report.round.period,
            state__in=[ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.CLOSED],
        )
        .order_by("-round__period")
        .first()
    )


def _values_of(previous: Report | None) -> dict[str, int | None]:
    if previous is None:
        return {}
    return dict(previous.figures.values_list("indicator_id", "value"))


def _words(report: Report, previous: Report | None) -> list[Words]:
    sections = NarrativeSection.objects.filter(form_id=report.round.form_id, tier=report.tier)
    written = dict(report.narratives.values_list("section_id", "text"))
    before: dict[str, str] = {}
    if previous is not None:
        rows = Narrative.objects.filter(report=previous).values_list("section__title", "text")
        before = dict(rows)
    return [
        Words(section, written.get(section.pk, ""), before.get(section.title, ""))
        for section in sections
    ]


class _Maker:
    """Makes the lines of one report from what was read once."""

    def __init__(
        self,
        report: Report,
        figures: Mapping[str, Figure],
        counts: counting.Counts,
        previous: Mapping[str, int | None],
        lines: Sequence[FormLine],
    ):
        self.report = report
        self.figures = figures
        self.previous = previous
        self.own = {
            line.indicator_id: line.is_required for line in lines if line.tier == report.tier
        }
        below = BELOW.get(report.tier)
        self.asked_below = {line.indicator_id for line in lines if line.tier == below}
        self.is_live = not report.is_sent
        self.counted = counting.totals(counts) if self.is_live else {}
        self.gathered = self._gathered()
        self.amended = sums.amended_since(report) if report.is_sent else {}
        self.values: dict[str, int | None] = {}

    def _gathered(self) -> Mapping[str, sums.Sum]:
        if not self.is_live or self.report.tier == "branch":
            return {}
        return sums.sums_below(self.report.round, self.report.unit)

    def line(self, form_line: FormLine) -> Line:
        indicator = form_line.indicator
        made = self._ratio(form_line) if indicator.is_ratio else self._figure(form_line)
        self.values[indicator.code] = made.value
        return made

    def _figure(self, form_line: FormLine) -> Line:
        indicator = form_line.indicator
        figure = self.figures.get(indicator.code)
        typed = figure.typed if figure else None
        counted, gathered, value = self._numbers(indicator, figure, typed)
        amended = self.amended.get(indicator.code, 0)
        return Line(
            indicator=indicator,
            section=form_line.section,
            value=value + amended if value is not None else None,
            typed=typed,
            counted=counted,
            gathered=gathered,
            amended=amended,
            previous=self.previous.get(indicator.code),
            figure=figure,
            may_type=indicator.code in self.own and not indicator.is_ratio,
            is_required=self.own.get(indicator.code, False),
            is_asked_below=indicator.code in self.asked_below,
        )

    def _numbers(
        self, indicator: Indicator, figure: Figure | None, typed: int | None
    ) -> tuple[int | None, int | None, int | None]:
        if not self.is_live:
            return (figure.counted, figure.gathered, figure.value) if figure else (None, None, None)
        if indicator.is_counted and self.report.tier == "commune":
            counted = self.counted.get(indicator.counted_by, 0)
            answer = figure.answer if figure else ""
            return counted, None, made_from_count(counted, typed, answer).value
        below = self.gathered.get(indicator.code)
        gathered = below.value if below else None
        return None, gathered, made_from_below(gathered, typed).value

    def _ratio(self, form_line: FormLine) -> Line:
        indicator = form_line.indicator
        numerator, denominator = indicator.numerator_id or "", indicator.denominator_id or ""
        before = (self.previous.get(numerator), self.previous.get(denominator))
        return Line(
            indicator=indicator,
            section=form_line.section,
            value=None,
            parts=(self.values.get(numerator), self.values.get(denominator)),
            previous_parts=before if None not in before else None,
        )

    def checked(self, line: Line) -> Line:
        """Return the line with its remark, now that every other value is known."""
        if not line.may_type or line.parts:
            return line
        remark = remark_on(line.value, self.against(line.indicator))
        return line if remark is None else replace(line, remark=remark)

    def against(self, indicator: Indicator) -> Against:
        limit, count = indicator.at_most, indicator.money_of
        return Against(
            limit=self.values.get(limit.code) if limit else None,
            limit_name=_lower_first(limit.name) if limit else "",
            previous=self.previous.get(indicator.code),
            count_of_money=self.values.get(count.code) if count else None,
            count_name=count.name if count else "",
        )


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]
