"""Who may see, fill, submit and review reports."""

from django.db.models import QuerySet
from django.http import Http404

from bongca.core.actor import Actor, Reach
from bongca.core.errors import NotAllowed
from bongca.org import policies as org
from bongca.org.models import Unit
from bongca.reporting.models import Report

_CARRIES = (Reach.UNIT, Reach.BELOW, Reach.TOPIC, Reach.COMPARTMENT)


def visible_reports(actor: Actor) -> QuerySet[Report]:
    """Return the reports of the actor's unit and of everything below it."""
    if actor.is_system:
        return Report.objects.all()
    if actor.reach("reports.view") not in _CARRIES:
        return Report.objects.none()
    return Report.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def require_figures(actor: Actor, unit: Unit) -> None:
    """Let the actor read the figures of a unit, or raise Http404 or NotAllowed."""
    org.require(actor, "figures.view", unit)


def can_fill(actor: Actor, report: Report) -> bool:
    """Tell whether the actor may type into this report (as its unit, or for it from above)."""
    return org.in_sight(actor, report.unit) and org.may(actor, "reports.fill", report.unit)


def can_submit(actor: Actor, report: Report) -> bool:
    """Tell whether the actor may submit this report."""
    return org.in_sight(actor, report.unit) and org.may(actor, "reports.submit", report.unit)


def can_print(actor: Actor, report: Report) -> bool:
    """Tell whether the actor may have this report as a paper: who fills it, or who prints."""
    return org.may(actor, "reports.fill", report.unit) or org.may(
        actor, "reports.print", report.unit
    )


def can_review(actor: Actor, report: Report) -> bool:
    """Tell whether the actor may accept or return this report: only the tier right above may."""
    if actor.is_system:
        return True
    return actor.unit_id == report.parent_unit_id and org.may(actor, "reports.review", report.unit)


def require_review(actor: Actor, report: Report) -> None:
    """Let the actor review, or raise: 404 out of sight, 403 for anyone but the tier right above."""
    if not org.in_sight(actor, report.unit):
        raise Http404
    if not can_review(actor, report):
        raise NotAllowed("reports.review", "Việc duyệt thuộc cấp trên trực tiếp của đơn vị này.")


def can_name_members(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor may read the names of those counted here."""
    return org.in_sight(actor, unit) and org.may(actor, "members.view", unit)
