"""What the preview and the result of a roll show, in a fixed number of queries."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from bongca.core import crypto
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.ui import Page, page_of
from bongca.org.enums import Tier
from bongca.rolls.enums import LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.policies import visible_lines
from bongca.rolls.queries.places import places_for
from bongca.rolls.rules.problems import Problem, Weight
from bongca.rolls.rules.questions import Choice, choices_for, choices_for_all, settle
from bongca.rolls.rules.rows import RollRow, row_from_stored

ASKED_AT_ONCE = 20
NAMED_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on one line, with its answers and the one already given."""

    name: str
    problem: Problem
    choices: list[Choice]
    chosen: str = ""
    typed: str = ""

    @property
    def text_name(self) -> str:
        return f"{self.name}-ghi"


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line as the page shows it."""

    line: RollLine
    row: RollRow
    questions: list[Asked]

    @property
    def heading(self) -> str:
        born = f", sinh {self.row.birth.display()}" if self.row.birth else ""
        for problem in self.row.problems:
            if problem.field == "birth" and problem.typed:
                born = f", ngày sinh {problem.typed}"
        return f"{self.row.full_name}{born}"

    @property
    def reasons(self) -> list[str]:
        return [p.reason for p in self.row.problems if p.weight == Weight.UNREADABLE]

    @property
    def remarks(self) -> str:
        return " ".join(p.reason for p in self.row.problems if p.weight == Weight.NOTICE)

    @property
    def birth(self) -> str:
        return _date(self.row.birth)

    @property
    def joined(self) -> str:
        return self.row.joined.display() if self.row.joined else ""

    @property
    def sex(self) -> str:
        return {"m": "Nam", "f": "Nữ"}.get(self.row.sex, "")

    @property
    def unit_name(self) -> str:
        if self.line.target is None:
            return ""
        key = self.line.group_key
        if key and self.line.target.tier == Tier.BRANCH and self.line.state == LineState.NEW:
            return f"Tổ {key}, sẽ lập" if key[:1].isdigit() else f"{key}, sẽ lập"
        return self.line.target.name


def _date(date: PartialDate | None) -> str:
    if date is None:
        return ""
    known = {True: " (chỉ biết năm)", False: ""}[date.month is None]
    return f"{date.display()}{known}"


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """A chi hội the roll names and the tree does not know."""

    key: str
    name: str
    count: int


def counts_of(actor: Actor, batch: RollBatch) -> Counter[str]:
    """Count the lines of a roll by what becomes of them."""
    rows = visible_lines(actor, batch).values_list("state").annotate(Count("pk"))
    return Counter(dict(rows))


def asked_lines(actor: Actor, batch: RollBatch) -> Page[LineShown]:
    """Return the first of the lines that wait for an answer; answered ones make room."""
    waiting = visible_lines(actor, batch).filter(state=LineState.ASK, target__isnull=False)
    page = page_of(waiting.order_by("ordinal").select_related("target"), 1, ASKED_AT_ONCE)
    return _shown(page, actor, opened=True)


@dataclass(frozen=True, slots=True)
class AskedOften:
    """One kind of question that many lines ask, with the answers that fit them all."""

    code: str
    count: int
    example: str
    choices: list[Choice]


OFTEN = 5
_ONE_BY_ONE = {"maybe_same", "twice_in_file", "maybe_gone"} | {
    "name_odd", "name_short", "name_two", "name_alone",
}  # fmt: skip


def asked_often(actor: Actor, batch: RollBatch) -> list[AskedOften]:
    """Return the questions so frequent that one answer for all of them is offered."""
    waiting = visible_lines(actor, batch).filter(state=LineState.ASK, target__isnull=False)
    counts: Counter[str] = Counter()
    examples: dict[str, RollLine] = {}
    for line in waiting.order_by("ordinal").iterator(1000):
        for problem in line.problems:
            is_open = problem["weight"] == Weight.NEEDS_LOOK and problem["code"] not in line.answers
            if is_open and problem["code"] not in _ONE_BY_ONE:
                counts[problem["code"]] += 1
                examples.setdefault(problem["code"], line)
    often = [(code, count) for code, count in counts.most_common() if count >= OFTEN]
    return [_often(code, count, examples[code], actor) for code, count in often]


def _often(code: str, count: int, line: RollLine, actor: Actor) -> AskedOften:
    asked = next(q for q in _one(line, actor, opened=True).questions if q.problem.code == code)
    return AskedOften(code, count, asked.problem.reason, choices_for_all(asked.problem))


def new_lines(
    actor: Actor, batch: RollBatch, number: object, per_page: int = 20
) -> Page[LineShown]:
    """Return a page of the new persons, in the order of the file."""
    state = LineState.NEW if batch.written_at is None else LineState.WRITTEN
    lines = visible_lines(actor, batch).filter(state=state).order_by("ordinal")
    return _shown(page_of(lines.select_related("target"), number, per_page), actor)


def some_lines(actor: Actor, batch: RollBatch, state: LineState) -> list[LineShown]:
    """Return the first lines of one state, to be named on the page."""
    lines = visible_lines(actor, batch).filter(state=state).order_by("ordinal")
    return [_one(line, actor) for line in lines.select_related("target")[:NAMED_AT_ONCE]]


def unknown_places(actor: Actor, batch: RollBatch) -> list[PlaceAsked]:
    """Return the names of chi hội that lead nowhere, with how many lines stand under each."""
    waiting = visible_lines(actor, batch).filter(state=LineState.ASK, target__isnull=True)
    keys = waiting.values("branch_key").annotate(n=Count("pk")).order_by("-n", "branch_key")
    found = []
    for row in keys[:NAMED_AT_ONCE]:
        first = waiting.filter(branch_key=row["branch_key"]).first()
        values = first.values if first else {}
        name = values.get("branch") or values.get("hamlet") or values.get("group", "")
        found.append(PlaceAsked(row["branch_key"], name, row["n"]))
    return found


def missing_groups(actor: Actor, batch: RollBatch) -> list[str]:
    """Return the names of tổ hội that would be founded."""
    places = places_for(batch)
    lines = visible_lines(actor, batch).filter(state=LineState.NEW, target__tier=Tier.BRANCH)
    pairs = lines.exclude(group_key="").values_list("target_id", "group_key").distinct()
    missing = [key for unit_id, key in sorted(pairs) if (unit_id, key) not in places.groups]
    return [f"Tổ {key}" if key[:1].isdigit() else key for key in missing]


def _shown(page: Page[RollLine], actor: Actor, *, opened: bool = False) -> Page[LineShown]:
    items: Sequence[LineShown] = [_one(line, actor, opened=opened) for line in page.items]
    return Page(items, page.number, page.per_page, page.total, page.is_capped)


def _one(line: RollLine, actor: Actor, *, opened: bool = False) -> LineShown:
    """Show a line; its number is opened only where a question is about it, and shown masked."""
    wants_number = opened and any(p["field"] == "citizen_id" for p in line.problems)
    sealed = json.loads(crypto.decrypt(line.sealed)) if wants_number and line.sealed else None
    row = row_from_stored(line.sheet, line.line, line.values, line.problems, sealed)
    answered = settle(row, line.answers, actor.today).row
    questions = [_asked(line.pk, line, p) for p in row.questions] if opened else []
    return LineShown(line, row if opened else answered, questions)


def _asked(pk: UUID, line: RollLine, problem: Problem) -> Asked:
    key, _, typed = line.answers.get(problem.code, "").partition(":")
    name = f"dong-{pk}-{problem.code}"
    return Asked(name, problem, choices_for(problem), key, typed)
