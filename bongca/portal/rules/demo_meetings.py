"""What is known of a session entered from the press, and the bodies that stood in it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

DEPARTMENTS: Final = ("Ban Chăm sóc NCT", "Ban Phát huy vai trò NCT", "Ban Đối ngoại")
INSPECTION: Final = "Ban Tổ chức - Kiểm tra"
OFFICE: Final = "Văn phòng Trung ương Hội"
ALL_BODIES: Final = (*DEPARTMENTS, INSPECTION, OFFICE)
BODIES_SINCE: Final = date(2022, 2, 16)
BODIES_SOURCE: Final = (
    "Bài “Lãnh đạo Trung ương Hội NCT Việt Nam làm việc với các Ban chuyên môn”, đăng ngày"
    " 18/02/2022"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A conclusion or what was asked for: words, owners, helpers, the time as said."""

    words: str
    owners: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    deadline: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who came, by office; of which delegation, and whether they led it."""

    words: str
    delegation: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda: its title, who presented it, the papers cited for it."""

    title: str
    presenter: str = ""
    papers: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session entered from an article."""

    key: str
    unit: str
    kind: str
    name: str
    source: str
    chair_office: str
    held_on: date | None = None
    place: str = ""
    convener: str = ""
    bodies: tuple[str, ...] = ()
    attending: tuple[str, ...] = ()
    guests: tuple[Guest, ...] = ()
    agenda: tuple[Point, ...] = ()
    reports: tuple[tuple[str, str], ...] = ()
    opinions: tuple[tuple[str, str], ...] = ()
    conclusions: tuple[Said, ...] = ()
