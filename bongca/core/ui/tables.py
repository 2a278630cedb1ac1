"""A list described once in Python: a table on a desktop and on paper, cards on a phone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")

SORT_WORD = "xep"


class Role(StrEnum):
    """What a column is, which decides how it stands on a card."""

    NAME = "name"  # the row's own name: first and largest
    VALUE = "value"  # label, then value
    PLAIN = "plain"  # evident without its label: a year of birth, a group
    NUMBER = "number"  # set to the right
    PHONE = "phone"  # a link to call
    STATE = "state"  # a tag
    WIDE = "wide"  # takes the whole width of a card: buttons, long words


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column. `value`, `note`, `link` are an attribute's name or a function of the row."""

    label: str
    value: Callable[[Row], Any] | str
    role: Role = Role.VALUE
    note: Callable[[Row], Any] | str | None = None
    link: Callable[[Row], str] | None = None
    sort: str = ""
    card_label: str = ""
    empty: str = ""

    def read(self, source: Callable[[Row], Any] | str | None, row: Row) -> Any:
        """Read one thing of a row, by name or by function."""
        if source is None:
            return ""
        if callable(source):
            return source(row)
        found: Any = row
        for name in source.split("."):
            found = found[name] if isinstance(found, Mapping) else getattr(found, name)
        return found() if callable(found) else found


@dataclass(frozen=True)
class Cell:
    """A cell ready to be drawn."""

    role: Role
    label: str
    value: Any
    note: Any
    url: str
    is_empty: bool

    @property
    def css(self) -> str:
        named = {
            Role.NAME: "is-name",
            Role.PLAIN: "is-plain",
            Role.NUMBER: "bc-number",
            Role.PHONE: "is-phone",
            Role.WIDE: "is-wide",
            Role.STATE: "is-state",
        }
        return named.get(self.role, "")


@dataclass(frozen=True)
class Head:
    """A column's head, with the link that sorts by it."""

    label: str
    css: str
    sort: str
    is_ascending: bool = False
    is_descending: bool = False

    @property
    def next_sort(self) -> str:
        return f"-{self.sort}" if self.is_ascending else self.sort

    @property
    def aria_sort(self) -> str:
        if self.is_ascending:
            return "ascending"
        return "descending" if self.is_descending else ""


@dataclass(frozen=True)
class Pick(Generic[Row]):
    """A check box before each row: its name in the form, its value, and whose it is."""

    name: str
    value: Callable[[Row], Any]
    label: Callable[[Row], str]


@dataclass(frozen=True)
class Line:
    """A row ready to be drawn."""

    cells: Sequence[Cell]
    key: str
    pick_value: str = ""
    pick_label: str = ""


@dataclass(frozen=True)
class Table(Generic[Row]):
    """Columns and rows with a caption for those who cannot see the page around it."""

    columns: Sequence[Column[Row]]
    rows: Iterable[Row]
    caption: str
    sorted_by: str = ""
    pick: Pick[Row] | None = None
    row_key: Callable[[Row], Any] | None = None

    @property
    def heads(self) -> list[Head]:
        return [
            Head(
                column.label,
                "bc-number" if column.role is Role.NUMBER else "",
                column.sort,
                is_ascending=bool(column.sort) and self.sorted_by == column.sort,
                is_descending=bool(column.sort) and self.sorted_by == f"-{column.sort}",
            )
            for column in self.columns
        ]

    @property
    def lines(self) -> Iterable[Line]:
        for row in self.rows:
            cells = [self._cell(column, row) for column in self.columns]
            key = str(self.row_key(row)) if self.row_key else ""
            if self.pick is None:
                yield Line(cells, key)
            else:
                yield Line(cells, key, str(self.pick.value(row)), self.pick.label(row))

    def _cell(self, column: Column[Row], row: Row) -> Cell:
        value = column.read(column.value, row)
        is_empty = value is None or value == ""
        return Cell(
            role=column.role,
            label=column.card_label or column.label,
            value=column.empty if is_empty else value,
            note=column.read(column.note, row),
            url=column.link(row) if column.link else "",
            is_empty=is_empty,
        )


def sort_of(raw: str | None, allowed: Mapping[str, Sequence[str]], default: str) -> str:
    """The sort asked for when it is one of ours, else the usual one."""
    asked = raw or ""
    return asked if asked.removeprefix("-") in allowed else default


def order_of(sort: str, allowed: Mapping[str, Sequence[str]]) -> list[str]:
    """The order_by() of a sort word, turned round where it begins with a minus."""
    fields = allowed[sort.removeprefix("-")]
    if not sort.startswith("-"):
        return list(fields)
    return [field.removeprefix("-") if field.startswith("-") else f"-{field}" for field in fields]
