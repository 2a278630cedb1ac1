"""What a higher app offers beside the list of members: bringing a roll, and later more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.ui import Happening
from bongca.core.ui.registry import Registry, key_of
from bongca.people.models import Person


@dataclass(frozen=True, slots=True)
class ListAct:
    """An act on the whole list: its words, where it is done, the permission word it needs."""

    label: str
    url_name: str
    word: str

    @property
    def url(self) -> str:
        return reverse(self.url_name)


_acts: Registry[ListAct] = Registry()
_pages: Registry[ListAct] = Registry()
_group: Registry[ListAct] = Registry()


def register_list_act(label: str, url_name: str, word: str, order: int = 100) -> None:
    """Let an app above put its act on the list of members; call it from ready()."""
    _acts.add(url_name, ListAct(label, url_name, word), order)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happened to a person, and the day it stands at in their history."""

    on: date
    happening: Happening


HappeningSource = Callable[[Actor, Person], list[Dated]]
_happenings: Registry[HappeningSource] = Registry()


def register_happenings(source: HappeningSource, order: int = 100) -> None:
    """Let an app above add to the history of a person; call it from ready()."""
    _happenings.add(key_of(source), source, order)


def happenings_of(actor: Actor, person: Person) -> list[Dated]:
    """Return what the apps above know of a person, as far as this actor may see it."""
    return [dated for source in _happenings for dated in source(actor, person)]


def register_group_act(label: str, url_name: str, word: str, order: int = 100) -> None:
    """Let an app above put an act on those who are picked in the list; from ready()."""
    _group.add(url_name, ListAct(label, url_name, word), order)


def group_acts(actor: Actor) -> list[ListAct]:
    """Return the acts on those who are picked that this person may do."""
    return [act for act in _group if actor.holds(act.word)]


def register_list_page(label: str, url_name: str, word: str, order: int = 100) -> None:
    """Let an app above lead from the list of members to a page of its own; from ready()."""
    _pages.add(url_name, ListAct(label, url_name, word), order)


def list_pages(actor: Actor) -> list[ListAct]:
    """Return the pages beside the list that this person may see, the usual one first."""
    return [page for page in _pages if actor.holds(page.word)]


def list_acts(actor: Actor) -> list[ListAct]:
    """Return the acts this person may do, the usual one first."""
    return [act for act in _acts if actor.holds(act.word)]
