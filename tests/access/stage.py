"""Sets the stage for the table of access, through the actions."""

from bongca.config.door.middleware import SEEN_KEY
from bongca.core import clock
from tests.access.around_members import (
    stage_admissions,
    stage_cards,
    stage_care,
    stage_members,
    stage_privacy,
    stage_roll,
)
from tests.access.rows import WHO
from tests.access.world import (
    World,
    stage_account_things,
    stage_meetings,
    stage_office,
    stage_papers,
    stage_round,
    stage_tasks,
)
from tests.cast import build_cast


def build_world() -> World:
    """Set the stage through the actions, once for the whole table."""
    world = World(build_cast())
    cast = world.cast
    for who in WHO[:-1]:
        signed_in = cast.client(who)
        session = signed_in.session
        session[SEEN_KEY] = clock.now().timestamp()  # else every request would write it
        session.save()
        world.cookies[who] = {key: morsel.value for key, morsel in signed_in.cookies.items()}
    stage_account_things(world)
    stage_office(world)
    stage_members(world)
    stage_cards(world)
    stage_admissions(world)
    stage_roll(world)
    stage_round(world)
    stage_papers(world)
    stage_tasks(world)
    stage_meetings(world)
    stage_care(world)
    stage_privacy(world)
    return world
