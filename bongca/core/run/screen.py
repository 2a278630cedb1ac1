"""What `make run` says in the terminal."""

import sys
from collections.abc import Sequence
from unicodedata import combining, normalize


def say(line: str) -> None:
    sys.stdout.write(f"· {line}\n")
    sys.stdout.flush()


def show_welcome(address: str, people: Sequence[Sequence[str]]) -> None:
    """Print the address, and the people of the demonstration with their passwords."""
    lines = ["", f"  Bóng Cả is running:  {address}", ""]
    if people:
        lines += ["  Sign in as:", ""]
        lines += [f"    {line}" for line in table(("user", "password", "who", "where"), people)]
        lines += [""]
    lines += ["  Ctrl-C stops all of it. Data stays in var/.", ""]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows as aligned lines under their head."""
    body = [[str(cell) for cell in row] for row in rows]
    widths = [max(_width(row[n]) for row in [list(head), *body]) for n in range(len(head))]
    return [_line(head, widths), _line(["─" * width for width in widths], widths)] + [
        _line(row, widths) for row in body
    ]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    return sum(1 for letter in normalize("NFC", text) if not combining(letter))
