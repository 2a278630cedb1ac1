"""A form pressed twice is taken in once: every POST carries a key (design.md 5)."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpResponse

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.models import PostedForm


class PostedBefore(Exception):
    """This very form was already taken in; its sender belongs at `location`."""

    def __init__(self, location: str):
        super().__init__(location)
        self.location = location


def stop_if_posted(actor: Actor, key: str) -> None:
    """Raise PostedBefore when this actor's form with this key was already taken in."""
    parsed = _parsed(key)
    if parsed is None or actor.user_id is None:
        return
    known = PostedForm.objects.filter(user_id=actor.user_id, key=parsed).first()
    if known is not None:
        raise PostedBefore(known.location)


def remember_post(actor: Actor, key: str, response: HttpResponse) -> None:
    """Keep the key of a form just taken in, with where its sender goes.

    Raises PostedBefore when the same form was taken in meanwhile, so that the caller undoes this
    second taking.
    """
    location = response.headers.get("Location", "")
    parsed = _parsed(key)
    if parsed is None or actor.user_id is None or not location:
        return
    try:
        with transaction.atomic():
            PostedForm.objects.create(
                key=parsed,
                user_id=actor.user_id,
                location=location[:500],
                posted_at=clock.now(),
            )
    except IntegrityError as error:
        first = PostedForm.objects.filter(user_id=actor.user_id, key=parsed).first()
        raise PostedBefore(first.location if first else "/") from error


def _parsed(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None
