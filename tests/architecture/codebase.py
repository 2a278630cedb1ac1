"""What the rules look at: apps in their order, files, syntax trees, complaints."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "bongca"

# Top to bottom: an app knows only what stands below it (docs/architecture.md). Those in one
# group do not know each other.
ORDER: tuple[tuple[str, ...], ...] = (
    ("config",),
    ("portal",),
    ("privacy",),
    ("emulation",),
    ("reporting",),
    ("inspection", "letters", "outreach", "awards"),
    ("clubs", "engagement"),
    ("readings",),
    ("events", "meetings"),
    ("programmes",),
    ("care",),
    ("funds",),
    ("rolls",),
    ("admissions",),
    ("cards",),
    ("members",),
    ("documents",),
    ("papers",),
    ("indicators",),
    ("offices",),
    ("people",),
    ("org",),
    ("accounts",),
    ("core",),
)
RANK = {app: -place for place, group in enumerate(ORDER) for app in group}
FREE_APPS = ("config", "core")


def may_know(app: str, other: str) -> bool:
    """Say whether `app` may name `other`: itself, or one strictly below it."""
    return app == other or RANK[app] > RANK[other]


def app_of(path: Path) -> str:
    return path.relative_to(CODE).parts[0]


def layer_of(path: Path) -> str:
    """The layer inside an app: `views` for views.py and for views/rolls.py."""
    parts = path.relative_to(CODE).parts
    return parts[1].removesuffix(".py") if len(parts) > 1 else ""


def is_test(path: Path) -> bool:
    return "tests" in path.parts


def python_files(*, tests: bool = False) -> Iterator[Path]:
    """Every Python file of the product, without migrations and, usually, without tests."""
    for path in sorted(CODE.rglob("*.py")):
        if "migrations" not in path.parts and (tests or not is_test(path)):
            yield path


def templates() -> Iterator[Path]:
    yield from sorted(CODE.glob("*/templates/**/*.html"))


def shown(path: Path, line: int | None = None) -> str:
    place = path.relative_to(ROOT).as_posix()
    return f"{place}:{line}" if line else place


def parsed(source: str) -> ast.Module:
    return ast.parse(source)


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def report(complaints: list[str]) -> None:
    """Fail with every complaint on its own line."""
    assert not complaints, "\n" + "\n".join(complaints)
