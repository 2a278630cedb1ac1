"""What several report pages say in the same words."""

from typing import Any

from django.http import QueryDict

from bongca.core.http import Request
from bongca.core.ui import Step, Tag, due_tag
from bongca.core.ui.states import State, tag_of
from bongca.core.ui.written import short_date
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Report
from bongca.reporting.queries.reports import words_of

_PLACE = {
    ReportState.NOT_SUBMITTED: 1,
    ReportState.DRAFTING: 1,
    ReportState.RETURNED: 1,
    ReportState.SUBMITTED: 2,
    ReportState.ACCEPTED: 3,
    ReportState.CLOSED: 4,
}


def steps_of(report: Report) -> tuple[list[Step], int]:
    """Return the four steps of a report and the present one."""
    words = words_of(report)
    began = "Trả lại để sửa" if report.state == ReportState.RETURNED else "Đang lập"
    steps = [
        Step(began, _who_when(report.started_by_label, report.started_at)),
        Step("Đã nộp", _who_when(report.submitted_by_label, report.submitted_at)
             or f"{words.own} gửi lên {words.above}"),
        Step("Đã duyệt", _who_when(report.accepted_by_label, report.accepted_at)
             or f"{words.above} nhận số liệu"),
        Step("Đã chốt", short_date(report.closed_at) if report.closed_at
             else "không sửa nữa"),
    ]  # fmt: skip
    return steps, _PLACE[ReportState(report.state)]


def _who_when(label: str, at: Any) -> str:
    return f"{label.split(',')[0]}, {short_date(at)}" if at else ""


def state_tag(report: Report, days_left: int | None = None) -> Tag:
    """Return the state of a report, and how late it is while it is owed."""
    if report.is_open_for_writing and days_left is not None and days_left < 0:
        return due_tag(days_left)
    return tag_of(State[ReportState(report.state).name])


def posted(request: Request) -> QueryDict | None:
    """Return what was sent, also when it was nothing but a press of the button."""
    return request.POST if request.method == "POST" else None
