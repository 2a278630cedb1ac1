"""Opening and closing a round."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from psycopg.types.range import DateRange

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.org import policies as org
from bongca.reporting.actions.refusals import CONSTRAINT_SENTENCES, RoundClosed
from bongca.reporting.actions.submitting import keep_figures
from bongca.reporting.actions.writing import note_event
from bongca.reporting.enums import EventKind, ReportState, RoundState
from bongca.reporting.models import Form, Report, ReportEvent, Round, RoundDue
from bongca.reporting.queries.sheet import sheet_of
from bongca.reporting.rules.tiers import REPORTING_TIERS, SUMMING_TIERS

FURTHEST_YEARS = 10


@transaction.atomic
def open_round(
    *,
    actor: Actor,
    form: Form,
    name: str,
    first_day: date,
    last_day: date,
    dues: Mapping[str, date],
) -> Round:
    """Open a round for the whole country and write down which unit owes it to which.

    Raises NotAllowed, and DomainError when the days make no sense or the round is open already.
    """
    org.require(actor, "reports.open")
    _check_years(actor.today, first_day, last_day, *dues.values())
    _check_days(first_day, last_day, dues)
    opened = _write_round(actor, form, name, first_day, last_day)
    RoundDue.objects.bulk_create(
        RoundDue(round=opened, tier=tier, due_on=dues[tier]) for tier in REPORTING_TIERS
    )
    owing = write_owed_reports(opened)
    audit.record(
        actor, "reporting.open_round", opened, changes={"name": name, "owing": owing, "dues": dues}
    )
    return opened


def _write_round(actor: Actor, form: Form, name: str, first_day: date, last_day: date) -> Round:
    with said_in_words(CONSTRAINT_SENTENCES):
        return Round.objects.create(
            form=form,
            name=name,
            period=DateRange(first_day, last_day + timedelta(days=1)),
            opened_at=clock.now(),
            opened_by_label=actor.label,
        )


def _check_years(today: date, *days: date) -> None:
    """A year written wrong (0026) would be the whole country's, and cannot be taken back."""
    if any(abs(day.year - today.year) > FURTHEST_YEARS for day in days):
        raise DomainError("period_far", "Có ngày cách nay quá xa. Xin xem lại năm.")


def _check_days(first_day: date, last_day: date, dues: Mapping[str, date]) -> None:
    if last_day <= first_day:
        raise DomainError("period_turned", "Ngày cuối kỳ phải sau ngày đầu kỳ.", field="last_day")
    ordered = [dues[tier] for tier in REPORTING_TIERS]
    if ordered != sorted(ordered):
        raise DomainError(
            "dues_turned",
            "Hạn nộp của cấp dưới phải trước hạn nộp của cấp trên.",
            field="due_province",
        )


def write_owed_reports(opened: Round) -> int:
    """Write one report, not yet submitted, for every open unit of a reporting tier.

    Returns how many were added; units founded later are added when this runs again.
    """
    with connection.cursor() as cursor:
        cursor.execute(_OWED, [opened.pk, ReportState.NOT_SUBMITTED, list(SUMMING_TIERS)])
        return int(cursor.rowcount)


_OWED = """
insert into reporting_report (
    round_id, unit_id, parent_unit_id, tier, state, version, started_by_label, saved_by_label,
    submitted_by_label, missing_note, returned_by_label, returned_reason, accepted_by_label)
select %s, unit.id, unit.parent_id, unit.tier, %s, 1, '', '', '', '', '', '', ''
from org_unit unit
where unit.tier = any(%s) and unit.is_open
order by unit.lft
on conflict do nothing
"""


@transaction.atomic
def close_round(*, actor: Actor, round_id: int) -> Round:
    """Close a round: what was accepted is settled, Central's sums are kept as they stand.

    Raises NotAllowed, and RoundClosed when it is closed already.
    """
    org.require(actor, "reports.open")
    closing = Round.objects.select_for_update().get(pk=round_id)
    if not closing.is_open:
        raise RoundClosed
    now = clock.now()
    accepted = Report.objects.filter(round=closing, state=ReportState.ACCEPTED)
    ReportEvent.objects.bulk_create(
        ReportEvent(
            report_id=pk, kind=EventKind.CLOSED, at=now, by_id=actor.user_id, by_label=actor.label
        )
        for pk in accepted.exclude(tier="branch").values_list("pk", flat=True)
    )
    settled = accepted.update(state=ReportState.CLOSED, closed_at=now)
    _settle_centre(actor, closing, now)
    Round.objects.filter(pk=closing.pk).update(
        state=RoundState.CLOSED, closed_at=now, version=closing.version + 1
    )
    audit.record(actor, "reporting.close_round", closing, changes={"settled": settled})
    closing.refresh_from_db()
    return closing


def _settle_centre(actor: Actor, closing: Round, now: datetime) -> None:
    """Keep Central's sums: it hands nothing up, so closing is what settles them."""
    centre = Report.objects.filter(round=closing, tier="central").select_related(
        "unit", "round", "round__form"
    )
    for report in centre:
        sheet = sheet_of(actor, report, now=now)
        keep_figures(sheet)
        report.state, report.closed_at = ReportState.CLOSED, now
        report.submitted_at, report.submitted_by_label = now, actor.label
        report.since, report.as_of = sheet.moment.since, sheet.moment.as_of
        report.as_known = now
        report.save()
        values = {line.code: line.value for line in sheet.lines if not line.parts}
        note_event(report, EventKind.CLOSED, actor, now, values=values)
