"""The members of the demonstration come in as any members do: through a roll."""

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.jobs.running import execute
from bongca.core.scope import scoped
from bongca.org.models import Unit
from bongca.org.policies import actor_for
from bongca.portal.rules.demo_cast import CAST
from bongca.portal.rules.demo_places import DemoCommune
from bongca.portal.rules.demo_rolls import roll_of
from bongca.rolls.actions.bringing import answer_columns, bring_roll
from bongca.rolls.actions.writing import write_roll
from bongca.rolls.enums import BatchState
from bongca.rolls.models import RollBatch
from bongca.rolls.queries.columns import found_in, proposed_mapping


def bring_demo_roll(actor: Actor, commune: DemoCommune, unit: Unit) -> int:
    """Bring the roll of one commune all the way into the register; return how many were written.

    A commune whose roll is written is left alone; one broken off is begun anew.
    """
    present = RollBatch.objects.filter(unit=unit)
    if present.filter(state=BatchState.WRITTEN).exists():
        return 0
    present.filter(written_count=0).delete()
    chair = _chair(actor, commune)
    with scoped(chair):
        batch = bring_roll(
            actor=chair,
            unit=unit,
            chunks=[roll_of(commune, actor.today)],
            file_name=f"Danh sách hội viên {unit.place_name.split(',')[0]}.xlsx",
        )
    batch = _worked(batch)
    with scoped(chair):
        mapping = proposed_mapping(found_in(batch), batch.unit)
        answer_columns(actor=chair, batch_id=batch.pk, mapping=mapping, choices={})
    batch = _worked(batch)
    with scoped(chair):
        write_roll(actor=chair, batch_id=batch.pk)
    return _worked(batch).written_count


def _chair(actor: Actor, commune: DemoCommune) -> Actor:
    person = next(
        each for each in CAST if each.unit == commune.key and each.position == "commune.chair"
    )
    return actor_for(User.objects.get(username=person.username), actor.today)


def _worked(batch: RollBatch) -> RollBatch:
    """Do the work a roll waits for, here and now."""
    batch.refresh_from_db()
    assert batch.job_id is not None
    execute(batch.job_id)
    batch.refresh_from_db()
    return batch
