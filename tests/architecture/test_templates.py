"""A template names no page and no part of a higher app."""

import re

from tests.architecture.codebase import RANK, app_of, may_know, report, shown, templates

URL = re.compile(r"""\{%\s*(?:url|dialog_link|way_out)\s+['"]([a-z_]+):[a-z_]+['"]""")
PART = re.compile(r"""\{%\s*(?:include|extends)\s+['"]([a-z_]+)/""")


def named_apps(source: str) -> set[str]:
    """The apps whose pages or parts a template names."""
    return {name for name in URL.findall(source) + PART.findall(source) if name in RANK}


def complaint(app: str, source: str) -> str | None:
    above = sorted(other for other in named_apps(source) if not may_know(app, other))
    if not above:
        return None
    return (
        f"names {', '.join(above)}, which stands above {app}: make it a slot that "
        f"{above[0]} fills (docs/architecture.md), or move the page up."
    )


def test_templates_name_only_what_stands_below() -> None:
    report(
        [
            f"{shown(path)} {said}"
            for path in templates()
            if (said := complaint(app_of(path), path.read_text(encoding="utf-8")))
        ]
    )


def test_the_rule_can_fail() -> None:
    assert complaint("members", "<a href=\"{% url 'reporting:report' 1 %}\">Báo cáo</a>")
    assert complaint("org", '{% include "members/_list.html" %}')
    assert not complaint("reporting", "{% url 'members:member_list' %}")
    assert not complaint("members", '{% include "ui/_cell.html" %}')
