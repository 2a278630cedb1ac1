"""A worker that dies in the middle of a roll harms nothing: the next one goes on."""

import pytest

from bongca.core.jobs import work_off
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.running import execute
from bongca.core.jobs.states import JobState
from bongca.core.scope import scoped
from bongca.members.models import MemberCountDelta, Membership
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.rolls.actions import undoing, writing
from bongca.rolls.actions.undoing import undo_roll
from bongca.rolls.actions.writing import write_roll
from bongca.rolls.enums import BatchState
from bongca.rolls.models import RollBatch
from bongca.rolls.tests.factories import HEAD, previewed, workbook, written
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = ("Mận", "Đào", "Bưởi", "Cam", "Sen", "Lụa", "Thóc", "Nhài", "Huệ", "Cúc", "Lan", "Hợi")


class Killed(BaseException):
    """What a kill looks like from inside: nothing after it runs."""


def twelve() -> bytes:
    rows = [
        (n, f"Nguyễn Thị {name}", str(1940 + n), "Nữ", "", "Tổ 1", "")
        for n, name in enumerate(NAMES, start=1)
    ]
    return workbook(rows, HEAD)


def die_at(monkeypatch: pytest.MonkeyPatch, model: type, at: int) -> None:
    """Die when the database is written the `at`-th time through this model's manager."""
    calls = {"n": 0}
    original = model.objects.bulk_create  # type: ignore[attr-defined]  # every model has one

    def bulk_create(*args: object, **kwargs: object) -> object:
        calls["n"] += 1
        if calls["n"] == at:
            raise Killed
        return original(*args, **kwargs)

    monkeypatch.setattr(model.objects, "bulk_create", bulk_create)  # type: ignore[attr-defined]  # same


def run_of(batch: RollBatch) -> JobRun:
    batch.refresh_from_db()
    return JobRun.objects.get(pk=str(batch.job_id))


def members(cast: Cast) -> int:
    with scoped(cast.actor("lan")):
        return Person.objects.filter(status=PersonStatus.MEMBER).count()


@pytest.mark.parametrize(
    ("model", "at"), [(Person, 1), (Person, 3), (Membership, 2), (MemberCountDelta, 2)]
)
def test_writing_killed_anywhere_is_gone_on_with(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, model: type, at: int
) -> None:
    monkeypatch.setattr(writing, "CHUNK", 3)
    actor = cast.actor("lan")
    batch = previewed(actor, cast.dong_tam, twelve())
    with scoped(actor):
        write_roll(actor=actor, batch_id=batch.pk)
    with monkeypatch.context() as patch:
        die_at(patch, model, at)
        with pytest.raises(Killed):
            execute(run_of(batch).pk)
    assert run_of(batch).state == JobState.RUNNING
    assert members(cast) == 3 * (at - 1)

    execute(run_of(batch).pk)

    batch.refresh_from_db()
    assert (batch.state, batch.written_count) == (BatchState.WRITTEN, 12)
    assert members(cast) == 12
    with scoped(actor):
        assert Membership.objects.filter(voided_at=None).count() == 12


def test_undoing_killed_in_the_middle_is_gone_on_with(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "CHUNK", 5)
    actor = cast.actor("lan")
    batch = written(actor, cast.dong_tam, twelve())
    with scoped(actor):
        undo_roll(actor=actor, batch_id=batch.pk)
    with monkeypatch.context() as patch:
        die_at(patch, MemberCountDelta, 2)
        with pytest.raises(Killed):
            execute(run_of(batch).pk)
    assert members(cast) == 7

    execute(run_of(batch).pk)
    work_off()

    assert members(cast) == 0
    assert run_of(batch).state == JobState.DONE
