"""One row of a roll as it was understood, and its two stored forms: open and sealed."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from bongca.core.dates import PartialDate
from bongca.rolls.rules.problems import Problem, Weight


@dataclass(frozen=True, slots=True)
class RollRow:
    """One line of a roll as it was understood, with every doubt beside it."""

    sheet: str
    line: int
    raw: tuple[str, ...]
    full_name: str = ""
    birth: PartialDate | None = None
    sex: str = ""
    citizen_id: str = ""
    phone: str = ""
    branch: str = ""
    group: str = ""
    hamlet: str = ""
    address: str = ""
    joined: PartialDate | None = None
    notes: str = ""
    problems: tuple[Problem, ...] = ()
    table: int = 0

    @property
    def is_readable(self) -> bool:
        return not any(problem.weight == Weight.UNREADABLE for problem in self.problems)

    @property
    def questions(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.weight == Weight.NEEDS_LOOK)

    def asking(self, *problems: Problem) -> "RollRow":
        """The same row with these doubts added."""
        return replace(self, problems=self.problems + problems)


_TEXTS = ("full_name", "sex", "phone", "branch", "group", "hamlet", "address", "notes")
_DATES = ("birth", "joined")


def open_values(row: RollRow) -> dict[str, Any]:
    """What of a row is kept like the register keeps it; no identity number."""
    values: dict[str, Any] = {name: getattr(row, name) for name in _TEXTS if getattr(row, name)}
    values |= {name: getattr(row, name).iso() for name in _DATES if getattr(row, name)}
    return values


def sealed_values(row: RollRow) -> dict[str, Any]:
    """What of a row is kept sealed: its cells as they stood, and the identity number."""
    guesses = {p.code: list(p.guesses) for p in row.problems if p.field == "citizen_id"}
    return {"raw": list(row.raw), "citizen_id": row.citizen_id, "guesses": guesses}


def stored_problems(row: RollRow) -> list[dict[str, Any]]:
    """The doubts of a row as plain JSON, without any identity number in them."""
    problems = []
    for problem in row.problems:
        stored = asdict(problem)
        if problem.field == "citizen_id":
            stored["guesses"] = []
        problems.append(stored)
    return problems


def row_from_stored(
    sheet: str,
    line: int,
    values: dict[str, Any],
    problems: list[dict[str, Any]],
    sealed: dict[str, Any] | None = None,
) -> RollRow:
    """Build a row again from what was stored; without `sealed` its number and cells stay out."""
    sealed = sealed or {"raw": [], "citizen_id": "", "guesses": {}}
    texts = {name: values.get(name, "") for name in _TEXTS}
    found = tuple(
        Problem(
            code=stored["code"],
            weight=Weight(stored["weight"]),
            reason=stored["reason"],
            field=stored["field"],
            guesses=tuple(sealed["guesses"].get(stored["code"], stored["guesses"])),
            typed=stored.get("typed", ""),
        )
        for stored in problems
    )
    return RollRow(
        sheet=sheet,
        line=line,
        raw=tuple(sealed["raw"]),
        citizen_id=sealed["citizen_id"],
        problems=found,
        birth=PartialDate.from_iso(values["birth"]) if "birth" in values else None,
        joined=PartialDate.from_iso(values["joined"]) if "joined" in values else None,
        **texts,
    )
