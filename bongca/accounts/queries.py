"""Users as sign-in and pages need them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse

from bongca.accounts import policies, rules
from bongca.accounts.models import ApiToken, Letter, Notice, User
from bongca.core.actor import Actor
from bongca.core.models import Installation
from bongca.core.ui import State
from bongca.core.ui.home import HomeTask
from bongca.core.ui.registry import Registry

MOST_COUNTED = 100
DAYS_MAILED = 3
MOST_TRIES = 5
TO_TERMINAL = "django.core.mail.backends.console.EmailBackend"


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


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Return the notices not yet opened as one line of the first page, however many."""
    unread = list(unread_notices(actor)[:MOST_COUNTED])
    if not unread:
        return []
    latest = unread[0]
    state = State.UNACKNOWLEDGED.tag("Chưa đọc")
    if len(unread) == 1:
        url = reverse("accounts:notice_open", args=[latest.pk])
        button = "Mở" if latest.url else "Đã đọc"
        return [HomeTask("Đọc lời nhắn", latest.text, state, url, button)]
    count = f"{len(unread)} lời nhắn"
    return [
        HomeTask(
            f"Đọc {count}",
            f"Mới nhất: {latest.text}",
            state,
            reverse("accounts:notice_list"),
            f"Xem {count}",
        )
    ]


def mail_leaves() -> bool:
    """Tell whether e-mail leaves this installation: not without a mail server and an address for
    its links, and never from a demonstration.
    """
    # The terminal is no reader: a letter printed there would count as sent, and names a person.
    if not settings.PUBLIC_URL or settings.EMAIL_BACKEND == TO_TERMINAL:
        return False
    return not Installation.objects.filter(is_demonstration=True).exists()


def notices_to_mail(now: datetime) -> QuerySet[Notice]:
    """Return what was told of late, is not read and in no letter, to those who want letters."""
    fresh = Notice.objects.filter(
        letter__isnull=True, read_at__isnull=True, at__gte=now - timedelta(days=DAYS_MAILED)
    )
    return fresh.filter(user__is_active=True, user__mails_wanted=True).exclude(user__email="")


def letters_to_send(now: datetime) -> QuerySet[Letter]:
    """Return the letters that were made and have not left, the oldest first."""
    made = Letter.objects.filter(
        sent_at__isnull=True, made_at__gte=now - timedelta(days=DAYS_MAILED), tries__lt=MOST_TRIES
    )
    return made.order_by("made_at", "pk")


@dataclass(frozen=True, slots=True)
class AccountLink:
    """Something more to do with one's account, that an app above this one offers."""

    label: str
    url_name: str
    word: str = ""


_links: Registry[AccountLink] = Registry()


def register_account_link(label: str, url_name: str, *, word: str = "", order: int = 100) -> None:
    """Put a link on the page of one's own account; call it from an app's ready()."""
    _links.add(url_name, AccountLink(label, url_name, word), order)


def account_links(actor: Actor) -> list[tuple[str, str]]:
    """Return the label and the address of what else this actor may do with the account."""
    return [
        (link.label, reverse(link.url_name))
        for link in _links
        if not link.word or actor.holds(link.word)
    ]
