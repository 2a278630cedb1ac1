"""The dated tables of `care.toml`. Plain Python."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FIRST_DAY = date.min


@dataclass(frozen=True, slots=True)
class Ceremony:
    """Which ages are celebrated, and who congratulates (Luật Người cao tuổi, Điều 21)."""

    since: date
    basis: str
    ages: tuple[int, ...]
    over: int
    by: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Gift:
    """The least the State gives at an age; `age` 101 stands for above one hundred."""

    age: int
    since: date
    cash_vnd: int
    goods: str
    basis: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a right: from an age, to below another, in households of some kind."""

    age: int
    until: int | None = None
    households: tuple[str, ...] = ()
    amount_vnd: int | None = None


@dataclass(frozen=True, slots=True)
class Right:
    """An allowance and its conditions; every way is asked, the first that fits counts."""

    code: str
    since: date
    basis: str
    decided_by: str
    amount_vnd: int | None
    no_pension: bool
    no_carer: bool
    ways: tuple[Way, ...]

    def amount_of(self, way: Way) -> int | None:
        """Return what is paid by the rule, or None where only a level of the unit says."""
        return way.amount_vnd if way.amount_vnd is not None else self.amount_vnd


def ceremony_on(day: date) -> Ceremony:
    """Return the rule of the ceremony in force on a day."""
    return [rule for rule in _tables()[0] if rule.since <= day][-1]


def gift_on(age: int, day: date) -> Gift | None:
    """Return the least gift of the State at this age on a day, or None where it sets none."""
    found = [gift for gift in _tables()[1] if gift.age == age and gift.since <= day]
    return found[-1] if found else None


def rights_on(day: date) -> list[Right]:
    """Return the rights in force on a day, in the order of the file, each in its newest wording."""
    newest = {right.code: right for right in _tables()[2] if right.since <= day}
    return list(newest.values())


def right_on(code: str, day: date) -> Right | None:
    """Return one right as it stands on a day, or None before it began."""
    return next((right for right in rights_on(day) if right.code == code), None)


@cache
def _tables() -> tuple[list[Ceremony], list[Gift], list[Right]]:
    with Path(__file__).with_name("care.toml").open("rb") as file:
        content = tomllib.load(file)
    ceremonies = [
        Ceremony(_since(raw), raw["basis"], tuple(raw["ages"]), raw["over"], raw["by"])
        for raw in content["ceremony"]
    ]
    gifts = [
        Gift(raw["age"], _since(raw), raw["cash_vnd"], raw["goods"], raw["basis"])
        for raw in content["gift"]
    ]
    rights = [_right(raw) for raw in content["right"]]
    return (
        sorted(ceremonies, key=lambda one: one.since),
        sorted(gifts, key=lambda one: one.since),
        rights,
    )


def _right(raw: Mapping[str, Any]) -> Right:
    return Right(
        code=raw["code"],
        since=_since(raw),
        basis=raw["basis"],
        decided_by=raw["decided_by"],
        amount_vnd=raw.get("amount_vnd"),
        no_pension=raw.get("no_pension", False),
        no_carer=raw.get("no_carer", False),
        ways=tuple(
            Way(
                way["age"],
                way.get("until"),
                tuple(way.get("households", ())),
                way.get("amount_vnd"),
            )
            for way in raw["way"]
        ),
    )


def _since(raw: Mapping[str, Any]) -> date:
    found: date = raw.get("since", FIRST_DAY)
    return found
