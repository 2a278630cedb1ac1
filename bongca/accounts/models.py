"""Users, the tokens programs sign in with, and notices to a user."""

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from bongca.accounts.enums import Salutation


class UserManager(BaseUserManager["User"]):
    """Finds a user by name, for Django's sign-in."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """Somebody who can sign in by user name; the telephone number is shared and never unique.

    A first-sign-in slip leaves three marks: the password on it must be changed, it is of no use
    after `slip_expires_at`, and `slip_issued_by_id` has seen it.
    """

    id = models.BigAutoField(primary_key=True)
    username = models.CharField("Tên đăng nhập", max_length=60, unique=True)
    display_name = models.CharField("Họ và tên", max_length=120)
    salutation = models.CharField(
        "Cách gọi", max_length=4, choices=Salutation.choices, default=Salutation.ONG
    )
    phone = models.CharField("Điện thoại", max_length=20, blank=True)
    email = models.EmailField("Thư điện tử", blank=True)
    mails_wanted = models.BooleanField("Nhận lời nhắn qua thư điện tử", default=True)
    is_active = models.BooleanField("Đang dùng", default=True)
    must_change_password = models.BooleanField(default=False)
    slip_issued_by_id = models.BigIntegerField(null=True)
    slip_issued_at = models.DateTimeField(null=True)
    slip_expires_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by_id = models.BigIntegerField(null=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        indexes = [models.Index(fields=["phone"], name="user_by_phone")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(username__regex=r"^[a-z0-9][a-z0-9._-]{1,59}$"),
                name="user_name_is_plain",
            )
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def given_name(self) -> str:
        """Return the given name, by which a Vietnamese is called."""
        return self.display_name.split()[-1] if self.display_name else ""

    @property
    def addressed(self) -> str:
        """Return how the pages speak to this user, as in "cô Lan"."""
        return f"{self.get_salutation_display()} {self.given_name}"

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.given_name

    def has_expired_slip(self, at: datetime) -> bool:
        """Tell whether the password is a slip's and its days are over."""
        expires = self.slip_expires_at
        return self.must_change_password and expires is not None and expires <= at


class ApiToken(models.Model):
    """A program's key to the API: some of its user's words, through one grant, until a day.

    Only the hash is kept. `grant_id` names a grant of `org`, which stands above this app.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens")
    name = models.CharField("Dùng cho việc gì", max_length=80)
    key_hash = models.BinaryField(max_length=32, unique=True)
    starts_with = models.CharField(max_length=12)
    grant_id = models.BigIntegerField()
    words = ArrayField(models.CharField(max_length=40))
    created_at = models.DateTimeField()
    expires_on = models.DateField("Dùng đến ngày")
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "created_at"], name="api_token_by_user")]

    def __str__(self) -> str:
        return self.name


class Letter(models.Model):
    """An e-mail to one user, telling all notices of its day; made first, then sent.

    A letter whose sending was broken off is sent again under the same number, by which mail
    servers know it.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="letters")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(
                fields=["made_at"], condition=models.Q(sent_at__isnull=True), name="letter_unsent"
            )
        ]


class Notice(models.Model):
    """A sentence for one user, with the page it speaks of; told once for one `about`.

    `title` is what may leave the house by e-mail: it names nobody and gives nothing away.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="notices")
    text = models.CharField(max_length=300)
    title = models.CharField(max_length=120, blank=True)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="notices")
    url = models.CharField(max_length=300, blank=True)
    about = models.CharField(max_length=120, help_text="what it is about, so that it is told once")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "about"], name="notice_told_once")]
        indexes = [
            models.Index(fields=["user", "-at"], name="notice_by_user"),
            models.Index(
                fields=["at"],
                condition=models.Q(letter__isnull=True, read_at__isnull=True),
                name="notice_unmailed",
            ),
        ]

    def __str__(self) -> str:
        return self.text
