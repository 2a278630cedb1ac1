"""Parts with words of the page's own inside."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from bongca.core.ui.responses import wants_partial

register = template.Library()

NOTICE_ICONS = {"info": "info", "ask": "question", "bad": "triangle"}


def _filled(template_name: str, content: str, **values: Any) -> SafeString:
    body = mark_safe(content)  # noqa: S308 - already rendered, with escaping, by the template
    return render_to_string(template_name, values | {"content": body})


@register.simple_block_tag
def notice(content: str, kind: str, heading: str = "", level: int = 2) -> SafeString:
    """A notice in the page: info, ask or bad."""
    return _filled(
        "ui/notice.html", content, kind=kind, icon=NOTICE_ICONS[kind], heading=heading, level=level
    )


@register.simple_block_tag
def empty(content: str, heading: str) -> SafeString:
    """What will stand here, and the ways to fill it."""
    return _filled("ui/empty.html", content, heading=heading)


@register.simple_block_tag
def sheet(content: str, heading: str = "") -> SafeString:
    """A thing laid on the page."""
    return _filled("ui/sheet.html", content, heading=heading)


@register.simple_block_tag
def fold(content: str, title: str, opened: bool = False) -> SafeString:
    """Something that may be opened."""
    return _filled("ui/fold.html", content, title=title, opened=opened)


@register.simple_block_tag
def stickybar(content: str, say: str = "", say_url: str = "", note: str = "") -> SafeString:
    """The bar at the foot of a long form: what is missing, when it was saved, the buttons."""
    return _filled("ui/stickybar.html", content, say=say, say_url=say_url, note=note)


@register.simple_block_tag
def explain(
    content: str, level: int, name: str, value: str, unit: str = "", part_of: str = ""
) -> SafeString:
    """One tier of an explained figure; stands in `<ol class="bc-down">`."""
    return _filled(
        "ui/explain.html", content, level=level, name=name, value=value, unit=unit, part_of=part_of
    )


@register.simple_block_tag(takes_context=True)
def question(context: Context, content: str, heading: str) -> SafeString:
    """The words of a dialog, which is a page of its own where no script runs."""
    in_dialog = wants_partial(context["request"])
    return _filled("ui/question.html", content, heading=heading, in_dialog=in_dialog)
