"""The jobs there are, by name. Callers know the name alone, so no action imports a job."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import autodiscover_modules

JobFunction = Callable[..., None]


@dataclass(frozen=True)
class Job:
    """A registered job; its runs stay for `keep_days`.

    With `cron`, in UTC, the clock asks for it: 19 o'clock there is two at night in Vietnam.
    """

    name: str
    title: str
    function: JobFunction
    cron: str
    keep_days: int


_jobs: dict[str, Job] = {}


def job(
    name: str, *, title: str, cron: str = "", keep_days: int = 90
) -> Callable[[JobFunction], JobFunction]:
    """Register the function below under `app.verb_noun`; it gets the run, then its keywords."""

    def register(function: JobFunction) -> JobFunction:
        known = _jobs.get(name)
        if known is not None and known.function.__module__ != function.__module__:
            raise ValueError(f"Two jobs are called {name}: {known.function} and {function}")
        _jobs[name] = Job(name, title, function, cron, keep_days)
        return function

    return register


def known_jobs() -> dict[str, Job]:
    """Return every job by its name, having looked into the `jobs` module of each app."""
    autodiscover_modules("jobs")
    return dict(_jobs)


def job_arguments(kwargs: dict[str, Any]) -> dict[str, Any]:
    """Return the keywords as they will come back from JSON; refuse what would not survive it."""
    for word, value in kwargs.items():
        if not isinstance(value, str | int | float | bool | list | dict | None):
            raise TypeError(f"A job's keyword must be plain JSON, {word} is {type(value).__name__}")
    return kwargs
