"""Notices by e-mail: one letter a day for each person, made first and then sent."""

import logging
from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.urls import reverse

from bongca.accounts import queries, rules
from bongca.accounts.models import Letter, Notice
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed

BATCH = 500
log = logging.getLogger("bongca.accounts")


@transaction.atomic
def make_letters(*, actor: Actor) -> int:
    """Put what is waiting into letters, one for each person, some hundreds at a time.

    A notice comes into one letter and never into a second. Return how many letters were made:
    none where no mail leaves. Only the installation itself may: raises NotAllowed.
    """
    _require_system(actor)
    if not queries.mail_leaves():
        return 0
    waiting = queries.notices_to_mail(clock.now())
    users = list(waiting.order_by("user_id").values_list("user_id", flat=True).distinct()[:BATCH])
    locked = waiting.filter(user_id__in=users).select_for_update(skip_locked=True, of=("self",))
    notices = list(locked.order_by("user_id", "at", "pk"))
    made_at = clock.now()
    letters = 0
    for user_id, told in groupby(notices, key=lambda notice: notice.user_id):
        letter = Letter.objects.create(user_id=user_id, made_at=made_at)
        Notice.objects.filter(pk__in=[notice.pk for notice in told]).update(letter=letter)
        letters += 1
    if letters:
        audit.record(
            actor, "accounts.make_letters", ("accounts.letter", "*"), changes={"count": letters}
        )
    return letters


@transaction.atomic
def send_letter(*, actor: Actor, letter: Letter, through: BaseEmailBackend) -> bool:
    """Send a letter that has not left, and mark it; return whether it left now.

    A letter that the server refuses is kept for the next run; one whose reader wants none any
    more is torn up. Only the installation itself may: raises NotAllowed.
    """
    _require_system(actor)
    latest = Letter.objects.select_for_update(skip_locked=True, of=("self",)).select_related("user")
    held = latest.filter(pk=letter.pk, sent_at__isnull=True).first()
    if held is None or not queries.mail_leaves():
        return False
    user = held.user
    if not (user.is_active and user.mails_wanted and user.email):
        held.delete()
        audit.record(actor, "accounts.drop_letter", letter)
        return False
    held.tries += 1
    try:
        through.send_messages([_message(held)])
    except Exception as error:
        # Any backend refuses in its own way; the letter waits for the next run.
        log.warning("letter refused", extra={"letter": held.pk, "error": type(error).__name__})
    else:
        held.sent_at = clock.now()
    held.save(update_fields=["tries", "sent_at"])
    audit.record(actor, "accounts.send_letter", held, changes={"left": held.sent_at is not None})
    return held.sent_at is not None


def _message(letter: Letter) -> EmailMessage:
    base: str = settings.PUBLIC_URL
    lines = [
        (notice.title, base + reverse("accounts:notice_open", args=[notice.pk]))
        for notice in letter.notices.order_by("at", "pk")
    ]
    subject, body = rules.letter_words(
        letter.user.addressed, lines, base + reverse("accounts:account_edit")
    )
    host = base.partition("://")[2].partition("/")[0].partition(":")[0]
    headers = {
        "Message-ID": f"<loi-nhan-{letter.pk}-{int(letter.made_at.timestamp())}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(subject, body, to=[letter.user.email], headers=headers)


def _require_system(actor: Actor) -> None:
    if not actor.is_system:
        raise NotAllowed("accounts.letters")
