"""Users as sign-in and pages need them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from bongca.accounts import policies, rules
from bongca.accounts.models import ApiToken, Notice, User
from bongca.core.actor import Actor


def usernames_like(full_names: Iterable[str]) -> set[str]:
    """Return the user names taken that could collide with those made from these names."""
    bases = {rules.username_base(name) for name in full_names}
    pattern = "^(" + "|".join(sorted(bases)) + ")[0-9]*$"
    found = User.objects.filter(username__regex=pattern) if bases else User.objects.none()
    return set(found.values_list("username", flat=True))


def users_with_phone(phone: str) -> QuerySet[User]:
    """Return the active users who gave this number; it is shared and never unique."""
    return User.objects.filter(phone=phone, is_active=True)


def user_named(username: str) -> User | None:
    """Return the user who signs in with this name, in whatever case it was typed."""
    return User.objects.filter(username=username.strip().lower()).first()


def live_token(key: str, today: date) -> ApiToken | None:
    """Return the token with this key if it is neither revoked nor over, of a user still active."""
    return (
        ApiToken.objects.filter(
            key_hash=rules.key_hash(key),
            revoked_at__isnull=True,
            expires_on__gte=today,
            user__is_active=True,
        )
        .filter(~Q(user__must_change_password=True))
        .select_related("user")
        .first()
    )


def tokens_of(actor: Actor) -> QuerySet[ApiToken]:
    """Return the actor's tokens, the latest first."""
    return policies.visible_tokens(actor).order_by("-created_at")


def unread_notices(actor: Actor) -> QuerySet[Notice]:
    """Return what the actor has been told and not yet opened, the latest first."""
    return policies.visible_notices(actor).filter(read_at__isnull=True).order_by("-at")


def notices_of(actor: Actor) -> QuerySet[Notice]:
    """Return all the actor was told, the latest first."""
    return policies.visible_notices(actor).order_by("-at")
