"""The interface kit: what a view answers with, and the parts a page is made of.

Start from docs/how-to/build-a-page.md. Templates load the same parts with `{% load ui %}`.
"""

from bongca.core.ui.header import (
    HelpLine,
    PersonLine,
    UnitLine,
    register_help_line,
    register_person_line,
    register_unit_line,
)
from bongca.core.ui.navigation import register_nav, register_nav_place
from bongca.core.ui.pages import Page, page_of
from bongca.core.ui.parts import Change, GroupAction, Happening, Step, Tally, Term, change_of
from bongca.core.ui.responses import (
    redirect,
    render,
    render_question,
    toast,
    toast_refusal,
)
from bongca.core.ui.states import State, Tag, Tone, due_tag
from bongca.core.ui.tables import Column, Pick, Role, Table, order_of, sort_of

__all__ = [
    "Change",
    "Column",
    "GroupAction",
    "Happening",
    "HelpLine",
    "Page",
    "PersonLine",
    "Pick",
    "Role",
    "State",
    "Step",
    "Table",
    "Tag",
    "Tally",
    "Term",
    "Tone",
    "UnitLine",
    "change_of",
    "due_tag",
    "order_of",
    "page_of",
    "redirect",
    "register_help_line",
    "register_nav",
    "register_nav_place",
    "register_person_line",
    "register_unit_line",
    "render",
    "render_question",
    "sort_of",
    "toast",
    "toast_refusal",
]
