"""Parts drawn from values alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms, template
from django.contrib.messages import get_messages
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bongca.core.ui import charts
from bongca.core.ui.filters import filtered_by
from bongca.core.ui.home import HomeFigure, HomeTask
from bongca.core.ui.icons import MARK, icon_svg
from bongca.core.ui.pages import PAGE_WORD, Page
from bongca.core.ui.parts import Change, GroupAction, Happening, Step, Tally, Term, stated_steps
from bongca.core.ui.responses import UNDO_PREFIX
from bongca.core.ui.states import State, Tone, tag_of
from bongca.core.ui.tables import SORT_WORD, Table
from bongca.core.ui.written import grouped

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A shape of the kit, always beside a word."""
    return icon_svg(name)


@register.simple_tag
def mark() -> SafeString:
    """Our own mark; never the emblem of the Hội."""
    return MARK


@register.simple_tag
def tag(value: object, word: str = "", tone: str = "") -> SafeString:
    """A state: word, shape, edge. Takes a Tag, a State or a State's key."""
    if not value:
        return SafeString("")
    found = tag_of(value, word, tone)
    return format_html(
        '<span class="bc-tag bc-tag--{}{}">{}{}</span>',
        found.tone,
        " bc-tag--long" if found.is_long else "",
        icon_svg(found.shape),
        found.word,
    )


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """This page's address with these words of the query changed; an empty one is left out."""
    return _query(context["request"], changes)


def _query(request: HttpRequest, changes: Mapping[str, Any]) -> str:
    words: QueryDict = request.GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            words.pop(name, None)
        else:
            words[name] = str(value)
    encoded = words.urlencode()
    return f"{request.path}?{encoded}" if encoded else request.path


@register.inclusion_tag("ui/toasts.html", takes_context=True)
def toasts(context: Context) -> dict[str, Any]:
    """What was done just before, with the way to undo it."""
    request = context.get("request")
    if request is None or not hasattr(request, "_messages"):
        return {"toasts": []}
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "toasts": [
            {
                "text": str(message),
                "is_bad": message.level_tag == "error",
                "undo_url": (message.extra_tags or "").removeprefix(UNDO_PREFIX),
            }
            for message in get_messages(request)
        ],
    }


@register.inclusion_tag("ui/table.html", takes_context=True)
def table(context: Context, described: Table[Any]) -> dict[str, Any]:
    """A described table: a table on a desktop and on paper, cards on a phone."""
    request = context.get("request")
    heads = [
        (head, _query(request, {SORT_WORD: head.next_sort, PAGE_WORD: ""}))
        if request and head.sort
        else (head, "")
        for head in described.heads
    ]
    return {"table": described, "heads": heads}


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(
    context: Context, page: Page[Any], noun: str = "người", export: str = "", print: str = ""
) -> dict[str, Any]:
    """Where we are in a list, the next ones, and the list as filtered to Excel or to paper."""
    request = context["request"]
    return {
        "page": page,
        "noun": noun,
        "previous_url": _query(request, {PAGE_WORD: page.number - 1 if page.number > 2 else ""}),
        "next_url": _query(request, {PAGE_WORD: page.number + 1}),
        "export_url": _with_filters(request, export),
        "print_url": _with_filters(request, print),
    }


def _with_filters(request: HttpRequest, url: str) -> str:
    words = request.GET.copy()
    words.pop(PAGE_WORD, None)
    return f"{url}?{words.urlencode()}" if url and words else url


@register.inclusion_tag("ui/filters.html", takes_context=True)
def filters(context: Context, form: forms.Form, search: str = "q") -> dict[str, Any]:
    """Search and filters of a list; `search` names the field of words, the rest go in the fold."""
    return {
        "form": form,
        "search": form[search] if search in form.fields else None,
        "filters": [bound for bound in form.visible_fields() if bound.name != search],
        "chosen": [w for w in filtered_by(form) if not w.startswith(_search_words(form, search))],
        "sort": context["request"].GET.get(SORT_WORD, ""),
        "clear_url": context["request"].path,
    }


def _search_words(form: forms.Form, search: str) -> str:
    return f"{form[search].label}: " if search in form.fields else "\0"


@register.inclusion_tag("ui/group_actions.html")
def group_actions(actions: Sequence[GroupAction], noun: str = "người") -> dict[str, Any]:
    """Acts on what is picked; stands in the form around the table."""
    return {"first": actions[0], "others": actions[1:], "noun": noun}


@register.inclusion_tag("ui/task_list.html")
def task_list(tasks: Sequence[HomeTask]) -> dict[str, Any]:
    """What this person owes; the first has the gold edge and the only filled button."""
    return {"tasks": tasks}


@register.inclusion_tag("ui/figures.html")
def figures(items: Sequence[HomeFigure]) -> dict[str, Any]:
    """Numbers that are read first, each with its way to the source."""
    return {
        "figures": [
            (one, Change(one.change, one.direction) if one.change else None) for one in items
        ]
    }


@register.inclusion_tag("ui/stepper.html")
def stepper(steps: Sequence[Step], current: int, label: str = "Các bước") -> dict[str, Any]:
    """Where we are in a piece of work."""
    return {"steps": stated_steps(steps, current), "label": label}


@register.inclusion_tag("ui/tallies.html")
def tallies(items: Sequence[Tally]) -> dict[str, Any]:
    """The answers of a preview or a progress, each leading to its group."""
    return {"tallies": items}


@register.inclusion_tag("ui/timeline.html")
def timeline(items: Sequence[Happening]) -> dict[str, Any]:
    """What happened, newest first."""
    return {"items": items}


@register.inclusion_tag("ui/summary.html")
def summary(terms: Sequence[Term], above: bool = False) -> dict[str, Any]:
    """Terms and their values; `above` sets the term over the value, for a narrow column."""
    return {"terms": terms, "above": above}


@register.inclusion_tag("ui/completeness.html")
def completeness(
    have: int, total: int, words: str, missing: str = "", key: str = "du"
) -> dict[str, Any]:
    """How much of a sum is there and who is missing."""
    bar = charts.completeness_bar(have, total, f"{words} đã có số", key)
    said = f"{grouped(have)}/{grouped(total)} {words}"
    is_full = have >= total
    state = (
        State.ACCEPTED.tag(f"Đủ {said}")
        if is_full
        else State.DRAFTING.tag(f"Chưa đủ: {said}", Tone.SOON)
    )
    return {"bar": bar, "state": state, "missing": missing}


@register.inclusion_tag("ui/shares.html")
def shares(parts: Sequence[charts.Share], key: str = "phan") -> dict[str, Any]:
    """Parts of a whole as one bar, with its key in words."""
    rows = [(share, charts.key_swatch(share.kind, f"{key}{i}")) for i, share in enumerate(parts)]
    return {"bar": charts.shares_bar(parts, key), "rows": rows}


@register.inclusion_tag("ui/bars.html")
def bars(items: Sequence[charts.Bar], caption: str) -> dict[str, Any]:
    """A table with a bar in each row."""
    greatest = max((item.value for item in items), default=0)
    rows = [(item, charts.bar_width(item.value, greatest)) for item in items]
    return {"rows": rows, "caption": caption}


@register.inclusion_tag("ui/say.html")
def say(kind: str, words: str, likely: str = "", id: str = "") -> dict[str, Any]:
    """One line under a field: ok, ask or bad; what is odd, then the likely cause."""
    icons = {"ok": "done", "ask": "question", "bad": "triangle"}
    return {"kind": kind, "words": words, "likely": likely, "id": id, "icon": icons[kind]}


@register.inclusion_tag("ui/back.html")
def back(url: str, label: str) -> dict[str, str]:
    """The way back, above the heading."""
    return {"url": url, "label": label}


@register.inclusion_tag("ui/dialog_link.html")
def dialog_link(url: str, label: str, style: str = "second") -> dict[str, str]:
    """A button that asks first: in a dialog, or on a page of its own without a script."""
    return {"url": url, "label": label, "style": style}


@register.inclusion_tag("ui/way_out.html")
def way_out(url: str, label: str) -> dict[str, str]:
    """The way out of a question: closes the dialog, or leads back."""
    return {"url": url, "label": label}
