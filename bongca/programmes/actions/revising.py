"""What was worded is mended: the wording before is kept beside the one after."""

from collections.abc import Mapping, Sequence
from copy import copy as copied
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import Changed
from bongca.core.text import nfc
from bongca.programmes.models import Programme, Revision, Task

EMPTY = "Để trống"
Worded = TypeVar("Worded", Task, Programme)


def revise(actor: Actor, thing: Worded, said: Mapping[str, Any], version: int) -> Revision | None:
    """Write these fields into a locked task or programme and keep both wordings.

    Nothing is written when nothing differs. Raises Changed, with both wordings, when it is not
    the version that was opened.
    """
    wanted = copied(thing)
    for name, value in said.items():
        setattr(wanted, name, _clean(thing, name, value))
    changed: list[str] = [name for name in said if getattr(thing, name) != getattr(wanted, name)]
    lines = [
        (_label(thing, name), words_of(thing, name), words_of(wanted, name))
        for name in changed
        if not _is_said_twice(wanted, name)
    ]
    if thing.version != version:
        theirs = {label: before for label, before, _ in lines}
        raise Changed(theirs, {label: after for label, _, after in lines})
    if not changed:
        return None
    for name in changed:
        setattr(thing, name, getattr(wanted, name))
    thing.version += 1
    thing.save(update_fields=[*changed, "version"])
    return keep_revision(actor, thing, lines)


def keep_revision(actor: Actor, thing: Worded, changes: Sequence[tuple[str, str, str]]) -> Revision:
    """Write down one change: each label with the words before and after it."""
    return Revision.objects.create(
        task=thing if isinstance(thing, Task) else None,
        programme=thing if isinstance(thing, Programme) else None,
        at=clock.now(),
        by_label=actor.label[:200],
        changes=list(changes),
    )


def _is_said_twice(wanted: Model, name: str) -> bool:
    """A span begins with its words, and a day typed as a day is the day."""
    if name == "due_since":
        return True
    return name == "due_said" and getattr(wanted, name) in ("", words_of(wanted, "due_on"))


def words_of(thing: Model, name: str) -> str:
    """Return a field as people read it."""
    value = getattr(thing, name)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if value in (None, ""):
        return EMPTY
    display = getattr(thing, f"get_{name}_display", None)
    if display is not None:
        return str(display())
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, tuple):
        return " đến ".join(f"{day:%d/%m/%Y}" for day in value if day)
    lower, upper = getattr(value, "lower", None), getattr(value, "upper", None)
    if isinstance(lower, date):
        return " đến ".join(f"{day:%d/%m/%Y}" for day in (lower, upper) if day)
    return str(value)


def _label(thing: Model, name: str) -> str:
    return str(getattr(thing._meta.get_field(name), "verbose_name", name)).capitalize()


def _clean(thing: Model, name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    longest = getattr(thing._meta.get_field(name), "max_length", None)
    return nfc(value)[:longest] if longest else nfc(value)
