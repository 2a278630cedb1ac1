"""Every setting that the environment can give stands in the table of docs/operations.md."""

import ast
import re

from tests.architecture.codebase import ROOT, parsed, python_files, report, shown

NAME = re.compile(r"^[A-Z][A-Z0-9_]{2,}$")
OF_THE_MACHINE = {"PATH", "HOME", "MAKELEVEL", "PYTEST_XDIST_WORKER", "DJANGO_SETTINGS_MODULE"}
ENVIRONMENTS = {"environ", "env", "environment"}


def names_read(source: str) -> list[tuple[int, str]]:
    """Line and name of each variable read from the environment by a written-out name."""
    found = []
    for node in ast.walk(parsed(source)):
        asked: ast.AST | None = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            if node.func.attr == "get" and _is_environment(node.func.value):
                asked = node.args[0]
        elif isinstance(node, ast.Subscript) and _is_environment(node.value):
            asked = node.slice
        if isinstance(asked, ast.Constant) and NAME.match(str(asked.value)):
            found.append((asked.lineno, str(asked.value)))
    return found


def _is_environment(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name in ENVIRONMENTS


def test_the_table_names_every_variable() -> None:
    documented = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    report(
        [
            f"{shown(path, line)} reads {name}: add it to the table of docs/operations.md."
            for path in python_files()
            for line, name in names_read(path.read_text(encoding="utf-8"))
            if name not in OF_THE_MACHINE and f"`{name}`" not in documented
        ]
    )


def test_the_rule_can_fail() -> None:
    assert names_read("os.environ.get('NEW_THING')") == [(1, "NEW_THING")]
    assert names_read("env['NEW_THING']") == [(1, "NEW_THING")]
    assert not names_read("words.get('NEW_THING')")
