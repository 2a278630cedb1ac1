"""A member rests and comes back, and stays a member."""

from datetime import date
from uuid import UUID

import pytest

from bongca.admissions.actions.answering import accept_transfer
from bongca.admissions.actions.pauses import (
    BackBeforePause,
    NotPaused,
    pause_member,
    return_member,
    undo_pause,
)
from bongca.admissions.models import Pause
from bongca.admissions.tests.factories import other_side, send
from bongca.core.errors import DomainError
from bongca.core.scope import scoped, whole_tree
from bongca.members.queries.figures import unit_figures
from bongca.members.tests.factories import admit
from tests.cast import Cast

FROM = date(2026, 10, 1)


def rest(cast: Cast) -> Pause:
    lan = cast.actor("lan")
    with scoped(lan):
        person = admit(lan, cast.to_1).person
        return pause_member(actor=lan, person_id=person.pk, on=FROM, reason="Ở với con")


def read(pk: UUID) -> Pause:
    with whole_tree():
        return Pause.objects.get(pk=pk)


def test_whoever_rests_is_still_counted(cast: Cast) -> None:
    rest(cast)

    lan = cast.actor("lan")
    with scoped(lan):
        assert unit_figures(lan, cast.dong_tam).total == 1


def test_a_member_comes_back_and_each_step_is_undone(cast: Cast) -> None:
    row, lan = rest(cast), cast.actor("lan")
    with scoped(lan):
        with pytest.raises(BackBeforePause):
            return_member(actor=lan, pause_id=row.pk, on=FROM)
        return_member(actor=lan, pause_id=row.pk, on=cast.today)
        assert read(row.pk).during.upper == cast.today
        with pytest.raises(NotPaused):
            return_member(actor=lan, pause_id=row.pk, on=cast.today)
        undo_pause(actor=lan, pause_id=row.pk)
        assert read(row.pk).during.upper is None
        undo_pause(actor=lan, pause_id=row.pk)

    assert read(row.pk).voided_at is not None


def test_nobody_rests_twice_at_once(cast: Cast) -> None:
    row, lan = rest(cast), cast.actor("lan")

    with scoped(lan), pytest.raises(DomainError) as refusal:
        pause_member(actor=lan, person_id=row.person_id, on=cast.today, reason="Ốm")
    assert refusal.value.code == "pause_one_at_a_time"


def test_a_pause_ends_where_the_member_leaves_for(cast: Cast) -> None:
    row, lan, minh2 = send(cast, cast.nha_nam), cast.actor("lan"), cast.actor("minh2")
    with whole_tree():
        pause = Pause.objects.create(
            person_id=row.person_id, unit=cast.to_1, unit_pos=cast.to_1.lft, reason="Ở với con",
            during=rest(cast).during, recorded_at=row.recorded_at,
        )  # fmt: skip
    with scoped(minh2):
        accept_transfer(
            actor=minh2, transfer_id=other_side(row).pk, place=cast.cau_xi, on=cast.today
        )

    assert read(pause.pk).during.upper == cast.today
    with scoped(lan):
        assert Pause.objects.filter(pk=pause.pk).exists()
