"""Only core/clock.py reads the clock; everything else is given its dates."""

import ast

from tests.architecture.codebase import CODE, parsed, python_files, report, shown

ALLOWED = {CODE / "core" / "clock.py"}
BANNED = {
    ("date", "today"),
    ("datetime", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("time", "time"),
}
BANNED_NAMES = {
    "django.utils.timezone": {"now", "localdate"},
    "django.db.models.functions": {"Now"},
}
SAID = "reads the clock: take `today` from the actor or as an argument, or ask core.clock."


def complaints(source: str) -> list[tuple[int, str]]:
    """Lines that read the clock."""
    found = []
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if (name, node.attr) in BANNED:
                found.append((node.lineno, SAID))
        if isinstance(node, ast.ImportFrom):
            banned = BANNED_NAMES.get(node.module or "", set())
            found += [(node.lineno, SAID) for alias in node.names if alias.name in banned]
    return found


def test_nobody_else_reads_the_clock() -> None:
    report(
        [
            f"{shown(path, line)} {said}"
            for path in python_files()
            if path not in ALLOWED
            for line, said in complaints(path.read_text(encoding="utf-8"))
        ]
    )


def test_the_rule_can_fail() -> None:
    assert complaints("from datetime import date\nday = date.today()")
    assert complaints("import datetime\nnow = datetime.datetime.now()")
    assert complaints("from django.utils import timezone\nnow = timezone.now")
    assert complaints("from django.utils.timezone import now")
    assert not complaints("from bongca.core import clock\nday = clock.today()")
