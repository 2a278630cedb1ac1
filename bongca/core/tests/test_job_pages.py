"""The page of background work, and the answer for whoever watches the server."""

from collections.abc import Callable
from typing import cast

import pytest
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django_htmx.middleware import HtmxMiddleware

from bongca.core import clock
from bongca.core.actor import Actor, Reach
from bongca.core.errors import NotAllowed
from bongca.core.http import Request
from bongca.core.jobs import enqueue, pages
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.states import JobState


def ask(view: Callable[..., HttpResponse], actor: Actor, *, method: str = "get") -> HttpResponse:
    run = JobRun.objects.first()
    kwargs = {} if view is pages.job_list or run is None else {"run_id": run.pk}
    request = cast(Request, getattr(RequestFactory(), method)("/quan-tri/cong-viec/"))
    request.actor = actor
    answered: list[HttpResponse] = []

    def answer(prepared: HttpRequest) -> HttpResponse:
        answered.append(view(prepared, **kwargs))
        return answered[0]

    SessionMiddleware(MessageMiddleware(HtmxMiddleware(answer)))(request)
    return answered[0]


def person(*words: str) -> Actor:
    return Actor(
        user_id=1, label="Tú", today=clock.today(), words={word: Reach.BELOW for word in words}
    )


@pytest.mark.django_db
@pytest.mark.parametrize("view", [pages.job_list, pages.job_detail, pages.job_cancel])
def test_only_who_may_see_jobs_sees_them(view: Callable[..., HttpResponse]) -> None:
    enqueue("core.nap")

    with pytest.raises(NotAllowed):
        ask(view, person("members.view"), method="post" if view is pages.job_cancel else "get")


@pytest.mark.django_db
def test_the_list_names_the_work_and_its_state() -> None:
    enqueue("core.nap")

    shown = ask(pages.job_list, person("jobs.view")).content.decode()

    assert "Thử người làm việc nền" in shown
    assert "Đang chờ" in shown


@pytest.mark.django_db
def test_a_failure_is_shown_with_its_reason() -> None:
    run = enqueue("core.nap")
    JobRun.objects.filter(pk=run.pk).update(
        state=JobState.FAILED, error="Tệp lớn quá 20 MB.", finished_at=clock.now()
    )

    shown = ask(pages.job_detail, person("jobs.view")).content.decode()

    assert "Tệp lớn quá 20 MB." in shown
    assert "Dừng công việc này" not in shown


@pytest.mark.django_db
def test_waiting_work_is_stopped_by_a_press() -> None:
    run = enqueue("core.nap")

    assert ask(pages.job_cancel, person("jobs.view"), method="post").status_code == 303

    run.refresh_from_db()
    assert run.state == JobState.CANCELLED


@pytest.mark.django_db
def test_health_says_that_the_database_answers(client: Client) -> None:
    assert client.get("/health").json() == {"web": "ok", "database": "ok"}


@pytest.mark.django_db(transaction=True)
def test_health_says_when_the_database_does_not(client: Client) -> None:
    settings = connection.settings_dict
    connection.close()
    before, settings["HOST"] = settings["HOST"], "/nowhere"
    try:
        assert client.get("/health").status_code == 503
    finally:
        settings["HOST"] = before
