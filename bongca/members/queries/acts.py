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


HEAD, BESIDE, PICKED = "head", "beside", "picked"
_acts: dict[str, Registry[ListAct]] = {place: Registry() for place in (HEAD, BESIDE, PICKED)}


def register_list_act(
    label: str, url_name: str, word: str, order: int = 100, place: str = HEAD
) -> None:
    """Let an app above put its act on the list of members; call it from ready().

    At its head, as a link to a page beside it, or for those who are picked in it.
    """
    _acts[place].add(url_name, ListAct(label, url_name, word), order)


def list_acts(actor: Actor, place: str = HEAD) -> list[ListAct]:
    """Return the acts this person may do, the usual one first."""
    return [act for act in _acts[place] if actor.holds(act.word)]


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
