"""What privacy puts on the first page and on the pages of a person and a unit."""

from datetime import date

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.clock import VIETNAM
from bongca.core.ui import State, due_tag
from bongca.core.ui.home import HomeTask
from bongca.org.models import Unit
from bongca.org.policies import may
from bongca.people.models import Person
from bongca.privacy.policies import ANSWER, RECORD, VIEW, WATCH
from bongca.privacy.queries.incidents import unreported
from bongca.privacy.queries.persons import consents_of, requests_of
from bongca.privacy.queries.requests import owed
from bongca.privacy.rules.deadlines import clock_words, report_by

LATE, NEAR = 60, 20


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Return the requests somebody owes an answer, and the incident whose clock runs."""
    tasks = _request_task(actor) if actor.holds(ANSWER) else []
    return tasks + (_incident_task(actor) if actor.holds(WATCH) else [])


def _request_task(actor: Actor) -> list[HomeTask]:
    found = owed(actor)
    due, late = found["next"], found["late"]
    if not isinstance(due, date):
        return []
    return [
        HomeTask(
            title=f"Giải quyết {found['open']} yêu cầu về dữ liệu cá nhân",
            detail=f"Trong đó {late} yêu cầu đã quá hạn." if late else "Luật có hạn cho từng việc.",
            state=due_tag((due - actor.today).days),
            url=f"{reverse('privacy:request_list')}?nhom=mo",
            button="Xem yêu cầu",
            due=due,
            urgency=LATE if late else NEAR,
        )
    ]


def _incident_task(actor: Actor) -> list[HomeTask]:
    incident = unreported(actor)
    if incident is None:
        return []
    due_at = report_by(incident.known_at)
    is_late = due_at < clock.now()
    words = clock_words(due_at, clock.now())
    return [
        HomeTask(
            title="Báo cơ quan chuyên trách về sự cố dữ liệu cá nhân",
            detail=f"{incident.unit.name}. Phải báo trong 72 giờ kể từ lúc biết chuyện.",
            state=(State.OVERDUE if is_late else State.DUE).tag(words),
            url=reverse("privacy:incident_detail", args=[incident.pk]),
            button="Mở sự cố",
            due=due_at.astimezone(VIETNAM).date(),
            urgency=LATE,
        )
    ]


def person_panel(request: HttpRequest, person: Person) -> SafeString | str:
    """Say on a person's page what they agreed to and what they asked."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    if not may(actor, VIEW, person.unit):
        return ""
    context = {
        "person": person,
        "consents": [one for one in consents_of(actor, person) if not one.withdrawn_on],
        "requests": [one for one in requests_of(actor, person) if one.is_open],
        "may_record": may(actor, RECORD, person.unit),
        "today": actor.today,
    }
    return SafeString(render_to_string("privacy/_person_panel.html", context))


def unit_panel(request: HttpRequest, unit: Unit) -> SafeString | str:
    """Lead from the page of one's own unit to its personal data."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    if unit.pk != actor.unit_id or not (actor.holds(VIEW) or actor.holds(WATCH)):
        return ""
    return format_html(
        '<p><a class="govuk-link bc-target" href="{}">Dữ liệu cá nhân</a></p>',
        reverse("privacy:privacy_home"),
    )
