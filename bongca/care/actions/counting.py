"""The counts a round keeps, so that a province adds up rounds and not persons."""

from django.db import transaction
from django.db.models import Count, Q

from bongca.care.models import LongevityRound, Recipient
from bongca.core.scope import whole_tree


@transaction.atomic
def recount_round(round: LongevityRound) -> None:
    """Count listed and received of a round anew, and save its state with them.

    Part of every action that changes the list. Counted over the whole list, also where a branch
    that sees only its own people wrote the receipt; the caller has asked for the rights.
    """
    with whole_tree():
        found = Recipient.objects.filter(round=round, removed_why="").aggregate(
            listed=Count("pk"), received=Count("pk", filter=~Q(received=""))
        )
    round.listed_count, round.received_count = found["listed"], found["received"]
    round.save(update_fields=["state", "frozen_on", "listed_count", "received_count"])
