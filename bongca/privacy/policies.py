"""Who sees consents, requests, incidents and the log, and who writes them."""

from django.db.models import Q, QuerySet

from bongca.core.actor import Actor, Reach
from bongca.core.errors import NotAllowed
from bongca.core.models import Attachment, AuditEntry
from bongca.org.models import Unit
from bongca.privacy.models import Consent, ConsentText, Incident, PersonRequest, SettledHolding
from bongca.privacy.rules.acts import WATCHED

VIEW, RECORD, ANSWER, WATCH = "privacy.view", "privacy.record", "privacy.answer", "privacy.watch"
SCAN_PURPOSE = "privacy.consent"
_CARRIES = (Reach.BELOW, Reach.UNIT)


def require_some(actor: Actor) -> None:
    """Let those in who keep consents and requests or watch over them. Raises NotAllowed."""
    if not (actor.is_system or actor.holds(VIEW) or actor.holds(WATCH)):
        raise NotAllowed(VIEW)


def visible_texts(actor: Actor) -> QuerySet[ConsentText]:
    """Return the texts of the actor's scope and of the units above it."""
    if not (actor.is_system or actor.holds(VIEW) or actor.holds(WATCH)):
        return ConsentText.objects.none()
    inside = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    above = Q(unit__lft__lt=actor.lft, unit__rgt__gte=actor.rgt)
    return ConsentText.objects.filter(inside | above)


def visible_settled(actor: Actor) -> QuerySet[SettledHolding]:
    """Return what is settled of classes of data in the actor's scope and above it."""
    if not (actor.is_system or actor.holds(VIEW) or actor.holds(WATCH)):
        return SettledHolding.objects.none()
    inside = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    above = Q(unit__lft__lt=actor.lft, unit__rgt__gte=actor.rgt)
    return SettledHolding.objects.filter(inside | above)


def visible_consents(actor: Actor) -> QuerySet[Consent]:
    """Return the consents of persons in the actor's scope."""
    if not _sees(actor, VIEW):
        return Consent.objects.none()
    rows = Consent.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)
    return rows.filter(set_aside_at=None)


def visible_requests(actor: Actor) -> QuerySet[PersonRequest]:
    """Return the requests of persons in the actor's scope."""
    if not _sees(actor, VIEW):
        return PersonRequest.objects.none()
    return PersonRequest.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_incidents(actor: Actor) -> QuerySet[Incident]:
    """Return the incidents of the actor's scope, for those who watch over personal data."""
    if not _sees(actor, WATCH):
        return Incident.objects.none()
    return Incident.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def visible_accesses(actor: Actor) -> QuerySet[AuditEntry]:
    """Return who looked and exported in the actor's scope, for those who watch over it."""
    if not _sees(actor, WATCH):
        return AuditEntry.objects.none()
    rows = AuditEntry.objects.filter(act__in=list(WATCHED))
    if actor.is_system:
        return rows
    units = Unit.objects.filter(lft__gte=actor.lft, lft__lte=actor.rgt)
    return rows.filter(unit_id__in=units.values("pk"))


def may_open_scan(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may open the scan of a consent."""
    return visible_consents(actor).filter(scan=attachment).exists()


def _sees(actor: Actor, word: str) -> bool:
    return actor.is_system or actor.reach(word) in _CARRIES
