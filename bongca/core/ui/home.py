"""What stands on Việc cần làm: each app says its own, the page puts them in order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bongca.core.actor import Actor
from bongca.core.ui.registry import Registry, key_of
from bongca.core.ui.states import Tag


@dataclass(frozen=True)
class HomeTask:
    """A thing this person owes: a verb phrase, one line, a state, one button that names the act."""

    title: str
    detail: str
    state: Tag
    url: str
    button: str
    due: date | None = None
    due_words: str = "Hạn"
    note: str = ""
    urgency: int = 0

    @property
    def place(self) -> tuple[int, date]:
        """Late and near first; what has no date comes last among its urgency."""
        return (-self.urgency, self.due or date.max)


@dataclass(frozen=True)
class WaitingLine:
    """Something that waits for somebody else: who, for what, and what may be done meanwhile."""

    who: str
    words: str
    url: str = ""
    link: str = ""


@dataclass(frozen=True)
class HomeFigure:
    """One of the four figures: always with a way to its source."""

    label: str
    value: str
    url: str
    change: str = ""
    direction: str = ""
    unit: str = ""


TaskSource = Callable[[Actor], Iterable[HomeTask]]
WaitingSource = Callable[[Actor], Iterable[WaitingLine]]
FigureSource = Callable[[Actor], Iterable[HomeFigure]]

_tasks: Registry[TaskSource] = Registry()
_waiting: Registry[WaitingSource] = Registry()
_figures: Registry[FigureSource] = Registry()


def register_tasks(source: TaskSource, order: int = 100) -> None:
    """Let an app put its tasks on the first page; call it from ready()."""
    _tasks.add(key_of(source), source, order)


def register_waiting(source: WaitingSource, order: int = 100) -> None:
    """Let an app say what waits elsewhere; call it from ready()."""
    _waiting.add(key_of(source), source, order)


def register_figures(source: FigureSource, order: int = 100) -> None:
    """Let an app offer figures for the first page; the first four are shown."""
    _figures.add(key_of(source), source, order)


def tasks_for(actor: Actor) -> list[HomeTask]:
    """Everything this person owes, the most urgent first."""
    return sorted((task for source in _tasks for task in source(actor)), key=lambda t: t.place)


def waiting_for(actor: Actor) -> list[WaitingLine]:
    """What this person is waiting for."""
    return [line for source in _waiting for line in source(actor)]


def figures_for(actor: Actor, most: int = 4) -> list[HomeFigure]:
    """The figures of this person's unit."""
    return [figure for source in _figures for figure in source(actor)][:most]
