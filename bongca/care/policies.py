"""Who sees and writes mừng thọ and allowances."""

from django.db.models import Q, QuerySet

from bongca.care.models import CareAnswers, Level, LongevityRound, Recipient, RightRequest
from bongca.core.actor import Actor, Reach
from bongca.org.models import Unit
from bongca.org.policies import may

VIEW, RECORD, PREPARE, LEVELS = "care.view", "care.record", "care.prepare", "care.levels"
_CARRIES = (Reach.BELOW, Reach.UNIT)


def visible_rounds(actor: Actor) -> QuerySet[LongevityRound]:
    """Return the rounds of the actor's scope and of the units above it: they bear no names."""
    if not actor.is_system and not (actor.holds(VIEW) or actor.holds("figures.view")):
        return LongevityRound.objects.none()
    inside = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    above = Q(unit__lft__lt=actor.lft, unit__rgt__gte=actor.rgt)
    return LongevityRound.objects.filter(inside | above)


def visible_recipients(actor: Actor) -> QuerySet[Recipient]:
    """Return the persons on frozen lists in the actor's scope."""
    if not _sees(actor, VIEW):
        return Recipient.objects.none()
    return Recipient.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_requests(actor: Actor) -> QuerySet[RightRequest]:
    """Return the requests for allowances of persons in the actor's scope."""
    if not _sees(actor, VIEW):
        return RightRequest.objects.none()
    rows = RightRequest.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)
    return rows.filter(withdrawn_at=None)


def visible_answers(actor: Actor) -> QuerySet[CareAnswers]:
    """Return what persons were asked: for those who ask, not for the province (domain.md 9.1)."""
    if not _sees(actor, RECORD):
        return CareAnswers.objects.none()
    return CareAnswers.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_levels(actor: Actor) -> QuerySet[Level]:
    """Return the levels set in the actor's scope and by the units above it."""
    if not actor.is_system and not actor.holds(VIEW):
        return Level.objects.none()
    inside = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    above = Q(unit__lft__lt=actor.lft, unit__rgt__gte=actor.rgt)
    return Level.objects.filter(inside | above)


def can_prepare(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor prepares the rounds of this unit."""
    return may(actor, PREPARE, unit)


def can_record(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor writes down receipts and requests of persons in this unit."""
    return may(actor, RECORD, unit)


def _sees(actor: Actor, word: str) -> bool:
    return actor.is_system or actor.reach(word) in _CARRIES
