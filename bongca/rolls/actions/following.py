"""Follow the tree, and forget what need not be kept."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.rolls.enums import BatchState
from bongca.rolls.models import RollBatch, RollLine

KEPT = timedelta(days=90)
SETTLED = (BatchState.WRITTEN, BatchState.UNDONE)


@transaction.atomic
def shift_lines(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move the staged lines in this interval of the tree; the installation's own work."""
    with whole_tree():
        rows = RollLine.objects.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
        rows.update(unit_pos=F("unit_pos") + delta)


@transaction.atomic
def forget_old_rolls(*, actor: Actor) -> int:
    """Forget, 90 days on, what lines said: those written keep only whom they wrote.

    Rolls that were never written are dropped with all their lines. The installation's own work.
    """
    before = clock.now() - KEPT
    old = RollBatch.objects.filter(brought_at__lt=before, forgotten_at=None)
    with whole_tree():
        RollLine.objects.filter(batch__in=old).exclude(batch__state__in=SETTLED).delete()
        lines = RollLine.objects.filter(batch__in=old)
        lines.update(values={}, sealed=None, problems=[], answers={}, match_words="")
    count = old.exclude(state__in=SETTLED).update(state=BatchState.DROPPED)
    count += old.update(forgotten_at=clock.now(), tables_sealed=None)
    audit.record(actor, "rolls.forget_old_rolls", ("rolls", "all"), changes={"count": count})
    return count
