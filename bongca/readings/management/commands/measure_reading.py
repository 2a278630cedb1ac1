"""`manage.py measure_reading <folder>`: the rules of reading against texts a person marked.

The folder holds pairs `name.txt` (UTF-8, composed letters) and `name.json`:

    {"said_on": "2026-11-16",
     "marks": [{"kind": "deadline", "start": 120, "end": 135, "text": "trước ngày 5/12",
                "first": null, "due": "2026-12-04"}]}

`kind` is person, unit, deadline, paper or conclusion; `start` and `end` count letters from 0, `end`
is the first letter after. `text` may be left out; given, it must be the words at that place. `due`
and `first` are the days meant by a deadline, `owner` the words for who does a conclusion. No
database is read: only the words of the text count, no unit or officer the system knows.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bongca.core.text import nfc
from bongca.meetings.rules.spans import Span
from bongca.readings.rules import VERSION
from bongca.readings.rules.agreement import KINDS, Agreement, compare
from bongca.readings.rules.reading import read


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what a person marked in it, by kind."""

    text: str
    said_on: date | None
    marks: dict[str, list[Span]]


class Command(BaseCommand):
    help = "Print precision and recall of the reading on a folder of marked texts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--words", action="store_true", help="print what was not agreed on")

    def handle(self, *args: Any, **options: Any) -> None:
        texts = list(_texts(options["folder"]))
        if not texts:
            raise CommandError(f"no pair of .txt and .json in {options['folder']}")
        sums = {kind: Agreement() for kind in KINDS}
        for one in texts:
            found = read(one.text, one.said_on)
            for kind, agreement in sums.items():
                compare(kind, one.marks[kind], found, agreement)
        self.stdout.write(f"rules {VERSION}, {len(texts)} texts")
        self.stdout.write(
            "kind        marked found  exact: prec recall  overlap: prec recall  right"
        )
        for kind, agreement in sums.items():
            self.stdout.write(_line(kind, agreement))
        if options["words"]:
            self._print_words(sums)

    def _print_words(self, sums: dict[str, Agreement]) -> None:
        for kind, agreement in sums.items():
            for title, words in (("missed", agreement.missed), ("invented", agreement.invented)):
                for one in words:
                    self.stdout.write(f"{kind} {title}: {' '.join(one.split())}")


def _line(kind: str, one: Agreement) -> str:
    shares = [
        _share(one.exact, one.found), _share(one.exact, one.marked),
        _share(one.overlapping, one.found), _share(one.overlapping, one.marked),
    ]  # fmt: skip
    line = "{:<12}{:>6}{:>6}{:>13}{:>7}{:>15}{:>7}".format(kind, one.marked, one.found, *shares)
    what = {"deadline": "days", "conclusion": "owner"}.get(kind)
    return f"{line}  {one.right} of {one.overlapping} {what}" if what else line


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _texts(folder: Path) -> Iterator[Marked]:
    for path in sorted(folder.glob("*.txt")):
        beside = path.with_suffix(".json")
        if not beside.exists():
            raise CommandError(f"{path.name} has no {beside.name} beside it")
        text = path.read_text(encoding="utf-8")
        if text != nfc(text):
            raise CommandError(f"{path.name}: letters are not composed (NFC), places would move")
        yield _marked(path.name, text, json.loads(beside.read_text(encoding="utf-8")))


def _marked(name: str, text: str, given: dict[str, Any]) -> Marked:
    marks: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    for mark in given["marks"]:
        words = text[mark["start"] : mark["end"]]
        if mark["kind"] not in marks or not words or mark.get("text", words) != words:
            raise CommandError(f"{name}: {mark} does not mark those words")
        marks[mark["kind"]].append(Span(mark["start"], mark["end"], words, mark))
    said_on = date.fromisoformat(given["said_on"]) if given.get("said_on") else None
    return Marked(text, said_on, marks)
