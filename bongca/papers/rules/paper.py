"""What an official paper says, before anything is known of how it is printed."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Authority(StrEnum):
    """How the signer stands to the office that issues the paper (domain.md 6.3, box 7a)."""

    OWN = ""
    COLLECTIVE = "TM."
    ACTING = "Q."
    DEPUTY = "KT."
    ORDER = "TL."
    AUTHORISED = "TUQ."


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signer: `lines` follow the authority, the last of them is the signer's own office."""

    lines: tuple[str, ...]
    name: str
    authority: Authority = Authority.OWN


@dataclass(frozen=True, slots=True)
class Heading:
    """A titled section; numbered by the engine: I (level 1), 1 (level 2), a (level 3)."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError("A heading has level 1, 2 or 3.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, beside the other columns' shares."""

    title: str
    share: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a head of several rows."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: one text per column, or a single one for a group across the table."""

    cells: tuple[str, ...]
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` replaces the plain row of column titles when it needs several rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    head: tuple[tuple[HeadCell, ...], ...] = ()

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("A table has at least one column.")
        if any(len(row.cells) not in (1, len(self.columns)) for row in self.rows):
            raise ValueError("A row has one cell per column, or a single cell across them.")


Block = Heading | Paragraph | Bullet | Table


@dataclass(frozen=True, slots=True)
class Annex:
    """A numbered annex on pages of its own, lying when its tables are wide."""

    title: str
    blocks: tuple[Block, ...]
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """An official paper of one issuer, or of several together (`joint_issuer_names`).

    `number` is None until a number book has given one. A paper without `type_name` is a
    công văn: its abstract then stands under the number as "V/v …" (domain.md 6.3, box 5b).
    """

    issuer_name: str
    symbol: str
    place: str
    abstract: str
    blocks: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    on: datetime.date | None = None
    type_name: str = ""
    number: int | None = None
    number_suffix: str = ""
    superior_name: str = ""
    joint_issuer_names: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    filed_at: str = "VT"
    urgency: str = ""
    annexes: tuple[Annex, ...] = ()
    is_demonstration: bool = False

    def __post_init__(self) -> None:
        if not 1 <= len(self.signatures) <= 2:
            raise ValueError("A paper is signed by one or two persons.")
        if self.number is not None and self.number < 1:
            raise ValueError("Numbers of papers start at 1.")
