"""How requests and incidents are shown, and what every form here shares."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpResponse

from bongca.core.clock import VIETNAM
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import State, Tag, due_tag, render
from bongca.core.ui.written import clock_time, short_date
from bongca.privacy.enums import RequestState
from bongca.privacy.models import Incident, PersonRequest
from bongca.privacy.rules.deadlines import clock_words, report_by


def request_tag(row: PersonRequest, today: date) -> Tag:
    """Say how a request stands, and how near its day is."""
    if row.due_on is not None:
        return due_tag((row.due_on - today).days)
    if row.state == RequestState.DONE:
        return State.ACCEPTED.tag("Đã làm xong")
    return State.RETURNED.tag("Không thực hiện")


def incident_tag(incident: Incident, now: datetime) -> Tag:
    """Say how the clock of an incident stands."""
    due_at = report_by(incident.known_at)
    if incident.closed_on:
        return State.ACCEPTED.tag("Đã xong")
    if incident.reported_at:
        is_late = incident.reported_at > due_at
        return State.SUBMITTED.tag("Đã báo, nhưng muộn" if is_late else "Đã báo đúng hạn")
    state = State.OVERDUE if due_at < now else State.DUE
    return state.tag(clock_words(due_at, now))


def moment_words(at: datetime) -> str:
    """Return a moment as it was in Vietnam: 14 giờ 30, ngày 12/03/2026."""
    local = at.astimezone(VIETNAM)
    return f"{clock_time(local)}, ngày {short_date(local.date())}"


def form_page(request: Request, form: forms.Form, context: dict[str, Any]) -> HttpResponse:
    """Draw a form of this app; `context` says title, lead, button and the way back."""
    status = 422 if form.is_bound else 200
    return render(request, "privacy/form.html", None, {"form": form, **context}, status)


def taken(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do the act; a refusal goes beside its field. Tell whether it was done."""
    try:
        act()
    except DomainError as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False
    return True
