"""The tree of the demonstration: real communes, invented chi hội and tổ hội below six of them."""

from datetime import date

from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.org.actions.founding import found_units
from bongca.org.models import Unit
from bongca.portal.rules.demo_places import COMMUNES, MARK, branches_of, groups_of

FOUNDED = date(2025, 8, 15)
UPPER_UNITS = {"central": "central", "bac_ninh": "P-2-24", "hai_phong": "P-2-31"}


def plant_branches(actor: Actor) -> None:
    """Found the branches and groups that are not there yet, commune by commune."""
    for commune in COMMUNES:
        parent = Unit.objects.get(seed_key=commune.territory)
        if Unit.objects.filter(parent=parent).exists():
            continue
        with whole_tree():
            branches = found_units(
                actor=actor, parent=parent, names=branches_of(commune), on=FOUNDED, citation=MARK
            )
            for number, branch in enumerate(branches, start=1):
                groups = groups_of(commune, number)
                found_units(actor=actor, parent=branch, names=groups, on=FOUNDED, citation=MARK)


def demo_units() -> dict[str, Unit]:
    """Return the units of the demonstration by key: tan_yen, tan_yen/1 (its first branch), …"""
    seeds = UPPER_UNITS | {commune.key: commune.territory for commune in COMMUNES}
    by_seed = {unit.seed_key: unit for unit in Unit.objects.filter(seed_key__in=seeds.values())}
    units = {key: by_seed[seed] for key, seed in seeds.items()}
    for commune in COMMUNES:
        branches = Unit.objects.filter(parent=units[commune.key], tier="branch").order_by("lft")
        units |= {f"{commune.key}/{number}": unit for number, unit in enumerate(branches, start=1)}
    return units
