"""The outbox to a user: told once, shown on the first page until read."""

from collections.abc import Iterable

from django.db import transaction

from bongca.accounts import policies
from bongca.accounts.models import Notice
from bongca.core import clock
from bongca.core.actor import Actor


@transaction.atomic
def notify(
    *,
    actor: Actor,
    user_ids: Iterable[int],
    text: str,
    url: str = "",
    about: str,
    title: str = "",
) -> int:
    """Tell users a sentence, with the page it speaks of; return how many heard it first now.

    `about` names what happened ("report.returned:42:3"): one user is told it once, however often
    the action runs. Nobody is told of what they did themselves. By e-mail goes the `title` alone,
    which names nobody, with a link. It is part of the action that calls it, which leaves the
    audit entry.
    """
    at = clock.now()
    receivers = {user_id for user_id in user_ids if user_id != actor.user_id}
    notices = [
        Notice(
            user_id=user_id,
            text=text[:300],
            title=title[:120],
            url=url,
            about=about[:120],
            at=at,
        )
        for user_id in sorted(receivers)
    ]
    before = Notice.objects.filter(about=about[:120], user_id__in=receivers).count()
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return len(notices) - before


@transaction.atomic
def read_notice(*, actor: Actor, notice: Notice) -> None:
    """Mark a notice as read by the one it was told to. Raises NotAllowed for another's."""
    policies.require_oneself(actor, notice.user)
    if notice.read_at is None:
        notice.read_at = clock.now()
        notice.save(update_fields=["read_at"])
