"""A round in the cast's country, set up through the actions, and members as rows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg.types.range import DateRange

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.core.text import name_keys
from bongca.indicators.actions import load_indicators
from bongca.members.models import Membership
from bongca.org.models import Unit
from bongca.people.models import Person
from bongca.reporting.actions.filling import Saved, TypedFigure, TypedWords, save_report
from bongca.reporting.actions.forms import load_forms
from bongca.reporting.actions.reviewing import accept_report
from bongca.reporting.actions.rounds import open_round
from bongca.reporting.actions.submitting import submit_report
from bongca.reporting.models import Form, NarrativeSection, Report, Round
from tests.cast import TODAY, Cast

JOINED = date(2020, 1, 1)
BRANCH_CODES = ("C12", "C12V", "C13", "C13V", "C14", "C14V", "B11", "A7", "D5")
COMMUNE_CODES = ("C11", "C11V", "C1", "C4", "F1", "F4", "F9", "C22", "D3")


@dataclass
class Setting:
    """The cast with one open round."""

    cast: Cast
    round: Round

    def report(self, unit: str) -> Report:
        return Report.objects.select_related("unit", "round", "round__form").get(
            round=self.round, unit=self.cast.units[unit]
        )

    def fill(self, who: str, unit: str, figures: dict[str, int], **more: Any) -> Saved:
        typed = [
            TypedFigure(
                code, value, more.get("was"),
                source_note="Công an xã" if code == "A1" else None,
                answer=more.get("answer"), answer_note=more.get("answer_note", ""),
            )
            for code, value in figures.items()
        ]  # fmt: skip
        report = self.report(unit)
        return save_report(actor=self.cast.actor(who), report_id=report.pk, figures=typed)

    def fill_branch(self, who: str, unit: str, **changes: int) -> None:
        figures = dict.fromkeys(BRANCH_CODES, 0) | changes
        self.fill(who, unit, figures)

    def fill_commune(self, who: str, unit: str, **changes: int) -> None:
        figures = dict.fromkeys(COMMUNE_CODES, 0)
        self.fill(who, unit, {"A1": 300} | figures | changes)
        self.write_words(who, unit)

    def write_words(self, who: str, unit: str) -> None:
        report = self.report(unit)
        sections = NarrativeSection.objects.filter(
            form=self.round.form, tier=report.tier, is_required=True
        )
        words = [TypedWords(section.pk, f"{section.title}: đã làm.", "") for section in sections]
        save_report(actor=self.cast.actor(who), report_id=report.pk, words=words)

    def submit(self, who: str, unit: str, missing_note: str = "") -> Report:
        report = self.report(unit)
        return submit_report(
            actor=self.cast.actor(who), report_id=report.pk, missing_note=missing_note
        )

    def accept(self, who: str, unit: str) -> Report:
        return accept_report(actor=self.cast.actor(who), report_id=self.report(unit).pk)


def open_setting(cast: Cast) -> Setting:
    """Load the catalogue and open one round in the cast's country."""
    system = Actor.system(TODAY)
    load_indicators(actor=system)
    load_forms(actor=system)
    return Setting(cast, open_the_round())


def open_the_round(
    name: str = "Báo cáo công tác Hội 6 tháng cuối năm 2026",
    first: date = date(2026, 6, 1),
    last: date = date(2026, 11, 30),
) -> Round:
    year, month = last.year, last.month % 12 + 1
    return open_round(
        actor=Actor.system(TODAY),
        form=Form.objects.get(),
        name=name,
        first_day=first,
        last_day=last,
        dues={
            "branch": date(year, month, 1),
            "commune": date(year, month, 5),
            "province": date(year, month, 10),
        },
    )


def add_members(
    unit: Unit, count: int, *, sex: str = "f", born: int = 1950, joined: date = JOINED,
    how: str = "roll", at: datetime | None = None,
) -> list[Membership]:  # fmt: skip
    """Write members as rows; the actions that bring them in belong to another app's tests."""
    at = at or clock.now()
    with whole_tree():
        made = [_member(unit, number, sex, born, joined, how, at) for number in range(count)]
        Person.objects.bulk_create(person for person, _ in made)
        return Membership.objects.bulk_create(membership for _, membership in made)


def _member(
    unit: Unit, number: int, sex: str, born: int, joined: date, how: str, at: datetime
) -> tuple[Person, Membership]:
    name = f"Nguyễn Thị Thử {number}"
    keys = name_keys(name)
    person = Person(
        full_name=name, sort_key=keys.sort_key, given_ascii=keys.given_ascii,
        search_name=keys.search_name, match_key=keys.search_name, sex=sex, birth_year=born,
        status="member", unit=unit, unit_pos=unit.lft, commune=unit.commune,
        province=unit.province,
    )  # fmt: skip
    membership = Membership(
        person=person, unit=unit, unit_pos=unit.lft, full_name=name, sex=sex, birth_year=born,
        during=DateRange(joined, None), began_how=how, recorded_at=at,
    )  # fmt: skip
    return person, membership
