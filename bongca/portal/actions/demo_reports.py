"""Two rounds of reports in the demonstration, made by the acts of the people in it."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.scope import scoped
from bongca.org.models import Grant, Unit
from bongca.org.policies import actor_for
from bongca.portal.rules import demo_reports as story
from bongca.reporting.actions.filling import TypedFigure, TypedWords, save_report
from bongca.reporting.actions.reviewing import accept_report, return_report
from bongca.reporting.actions.rounds import close_round, open_round
from bongca.reporting.actions.submitting import submit_report
from bongca.reporting.models import Form, NarrativeSection, Report, Round
from bongca.reporting.queries.sheet import sheet_of

PROVINCES = ("bac_ninh", "hai_phong")


@transaction.atomic
def report_first_round(actor: Actor, units: Mapping[str, Unit]) -> None:
    """Open the first round and carry it to Central; a round that is there is left alone."""
    if Round.objects.filter(name=story.FIRST[0]).exists():
        return
    told = _Teller(actor, units, _open(actor, story.FIRST), 1)
    for key in told.communes():
        told.fill_branches(key, told.branches(key))
        told.submit_commune(key)
        told.accept(key)
    for key in PROVINCES:
        told.hand_up_province(key)
    told.close()


@transaction.atomic
def report_second_round(actor: Actor, units: Mapping[str, Unit]) -> None:
    """Open the second round and leave each commune where the story has it."""
    if Round.objects.filter(name=story.SECOND[0]).exists():
        return
    told = _Teller(actor, units, _open(actor, story.SECOND), 2)
    for key in told.communes():
        place = story.PROGRESS.get(key, story.UNTOUCHED)
        if place == story.UNTOUCHED:
            continue
        branches = told.branches(key)
        told.fill_branches(key, branches[1::2] if place == story.DRAFTING else branches[1:])
        if place == story.DRAFTING:
            told.fill_commune(key, part=True)
            continue
        told.submit_commune(key)
        if place == story.ACCEPTED:
            told.accept(key)
        if place == story.RETURNED:
            told.send_back(key)


def _open(actor: Actor, told: tuple[str, object, object, object]) -> Round:
    name, first_day, last_day, dues = told
    return open_round(
        actor=actor, form=Form.objects.order_by("-version")[0], name=name,
        first_day=first_day, last_day=last_day, dues=dues,  # type: ignore[arg-type]  # a fixed story
    )  # fmt: skip


class _Teller:
    """Tells one round: every act is done by whoever holds the office."""

    def __init__(self, system: Actor, units: Mapping[str, Unit], told: Round, number: int) -> None:
        self.system, self.units, self.round, self.number = system, units, told, number
        reports = Report.objects.filter(round=told, unit__in=[unit.pk for unit in units.values()])
        self.reports = dict(reports.values_list("unit_id", "pk"))
        self.holders: dict[tuple[int, str], Grant | None] = {}
        self.sections = list(NarrativeSection.objects.filter(form=told.form))

    def communes(self) -> list[str]:
        """Return the communes that have a chair to act."""
        return [
            key
            for key, unit in self.units.items()
            if unit.tier == "commune" and self._holder(unit, "commune_chair")
        ]

    def branches(self, key: str) -> list[str]:
        unit = self.units[key]
        return [one for one, below in self.units.items() if below.parent_id == unit.pk]

    def fill_branches(self, key: str, branches: Sequence[str]) -> None:
        for one in branches:
            actor = self._at(self.units[one], "branch_head") or self._chair(key)
            figures = story.branch_figures(one, self.number)
            with scoped(actor):
                self._save(actor, one, figures)
                submit_report(actor=actor, report_id=self._report(one))

    def fill_commune(self, key: str, *, part: bool = False) -> None:
        chair = self._chair(key)
        with scoped(chair):
            report = Report.objects.select_related("unit", "round__form").get(pk=self._report(key))
            line = sheet_of(chair, report, now=clock.now()).line("A5S")
            in_register = line.value or 0 if line else 0
            members = in_register + story.STILL_ON_PAPER.get(key, 0)
            figures = story.commune_figures(key, self.number, members)
            if part:
                figures = {code: figures[code] for code in ("A1", "C1", "D3", "F1")}
            self._save(chair, key, figures, with_words=not part)

    def submit_commune(self, key: str) -> None:
        self.fill_commune(key)
        chair = self._chair(key)
        with scoped(chair):
            submit_report(
                actor=chair, report_id=self._report(key), missing_note=story.LATE_BRANCHES
            )

    def accept(self, key: str) -> None:
        actor = self._office(key)
        with scoped(actor):
            accept_report(actor=actor, report_id=self._report(key))

    def send_back(self, key: str) -> None:
        actor = self._office(key)
        with scoped(actor):
            return_report(
                actor=actor,
                report_id=self._report(key),
                reason=story.RETURN_REASON,
                figure_reasons={"D3": story.FIGURE_REASON},
            )

    def hand_up_province(self, key: str) -> None:
        actor = self._at(self.units[key], "province_office")
        centre = self._at(self.units["central"], "central_office")
        if actor is None or centre is None:
            return
        with scoped(actor):
            self._save(actor, key, {}, with_words=True)
            submit_report(actor=actor, report_id=self._report(key), missing_note=story.FEW_COMMUNES)
        with scoped(centre):
            accept_report(actor=centre, report_id=self._report(key))

    def close(self) -> None:
        centre = self._at(self.units["central"], "central_office") or self.system
        with scoped(centre):
            close_round(actor=centre, round_id=self.round.pk)

    def _save(
        self, actor: Actor, key: str, figures: Mapping[str, int], *, with_words: bool = False
    ) -> None:
        tier = self.units[key].tier
        words = [
            TypedWords(section.pk, story.NARRATIVE[section.title], "")
            for section in self.sections
            if with_words and section.tier == tier
        ]
        typed = [
            TypedFigure(code, value, None, source_note=story.SOURCE if code == "A1" else None)
            for code, value in figures.items()
        ]
        save_report(actor=actor, report_id=self._report(key), figures=typed, words=words)

    def _report(self, key: str) -> int:
        return self.reports[self.units[key].pk]

    def _chair(self, key: str) -> Actor:
        actor = self._at(self.units[key], "commune_chair")
        assert actor is not None
        return actor

    def _office(self, key: str) -> Actor:
        province = self.units[key].parent
        actor = self._at(province, "province_office") if province else None
        return actor or self.system

    def _at(self, unit: Unit, role: str) -> Actor | None:
        grant = self._holder(unit, role)
        return actor_for(grant.user, self.system.today, grant=grant) if grant else None

    def _holder(self, unit: Unit, role: str) -> Grant | None:
        if (unit.pk, role) not in self.holders:
            held = Grant.objects.filter(unit=unit, role=role, during__contains=self.system.today)
            first = held.select_related("user", "unit").order_by("pk").first()
            self.holders[unit.pk, role] = first
        return self.holders[unit.pk, role]
