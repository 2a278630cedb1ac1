"""Every job that is asked for by name exists."""

import ast

from bongca.core.jobs import known_jobs
from tests.architecture.codebase import calls, parsed, python_files, report, shown


def names_asked_for(source: str) -> list[tuple[int, str | None]]:
    """Line and name of each `enqueue(...)`; None where the name is not written out."""
    found: list[tuple[int, str | None]] = []
    for call in calls(parsed(source)):
        function = call.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name == "enqueue" and call.args:
            first = call.args[0]
            written = isinstance(first, ast.Constant) and isinstance(first.value, str)
            found.append((call.lineno, first.value if written else None))  # type: ignore[attr-defined]  # a Constant
    return found


def complaint(name: str | None) -> str | None:
    if name is None:
        return "asks for a job by a computed name: write the name out, so that it can be found."
    if name not in known_jobs():
        return f"asks for the job '{name}', which no jobs.py registers."
    return None


def test_every_job_asked_for_exists() -> None:
    report(
        [
            f"{shown(path, line)} {said}"
            for path in python_files()
            if path.parts[-3:-1] != ("core", "jobs")
            for line, name in names_asked_for(path.read_text(encoding="utf-8"))
            if (said := complaint(name))
        ]
    )


def test_job_names_are_the_app_and_a_verb() -> None:
    wrong = [
        f"the job '{name}' belongs to {job.function.__module__}: call it app.verb_noun."
        for name, job in known_jobs().items()
        if name.split(".")[0] != job.function.__module__.split(".")[1]
    ]
    report(wrong)


def test_the_rule_can_fail() -> None:
    assert names_asked_for("enqueue('members.print_cards', unit_id=1)") == [
        (1, "members.print_cards")
    ]
    assert complaint("members.never_written")
    assert complaint(None)
    assert not complaint("core.nap")
