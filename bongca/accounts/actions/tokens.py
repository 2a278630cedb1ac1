"""Keys for programs: made once, shown once, kept as a hash."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from bongca.accounts import policies, rules
from bongca.accounts.models import ApiToken, User
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError

USED_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token just made; `key` is shown once and stands nowhere."""

    token: ApiToken
    key: str


@transaction.atomic
def make_token(
    *, actor: Actor, user: User, name: str, words: Iterable[str], expires_on: date
) -> MadeToken:
    """Make a token that carries some of the words the actor holds through the present grant.

    Raises NotAllowed for another's account, DomainError for a word not held, no word, or a day
    that is past or too far away.
    """
    policies.require_oneself(actor, user)
    chosen = sorted(set(words))
    if actor.grant_id is None or not chosen or not all(actor.holds(word) for word in chosen):
        raise DomainError(
            "words_not_held", "Chỉ chọn được những quyền đang có, ít nhất một quyền.", field="words"
        )
    longest = actor.today + timedelta(days=settings.API_TOKEN_DAYS)
    if not actor.today < expires_on <= longest:
        raise DomainError(
            "day_out_of_range", f"Ngày hết hạn phải sau hôm nay và trước {longest:%d/%m/%Y}.",
            field="expires_on",
        )  # fmt: skip
    key = rules.KEY_PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=user,
        name=name,
        key_hash=rules.key_hash(key),
        starts_with=key[: len(rules.KEY_PREFIX) + 4],
        grant_id=actor.grant_id,
        words=chosen,
        created_at=clock.now(),
        expires_on=expires_on,
    )
    audit.record(actor, "accounts.make_token", token, changes={"words": chosen})
    return MadeToken(token, key)


@transaction.atomic
def revoke_token(*, actor: Actor, token: ApiToken) -> None:
    """End a token at once; a second time changes nothing. Raises NotAllowed for another's."""
    policies.require_oneself(actor, token.user)
    if token.revoked_at is not None:
        return
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])
    audit.record(actor, "accounts.revoke_token", token)


def mark_token_used(*, token: ApiToken, at: datetime) -> None:
    """Keep when a token was last used, to the nearest ten minutes: reading is not a write."""
    if token.last_used_at is None or at - token.last_used_at > USED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=at)
