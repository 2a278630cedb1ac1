"""The demonstration, whole: loaded piece by piece, so that a broken-off load is carried on."""

from collections.abc import Callable, Sequence

from django.conf import settings
from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.models import Installation
from bongca.indicators.actions import load_indicators
from bongca.members.actions.counts import fold_counts
from bongca.offices.actions.seeds import seed_positions
from bongca.org.actions.seeds import seed_units
from bongca.org.actions.territory import TerritoryFiles, load_territory
from bongca.portal.actions.demo_meetings import hold_meetings
from bongca.portal.actions.demo_papers import put_papers_in_books
from bongca.portal.actions.demo_people import (
    fill_branch_offices,
    fill_offices,
    let_people_in,
    open_terms,
)
from bongca.portal.actions.demo_reports import report_first_round, report_second_round
from bongca.portal.actions.demo_rolls import bring_demo_roll
from bongca.portal.actions.demo_tree import demo_units, plant_branches
from bongca.portal.actions.demo_work import put_to_work
from bongca.portal.rules.demo_places import COMMUNES
from bongca.reporting.actions.forms import load_forms

Said = Callable[[str], None]


class NotInProduction(DomainError):
    """Invented people have no place among real ones."""

    def __init__(self) -> None:
        super().__init__("not_in_production", "Số liệu minh họa không nạp vào nơi làm việc thật.")


def load_association(*, actor: Actor, files: TerritoryFiles) -> None:
    """Load what every installation stands on: the map, the units, the catalogue of offices.

    A second load changes nothing. Raises NotAllowed.
    """
    if not actor.is_system:
        raise NotAllowed("installation.load")
    load_territory(actor=actor, files=files)
    seed_units(actor=actor)
    seed_positions(actor=actor)
    load_indicators(actor=actor)
    load_forms(actor=actor)


def load_demonstration(
    *,
    actor: Actor,
    files: TerritoryFiles,
    say: Said,
    bring_rolls: Callable[[], None] | None = None,
) -> None:
    """Load the demonstration: the people of design.md 2 and six communes filled to the tổ hội.

    Each step leaves alone what is there already. `bring_rolls` may bring the rolls elsewhere, as
    several processes do; else they are brought here. Raises NotAllowed, NotInProduction.
    """
    if not actor.is_system:
        raise NotAllowed("installation.load")
    if settings.PRODUCTION:
        raise NotInProduction
    say("the Association on the map of today")
    load_association(actor=actor, files=files)
    say("chi hội and tổ hội of six communes")
    plant_branches(actor)
    units = demo_units()
    say("people and offices")
    open_terms(actor, units)
    let_people_in(actor, units)
    fill_offices(actor, units)
    say("the members, through the rolls of their communes")
    if bring_rolls is None:
        bring_members(actor=actor, keys=[commune.key for commune in COMMUNES])
    else:
        bring_rolls()
    fold_counts()
    fill_branch_offices(actor, units)
    say("two rounds of reports")
    report_first_round(actor, units)
    report_second_round(actor, units)
    say("meetings and what they concluded")
    hold_meetings(actor, units)
    say("papers, programmes and tasks")
    put_papers_in_books(actor, units)
    put_to_work(actor, units)
    mark_demonstration(actor=actor)


def bring_members(*, actor: Actor, keys: Sequence[str]) -> int:
    """Bring the rolls of these communes, each by its chair; return how many members came in.

    Raises NotAllowed, NotInProduction.
    """
    if not actor.is_system:
        raise NotAllowed("installation.load")
    if settings.PRODUCTION:
        raise NotInProduction
    units = demo_units()
    wanted = [commune for commune in COMMUNES if commune.key in keys]
    return sum(bring_demo_roll(actor, commune, units[commune.key]) for commune in wanted)


@transaction.atomic
def mark_demonstration(*, actor: Actor) -> None:
    """Write into the database that it is a demonstration; production refuses it from then on."""
    if not actor.is_system:
        raise NotAllowed("installation.mark")
    installation, _ = Installation.objects.get_or_create(pk=1)
    installation.is_demonstration = True
    installation.save(update_fields=["is_demonstration"])
    audit.record(actor, "portal.mark_demonstration", installation)
