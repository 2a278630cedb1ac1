"""What a user may do with accounts; how far, `org` decides, which knows the units."""

from django.db.models import QuerySet

from bongca.accounts.models import ApiToken, Notice, User
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed


def require_word(actor: Actor, word: str) -> None:
    """Raise NotAllowed unless the actor holds the word anywhere; the caller has checked where."""
    if not actor.is_system and not actor.holds(word):
        raise NotAllowed(word)


def require_oneself(actor: Actor, user: User) -> None:
    """Raise NotAllowed unless the account is the actor's own."""
    if actor.user_id != user.pk:
        raise NotAllowed("accounts.own", "Tài khoản này của người khác.")


def visible_tokens(actor: Actor) -> QuerySet[ApiToken]:
    """Return the actor's own tokens, and nobody else's."""
    return ApiToken.objects.filter(user_id=actor.user_id or 0)


def visible_notices(actor: Actor) -> QuerySet[Notice]:
    """Return the notices told to the actor, and to nobody else."""
    return Notice.objects.filter(user_id=actor.user_id or 0)
