"""Who may bring rolls in, and see and undo those that were brought."""

from django.db.models import QuerySet

from bongca.core.actor import Actor, Reach
from bongca.core.models import Attachment
from bongca.org.models import Unit
from bongca.org.policies import may
from bongca.rolls.models import RollBatch, RollLine

WORD = "members.import"
PURPOSE = "rolls.original"
_CARRIES = (Reach.BELOW, Reach.UNIT)


def visible_rolls(actor: Actor) -> QuerySet[RollBatch]:
    """Return the rolls of the actor's interval, for those who bring rolls in."""
    if not actor.is_system and actor.reach(WORD) not in _CARRIES:
        return RollBatch.objects.none()
    return RollBatch.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def visible_lines(actor: Actor, batch: RollBatch) -> QuerySet[RollLine]:
    """Return the lines of a roll in the actor's interval."""
    if not actor.is_system and actor.reach(WORD) not in _CARRIES:
        return RollLine.objects.none()
    lines = RollLine.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)
    return lines.filter(batch=batch)


def can_bring_rolls(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor brings rolls into this unit."""
    return may(actor, WORD, unit)


def may_open_original(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may have the file of a roll back as it was brought."""
    return visible_rolls(actor).filter(attachment=attachment).exists()
