"""How the table of access is written.

    page("org:user_detail", "user:lan", get="200 minh hoa / 403 lan / 404 *", post="405 *")

An expectation is codes with the people they are for. `*` stands for everyone else who signs in.
Nobody-in-particular (`anon`) is sent to the door (302) unless named. Arguments are things of
`world.py` ("user:lan", "unit:dong_tam") or plain text ("=A1").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ANYONE = "anon"
WHO = (
    "lan", "lan2", "minh", "minh2", "hoa", "hoa2",
    "tu", "mai", "binh", "quan", "liaison", "quantri", ANYONE,
)  # fmt: skip
REDIRECT = 302


@dataclass(frozen=True)
class Row:
    """One address with the answers to GET and to POST."""

    name: str
    args: tuple[str, ...]
    get: str
    post: str
    asked: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        asked = (f"?{word}={name}" for word, name in self.asked.items())
        return " ".join((self.name, *self.args, *asked))


def page(name: str, *args: str, get: str, post: str, **asked: str) -> Row:
    """Write a row for a page; `asked` is what stands behind the question mark."""
    return Row(name, args, get, post, asked)


def operation(name: str, *args: str, get: str, **asked: str) -> Row:
    """Write a row for an operation of the API, asked with each one's own key."""
    return Row(name, args, get, "", asked)


def expected(words: str, *, anyone: int = REDIRECT) -> dict[str, int]:
    """Read an expectation. Raises ValueError when somebody is named twice or not at all."""
    found: dict[str, int] = {}
    rest: int | None = None
    for part in words.split("/"):
        code, *people = part.split()
        for person in people:
            if person == "*":
                rest = int(code)
            elif person in found or person not in WHO:
                raise ValueError(f"{person} is named twice, or is nobody: {words}")
            else:
                found[person] = int(code)
    found.setdefault(ANYONE, anyone)
    missing = [person for person in WHO if person not in found]
    if missing and rest is None:
        raise ValueError(f"{', '.join(missing)} are not named: {words}")
    return found | dict.fromkeys(missing, rest or 0)
