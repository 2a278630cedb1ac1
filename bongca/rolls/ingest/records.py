"""What comes out of a roll: one row per person, and the lines that are nobody's."""

from dataclasses import dataclass

from bongca.rolls.ingest.lines import Place
from bongca.rolls.rules.fields import Field
from bongca.rolls.rules.rows import RollRow


@dataclass(frozen=True, slots=True)
class IgnoredLine:
    """A line that is no person's, and why."""

    sheet: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a list holds: its rows, what was passed over, and where it ended."""

    rows: tuple[RollRow, ...]
    ignored: tuple[IgnoredLine, ...]
    place: Place
    dates_swapped: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the officer has settled for a whole list.

    `sheet_means`: what the name of the sheet stands for (a chi hội, a tổ hội) or nothing.
    `swap_dates`: whether Excel exchanged day and month; None asks row by row.
    """

    sheet_means: Field | None = None
    swap_dates: bool | None = None
