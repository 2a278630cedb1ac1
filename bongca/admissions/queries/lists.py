"""The lists of applications and transfers, and one of each."""

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bongca.admissions.enums import ApplicationState, TransferSide, TransferState
from bongca.admissions.models import Application, Pause, Transfer
from bongca.admissions.policies import (
    receiving_units,
    visible_applications,
    visible_pauses,
    visible_transfers,
)
from bongca.core.actor import Actor
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.org.queries.search import matching

MOST_UNITS = 500
FOUND = 12
HOLDS = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)


def applications(actor: Actor, *, is_waiting: bool) -> QuerySet[Application]:
    """Return the applications of the actor's scope: the longest waiting, or the last answered.

    Raises NotAllowed for those who do not see members.
    """
    require(actor, "members.view")
    rows = visible_applications(actor).select_related("person", "unit", "unit__parent")
    if is_waiting:
        return rows.filter(state=ApplicationState.WAITING).order_by("asked_on", "pk")
    return rows.exclude(state=ApplicationState.WAITING).order_by("-decided_on", "-pk")


def transfers(actor: Actor, *, is_waiting: bool) -> QuerySet[Transfer]:
    """Return the sides of transfers of the actor's scope: on the way, or answered.

    Raises NotAllowed for those who do not see members.
    """
    require(actor, "members.view")
    rows = visible_transfers(actor).select_related("from_unit", "to_unit")
    if is_waiting:
        return rows.filter(state=TransferState.SENT).order_by("side", "sent_on", "pk")
    return rows.exclude(state=TransferState.SENT).order_by("-answered_on", "-pk")


def seen_application(actor: Actor, pk: UUID) -> Application:
    """Return an application of the actor's scope; raises Http404."""
    rows = visible_applications(actor)
    rows = rows.select_related("person", "unit__parent", "unit__commune", "decided_by")
    return get_object_or_404(rows, pk=pk)


def seen_transfer(actor: Actor, pk: UUID) -> Transfer:
    """Return a side of a transfer of the actor's scope; raises Http404."""
    rows = visible_transfers(actor).select_related("from_unit", "to_unit")
    return get_object_or_404(rows, pk=pk)


def received_transfer(actor: Actor, pk: UUID) -> Transfer:
    """Return a transfer the actor may answer; raises NotAllowed, Http404."""
    row = get_object_or_404(
        visible_transfers(actor).select_related("from_unit", "to_unit"),
        pk=pk,
        side=TransferSide.IN,
    )
    require(actor, "members.edit", row.to_unit)
    return row


def seen_pause(actor: Actor, pk: UUID) -> Pause:
    """Return a pause the actor writes; raises NotAllowed, Http404."""
    row = get_object_or_404(visible_pauses(actor).select_related("person", "unit"), pk=pk)
    require(actor, "members.edit", row.unit)
    return row


def places_in(actor: Actor, around: Unit) -> list[Unit]:
    """Return the units of a commune a member can stand in: branches and groups, then itself."""
    units = visible_units(actor).filter(is_open=True, tier__in=HOLDS)
    units = units.filter(commune_id=around.commune_id).select_related("parent")
    return sorted(
        units.order_by("lft")[:MOST_UNITS], key=lambda one: (one.tier == Tier.COMMUNE, one.lft)
    )


def units_to_send_to(actor: Actor, words: str, away_from: Unit) -> list[Unit]:
    """Return the few units of other communes that these words name, one more than are shown."""
    units = receiving_units(actor).exclude(commune_id=away_from.commune_id)
    return list(matching(units, words)[: FOUND + 1])
