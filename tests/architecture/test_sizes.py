"""A file has one subject, an app one owner: sizes that make us split in time."""

import ast
from pathlib import Path

from tests.architecture.codebase import (
    CODE,
    ROOT,
    is_test,
    layer_of,
    parsed,
    python_files,
    report,
    shown,
    templates,
)

PYTHON_LINES = 400
TEST_LINES = 400
TEMPLATE_LINES = 150
VIEW_LINES = 30
APP_LINES = 4000
LARGER = {
    "org": 4600,
    "documents": 6200,
    "programmes": 6400,
    "meetings": 5400,
    "rolls": 5200,
    "reporting": 4600,
    "care": 4600,
}  # ADR 0010, 0013, 0014, 0016, 0017, 0019, 0020, 0021, 0022 and 0026
CORE_PART_LINES = 2500
BANNED_NAMES = {"utils", "helpers", "common", "misc", "manager", "managers", "data", "info"}
BANNED_NAMES |= {"handle", "handlers", "process", "processes"}


def too_long(path: Path, lines: int, limit: int, advice: str) -> str | None:
    if lines <= limit:
        return None
    return f"{shown(path)} has {lines} lines, at most {limit}: {advice}"


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def long_views(source: str) -> list[tuple[int, str]]:
    """Functions of a views module that do more than parse, ask and render."""
    found = []
    for node in parsed(source).body:
        if isinstance(node, ast.FunctionDef) and node.end_lineno and _takes_request(node):
            lines = node.end_lineno - node.lineno + 1
            if lines > VIEW_LINES:
                said = f"{node.name} has {lines} lines, at most {VIEW_LINES}: move what decides "
                found.append((node.lineno, said + "into a query or an action."))
    return found


def _takes_request(function: ast.FunctionDef) -> bool:
    return any(argument.arg == "request" for argument in function.args.args)


def test_files_have_one_subject() -> None:
    ours = [*python_files(tests=True), *(ROOT / "tests").rglob("*.py")]
    found = [
        too_long(path, line_count(path), TEST_LINES if is_test(path) else PYTHON_LINES, advice)
        for path in ours
        for advice in ["split it by noun (actions/transfers.py), without re-exports."]
    ]
    report([said for said in found if said])


def test_templates_are_short() -> None:
    advice = "cut a part out into _part.html, or use a part of the kit."
    found = [too_long(path, line_count(path), TEMPLATE_LINES, advice) for path in templates()]
    report([said for said in found if said])


def test_views_parse_ask_and_render() -> None:
    report(
        [
            f"{shown(path, line)} {said}"
            for path in python_files()
            if layer_of(path) == "views"
            for line, said in long_views(path.read_text(encoding="utf-8"))
        ]
    )


def test_apps_stay_legible() -> None:
    found = []
    for folder in sorted(path for path in CODE.iterdir() if path.is_dir()):
        parts = folder.iterdir() if folder.name == "core" else [folder]
        usual = LARGER.get(folder.name, APP_LINES)
        limit = CORE_PART_LINES if folder.name == "core" else usual
        advice = "cut it by noun, or write down in docs/decisions why not."
        for part in parts:
            lines = sum(line_count(path) for path in python_files() if path.is_relative_to(part))
            found.append(too_long(part, lines, limit, advice))
    report([said for said in found if said])


def test_names_say_what_is_inside() -> None:
    found = [
        f"{shown(path)}: '{path.stem}' says nothing. Name the noun, in the lowest app that owns it."
        for path in python_files(tests=True)
        if path.stem in BANNED_NAMES or path.parent.name in BANNED_NAMES
    ]
    report(found)


def test_the_rules_can_fail() -> None:
    assert too_long(CODE / "core" / "clock.py", 401, 400, "split it.")
    assert not too_long(CODE / "core" / "clock.py", 400, 400, "split it.")
    assert long_views("def page(request):\n" + "    x = 1\n" * 30)
    assert not long_views("def page(request):\n" + "    x = 1\n" * 29)
    assert any(path.stem == "clock" for path in python_files())
