"""What the developers' pages name is there: a newcomer follows them word by word."""

import re
from pathlib import Path

from tests.architecture.codebase import CODE, ROOT, report, shown

NAMED = re.compile(r"`([A-Za-z_][\w.-]*/[\w./-]*)`")
LINKED = re.compile(r"\]\((?!https?:)([^)#\s]+)")
MADE_BY_RUNNING = ("var/", "build/", "dist/", "wheels/", "files/", "node_modules/")


def pages() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def missing_from(page: Path, text: str) -> list[str]:
    """Paths a page names that are neither in the repository, nor in the product, nor beside it."""
    named = [path for path in NAMED.findall(text) if not path.startswith(MADE_BY_RUNNING)]
    starts = {ROOT: named, CODE: named, page.parent: [*named, *LINKED.findall(text)]}
    found = {path for start, paths in starts.items() for path in paths if (start / path).exists()}
    return sorted({*named, *LINKED.findall(text)} - found)


def test_what_the_pages_name_is_there() -> None:
    report(
        [
            f"{shown(page)} names {path}, which is not there: follow it to where it went."
            for page in pages()
            if "huong-dan" not in page.parts
            for path in missing_from(page, page.read_text(encoding="utf-8"))
        ]
    )


def test_the_rule_can_fail() -> None:
    page = ROOT / "docs" / "architecture.md"
    assert missing_from(page, "see `members/nowhere.py` and [this](gone.md)") == [
        "gone.md",
        "members/nowhere.py",
    ]
    assert missing_from(page, "`people/models.py`, [words](glossary.md), `var/pg/`") == []
