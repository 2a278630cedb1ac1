"""The three functions that cross scopes, called straight, as a mistake or a thief would."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from bongca.admissions.models import Transfer
from bongca.admissions.tests.factories import other_side, read_again, send
from bongca.core import clock
from bongca.core.ids import uuid7
from bongca.core.scope import scoped, whole_tree
from bongca.members.models import Membership
from bongca.members.tests.factories import admit
from bongca.org.models import Unit
from bongca.people.models import Person
from tests.cast import Cast

ON = date(2026, 11, 20)


def ask(name: str, *values: Any) -> Any:
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"select public.{name}({marks})", values)
        row = cursor.fetchone()
    assert row is not None
    return row[0]


def take(which: UUID, place: Unit) -> str:
    return str(
        ask("admissions_take_over", which, place.pk, ON, uuid7(), clock.now(), 1, ON, "Ai đó")
    )


def give(which: UUID) -> str:
    return str(ask("admissions_give_back", which, uuid7(), clock.now(), 1))


def state_of(row: Transfer) -> tuple[str, str, int, str, int]:
    with whole_tree():
        person = Person.objects.get(pk=row.person_id)
        periods = Membership.objects.filter(person=person).count()
    return (
        read_again(row).state, other_side(row).state, person.unit_id, person.status, periods,
    )  # fmt: skip


@pytest.mark.parametrize("who", ["lan", "minh", "minh3", "lan3", "lan2"])
def test_nobody_but_the_receiving_commune_takes_over(cast: Cast, who: str) -> None:
    row = send(cast, cast.nha_nam)
    before = state_of(row)

    with scoped(cast.actor(who)):
        said = take(row.transfer, cast.cau_xi)

    assert "refused" in said
    assert state_of(row) == before


def test_a_person_is_not_taken_into_another_commune(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    before = state_of(row)

    with scoped(cast.actor("minh2")):
        for place in (cast.an_thuong, cast.dong_tam, cast.bac_ninh, cast.central):
            assert "place" in take(row.transfer, place)
    with scoped(cast.actor("hoa")):
        assert "place" in take(row.transfer, cast.yen_ly)

    assert state_of(row) == before


def test_a_person_nobody_sent_is_out_of_reach(cast: Cast) -> None:
    lan, minh2 = cast.actor("lan"), cast.actor("minh2")
    with scoped(lan):
        person = admit(lan, cast.to_1).person
    forged = Transfer(
        transfer=uuid7(), person=person, full_name="Ai", from_unit=cast.dong_tam,
        to_unit=cast.nha_nam, sent_on=ON, sent_by="Ai đó", recorded_at=clock.now(),
        side="in", unit_pos=cast.nha_nam.lft,
    )  # fmt: skip

    with scoped(minh2):
        forged.save(force_insert=True)
        assert "answered" in take(forged.transfer, cast.cau_xi)
        Transfer.objects.filter(pk=forged.pk).update(state="accepted")
        assert "changed" in give(forged.transfer)
        Transfer.objects.filter(pk=forged.pk).update(state="declined", refusal="Ai")
        assert ask("admissions_pass_on", forged.transfer, "in", uuid7()) is None

    with whole_tree():
        known = Person.objects.get(pk=person.pk)
    assert (known.unit, known.status) == (cast.to_1, "member")


def test_a_side_passes_on_only_what_it_may_say(cast: Cast) -> None:
    row, lan, minh2 = send(cast, cast.nha_nam), cast.actor("lan"), cast.actor("minh2")

    with scoped(lan):
        assert ask("admissions_pass_on", row.transfer, "in", uuid7()) is None
        Transfer.objects.filter(pk=row.pk).update(state="accepted")
        assert ask("admissions_pass_on", row.transfer, "out", uuid7()) is None
        Transfer.objects.filter(pk=row.pk).update(state="sent")
    with scoped(minh2):
        theirs = Transfer.objects.filter(transfer=row.transfer)
        theirs.update(state="withdrawn")
        assert ask("admissions_pass_on", row.transfer, "in", uuid7()) is None
        theirs.update(state="sent")
    with scoped(cast.actor("minh3")):
        assert ask("admissions_pass_on", row.transfer, "out", uuid7()) is None

    assert state_of(row)[:2] == ("sent", "sent")


def test_a_transfer_answered_twice_is_answered_once(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    with scoped(cast.actor("minh2")):
        assert "refused" not in take(row.transfer, cast.cau_xi)
        Transfer.objects.filter(transfer=row.transfer, side="in").update(state="accepted")
    before = state_of(row)

    with scoped(cast.actor("minh2")):
        assert "answered" in take(row.transfer, cast.nha_nam)
    with scoped(cast.actor("lan")):
        assert "answered" in give(row.transfer)

    assert state_of(row) == before


@pytest.mark.parametrize("name", ["take", "give", "pass"])
def test_without_a_scope_nothing_is_answered(cast: Cast, name: str) -> None:
    row = send(cast, cast.nha_nam)
    calls: dict[str, Callable[[], Any]] = {
        "take": lambda: take(row.transfer, cast.cau_xi),
        "give": lambda: give(row.transfer),
        "pass": lambda: ask("admissions_pass_on", row.transfer, "out", uuid7()),
    }

    with pytest.raises(DatabaseError, match="no scope is set"), transaction.atomic():
        calls[name]()
