"""Who may accept a result besides the one who wrote it."""

from bongca.core.actor import Actor
from bongca.org import rules as org_rules
from bongca.org.models import Grant
from bongca.programmes.models import Assignment

GIVERS = tuple(code for code, role in org_rules.ROLES.items() if "tasks.assign" in role.words)


def wrote_it(actor: Actor, assignment: Assignment) -> bool:
    """Tell whether the actor is the one who handed the result in."""
    return actor.user_id is not None and assignment.handed_in_by_id == actor.user_id


def others_who_judge(actor: Actor, assignment: Assignment) -> list[str]:
    """Return the names of others at the giving unit who may accept today, by name."""
    grants = Grant.objects.filter(
        unit_id=assignment.giver_id,
        role__in=GIVERS,
        during__contains=actor.today,
        user__is_active=True,
    )
    named = grants.exclude(user_id=actor.user_id or 0).order_by("user__display_name")
    return list(dict.fromkeys(named.values_list("user__display_name", flat=True)))
