"""Rounds and figures as the API gives them."""

from datetime import date

from ninja import Schema

from bongca.reporting.models import Round
from bongca.reporting.queries.lines import Line


class RoundOut(Schema):
    id: int
    name: str
    form: str
    first_day: date
    last_day: date
    state: str

    @staticmethod
    def resolve_form(one: Round) -> str:
        return one.form.name

    @staticmethod
    def resolve_first_day(one: Round) -> date:
        return one.since


class FigureOut(Schema):
    """One figure; a ratio has `per_thousand`, every other a `value`."""

    code: str
    name: str
    measure: str
    value: int | None
    per_thousand: int | None
    amended: int

    @staticmethod
    def resolve_name(line: Line) -> str:
        return line.indicator.name

    @staticmethod
    def resolve_measure(line: Line) -> str:
        return line.indicator.measure


class FiguresOut(Schema):
    """The figures of one unit in one round, and how complete they are."""

    round_id: int
    unit_id: int
    state: str
    as_of: date
    included: int | None
    owing: int | None
    figures: list[FigureOut]
