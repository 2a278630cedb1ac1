"""Rounds of mừng thọ: prepared, frozen, changed by what happened since, closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.http import Http404

from bongca.care.actions.counting import recount_round
from bongca.care.actions.refusals import (
    CONSTRAINT_SENTENCES,
    DayOutside,
    NobodyListed,
    NotACommune,
    WordsMissing,
    WrongRoundState,
)
from bongca.care.enums import Occasion, RoundState
from bongca.care.models import LongevityRound, Recipient
from bongca.care.policies import PREPARE, visible_rounds
from bongca.care.queries.celebrated import age_of
from bongca.care.queries.levels import gifts_by_age
from bongca.care.queries.rounds import Changes, changes_since, due_now, wanted_of
from bongca.care.rules.longevity import congratulator, round_ages
from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import Changed
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.models import Person

FAR = 1  # years ahead a list is prepared: it goes up in the last quarter of the year before


@dataclass(frozen=True, slots=True)
class Ceremony:
    """Year, occasion, day and place of a round; `extra_year` 1 where tuổi mụ is counted."""

    year: int
    occasion: str
    held_on: date | None = None
    held_at: time | None = None
    place: str = ""
    extra_year: int = 0


@transaction.atomic
def add_round(*, actor: Actor, unit: Unit, ceremony: Ceremony) -> LongevityRound:
    """Begin a round of a commune.

    Raises NotACommune, DayOutside, 409 for an occasion there is already, NotAllowed, Frozen.
    """
    require_writable(actor, PREPARE, unit)
    if unit.tier != Tier.COMMUNE:
        raise NotACommune
    round = LongevityRound(unit=unit, year=ceremony.year, prepared_by=actor.label)
    _write(actor, round, ceremony)
    audit.record(actor, "care.add_round", round, changes={"year": round.year})
    return round


@transaction.atomic
def edit_round(*, actor: Actor, round_id: int, ceremony: Ceremony, version: int) -> LongevityRound:
    """Set day, hour and place anew; year and way of counting stand once the list is frozen.

    Raises Changed, WrongRoundState, DayOutside, NotAllowed, Frozen; Http404 outside the scope.
    """
    round = _locked(actor, round_id)
    if round.version != version:
        raise Changed({"Nơi tổ chức": round.place}, {"Nơi tổ chức": ceremony.place})
    same = (round.year, round.extra_year) == (ceremony.year, ceremony.extra_year)
    if round.is_frozen and not same:
        raise WrongRoundState("Danh sách đã chốt nên không đổi được năm và cách tính tuổi.")
    round.version += 1
    _write(actor, round, ceremony)
    audit.record(actor, "care.edit_round", round, changes={"held_on": round.held_on})
    return round


@transaction.atomic
def freeze_round(*, actor: Actor, round_id: int) -> LongevityRound:
    """Let the list of today stand: from now on changes are shown as changes.

    Raises WrongRoundState, NobodyListed, NotAllowed, Frozen; Http404 outside the scope.
    """
    round = _locked(actor, round_id)
    if round.is_frozen:
        raise WrongRoundState("Danh sách của đợt này đã chốt từ trước.")
    persons = list(due_now(actor, round))
    if not persons:
        raise NobodyListed
    Recipient.objects.bulk_create(_recipients(actor, round, persons, is_late=False))
    round.state, round.frozen_on = RoundState.FROZEN, actor.today
    recount_round(round)
    audit.record(actor, "care.freeze_round", round, changes={"count": len(persons)})
    return round


@transaction.atomic
def take_in_changes(*, actor: Actor, round_id: int) -> Changes:
    """Take what changed since the freeze into the list; who received already is never taken off.

    Raises WrongRoundState, NotAllowed, Frozen; Http404 outside the scope.
    """
    round = _locked(actor, round_id)
    if round.state != RoundState.FROZEN:
        raise WrongRoundState("Chỉ cập nhật được danh sách đã chốt và chưa xong.")
    changes = changes_since(actor, round)
    for row, why in changes.gone:
        if not row.received:
            row.removed_why, row.removed_on = why, actor.today
            row.save(update_fields=["removed_why", "removed_on"])
    off = Recipient.objects.filter(round=round, person__in=changes.added).exclude(removed_why="")
    back = set(off.values_list("person_id", flat=True))
    off.update(removed_why="", removed_on=None)
    new = [person for person in changes.added if person.pk not in back]
    Recipient.objects.bulk_create(_recipients(actor, round, new, is_late=True))
    recount_round(round)
    counted = {"gone": len(changes.gone), "added": len(changes.added)}
    audit.record(actor, "care.take_in_changes", round, changes=counted)
    return changes


@transaction.atomic
def close_round(*, actor: Actor, round_id: int, is_closed: bool = True) -> LongevityRound:
    """Say that everything of a round has been done, or open it again.

    Raises WrongRoundState before the list is frozen, NotAllowed, Frozen; Http404 outside.
    """
    round = _locked(actor, round_id)
    if not round.is_frozen:
        raise WrongRoundState("Xin chốt danh sách trước.")
    round.state = RoundState.CLOSED if is_closed else RoundState.FROZEN
    round.save(update_fields=["state"])
    audit.record(actor, "care.close_round", round, changes={"state": round.state})
    return round


@transaction.atomic
def drop_round(*, actor: Actor, round_id: int) -> None:
    """Throw away a round that was never frozen. Raises WrongRoundState, NotAllowed, Frozen."""
    round = _locked(actor, round_id)
    if round.is_frozen:
        raise WrongRoundState("Danh sách đã chốt thì được giữ lại, không bỏ được.")
    audit.record(actor, "care.drop_round", round, changes={"year": round.year})
    round.delete()


def _locked(actor: Actor, round_id: int) -> LongevityRound:
    rows = visible_rounds(actor).select_for_update(of=("self",)).select_related("unit")
    round = rows.filter(pk=round_id).first()
    if round is None:
        raise Http404
    require_writable(actor, PREPARE, round.unit)
    return round


def _write(actor: Actor, round: LongevityRound, ceremony: Ceremony) -> None:
    if not actor.today.year - FAR <= ceremony.year <= actor.today.year + FAR:
        said = f"Xin chọn từ năm {actor.today.year - FAR} đến năm {actor.today.year + FAR}."
        raise DayOutside(said, "year")
    held = ceremony.held_on
    if held is None and ceremony.occasion != Occasion.BIRTHDAY:
        raise WordsMissing("Xin ghi ngày tổ chức.", "held_on")
    if held is not None and abs(held.year - ceremony.year) > FAR:
        raise DayOutside(f"Ngày tổ chức không thuộc năm {ceremony.year}.", "held_on")
    round.year, round.occasion = ceremony.year, ceremony.occasion
    round.held_on, round.held_at = held, ceremony.held_at
    round.place, round.extra_year = nfc(ceremony.place)[:200], ceremony.extra_year
    with said_in_words(CONSTRAINT_SENTENCES):
        round.save()


def _recipients(
    actor: Actor, round: LongevityRound, persons: Iterable[Person], *, is_late: bool
) -> list[Recipient]:
    wanted, on = wanted_of(round), round.held_on or date(round.year, 12, 31)
    gifts = gifts_by_age(actor, round.unit, round_ages(round.year), on)
    rows = []
    for person in persons:
        age = age_of(person, wanted)
        rows.append(
            Recipient(
                round=round,
                person=person,
                unit_id=person.unit_id,
                unit_pos=person.unit_pos,
                full_name=person.full_name,
                sort_key=person.sort_key,
                sex=person.sex,
                birth_year=person.birth_year or 0,
                birth_month=person.birth_month,
                birth_day=person.birth_day,
                age=age,
                congratulator=congratulator(age, round.year),
                state_gift=gifts[age].state[:200],
                own_gift=gifts[age].own[:200],
                is_late_entry=is_late,
                listed_on=actor.today,
            )
        )
    return rows
