"""The states a thing can be in: a word, a shape and an edge, the same on every page."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Tone(StrEnum):
    PLAIN = "plain"
    DOING = "doing"
    DONE = "done"
    SOON = "soon"
    LATE = "late"


class State(Enum):
    """A state, with its usual word. The word may be said otherwise, the shape never."""

    NOT_SUBMITTED = ("not_submitted", "Chưa nộp", "dashed", Tone.PLAIN)
    DRAFTING = ("drafting", "Đang lập", "half", Tone.DOING)
    SUBMITTED = ("submitted", "Đã nộp", "up", Tone.DOING)
    RETURNED = ("returned", "Trả lại", "back", Tone.LATE)
    ACCEPTED = ("accepted", "Đã duyệt", "done", Tone.DONE)
    CLOSED = ("closed", "Đã chốt", "lock", Tone.DONE)
    DUE = ("due", "Còn hạn", "clock", Tone.SOON)
    UNACKNOWLEDGED = ("unacknowledged", "Chưa báo đã nhận", "envelope", Tone.SOON)
    OVERDUE = ("overdue", "Quá hạn", "triangle", Tone.LATE)
    EXEMPT = ("exempt", "Được miễn", "equals", Tone.PLAIN)
    UNCLEAR = ("unclear", "Cần xem", "question", Tone.SOON)
    UNREADABLE = ("unreadable", "Không đọc được", "cross", Tone.LATE)

    def __init__(self, key: str, word: str, shape: str, tone: Tone) -> None:
        self.key = key
        self.word = word
        self.shape = shape
        self.tone = tone

    def tag(self, word: str = "", tone: Tone | None = None) -> "Tag":
        """This state said in other words, or with another edge."""
        return Tag(self, word or self.word, tone or self.tone)


@dataclass(frozen=True)
class Tag:
    state: State
    word: str
    tone: Tone

    @property
    def shape(self) -> str:
        return self.state.shape

    @property
    def is_long(self) -> bool:
        """Long words may wrap on a phone."""
        return len(self.word) > 22

    def __str__(self) -> str:
        return self.word


_BY_KEY = {state.key: state for state in State}


def tag_of(value: object, word: str = "", tone: str = "") -> Tag:
    """The tag for a Tag, a State or the key of a State."""
    if isinstance(value, Tag):
        return Tag(value.state, word or value.word, Tone(tone) if tone else value.tone)
    state = value if isinstance(value, State) else _BY_KEY[str(value)]
    return state.tag(word, Tone(tone) if tone else None)


NEAR_DAYS = 7


def due_tag(days_left: int) -> Tag:
    """How near a due date is: quiet while far, gold within a week, brick once late."""
    if days_left < 0:
        return State.OVERDUE.tag(f"Quá hạn {-days_left} ngày")
    if days_left == 0:
        return State.DUE.tag("Hạn hôm nay")
    tone = Tone.SOON if days_left <= NEAR_DAYS else Tone.PLAIN
    return State.DUE.tag(f"Còn {days_left} ngày", tone)
