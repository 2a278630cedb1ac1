"""Sessions of a user on phones and machines: seen, listed, ended."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.http import Http404

from bongca.core import audit
from bongca.core.actor import Actor


@transaction.atomic
def end_session(*, actor: Actor, session_id: int) -> None:
    """Sign a user's own session out, wherever it is. Raises Http404 for another's."""
    session = UserSession.objects.filter(pk=session_id, user_id=actor.user_id).first()
    if session is None:
        raise Http404
    session.end()
    audit.record(actor, "accounts.end_session", ("usersessions.usersession", str(session_id)))


def end_sessions_of(user_id: int) -> None:
    """Sign a user out everywhere; part of the action that calls it."""
    for session in UserSession.objects.filter(user_id=user_id):
        session.end()


def mark_session_seen(*, session_key: str, at: datetime) -> None:
    """Keep when a session was last used, for the list its owner looks at."""
    UserSession.objects.filter(session_key=session_key).update(last_seen_at=at)
