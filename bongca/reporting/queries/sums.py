"""Adding up what the units below sent: always computed, never stored while it can still move."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from bongca.org.models import Unit
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Report, Round

SENT_BY_BRANCH = (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.CLOSED)
ACCEPTED = (ReportState.ACCEPTED, ReportState.CLOSED)


@dataclass(frozen=True, slots=True)
class Sum:
    """What came from below for one indicator; `amended` is the part corrected since."""

    value: int
    amended: int
    units: int


def counted_states(parent_tier: str) -> tuple[ReportState, ...]:
    """Return the states in which a child's figures count in its parent's sum.

    A commune gathers what its chi hội sent; higher up only accepted figures count.
    """
    return SENT_BY_BRANCH if parent_tier == "commune" else ACCEPTED


def sums_below(of_round: Round, unit: Unit) -> Mapping[str, Sum]:
    """Return the sum of every indicator over the children of a unit, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            _SUMS, [of_round.pk, unit.pk, [str(s) for s in counted_states(unit.tier)], of_round.pk]
        )
        return {code: Sum(value, amended, units) for code, value, amended, units in cursor}


# An amendment counts on top of a child only when it came after that child's submission: what was
# known then is already in the child's figure.
_SUMS = """
with child as (
    select report.id, report.submitted_at, unit.lft, unit.rgt
    from reporting_report report join org_unit unit on unit.id = report.unit_id
    where report.round_id = %s and report.parent_unit_id = %s and report.state = any(%s)
), said as (
    select figure.indicator_id, sum(figure.value)::bigint as value, count(figure.value) as units
    from child join reporting_figure figure on figure.report_id = child.id
    where figure.value is not null group by figure.indicator_id
), late as (
    select amendment.indicator_id, sum(amendment.difference)::bigint as difference
    from child
    join org_unit unit on unit.lft between child.lft and child.rgt
    join reporting_report report on report.unit_id = unit.id and report.round_id = %s
    join reporting_amendment amendment on amendment.report_id = report.id
        and amendment.at > child.submitted_at
    group by amendment.indicator_id
)
select said.indicator_id, said.value + coalesce(late.difference, 0),
    coalesce(late.difference, 0), said.units
from said left join late using (indicator_id)
"""


def amended_since(report: Report) -> dict[str, int]:
    """Return by indicator what was corrected in this unit or below it since it submitted."""
    if report.submitted_at is None:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            _AMENDED, [report.unit.lft, report.unit.rgt, report.round_id, report.submitted_at]
        )
        return dict(cursor.fetchall())


_AMENDED = """
select amendment.indicator_id, sum(amendment.difference)::bigint
from org_unit unit
join reporting_report report on report.unit_id = unit.id
join reporting_amendment amendment on amendment.report_id = report.id
where unit.lft between %s and %s and report.round_id = %s and amendment.at > %s
group by amendment.indicator_id
"""
