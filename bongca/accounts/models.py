"""The user: who can sign in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from bongca.accounts.enums import Salutation


class UserManager(BaseUserManager["User"]):
    """Finds a user by name, for Django's sign-in."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """Somebody who can sign in by user name; the telephone number is shared and never unique."""

    id = models.BigAutoField(primary_key=True)
    username = models.CharField("Tên đăng nhập", max_length=60, unique=True)
    display_name = models.CharField("Họ và tên", max_length=120)
    salutation = models.CharField(
        "Cách gọi", max_length=4, choices=Salutation.choices, default=Salutation.ONG
    )
    phone = models.CharField("Điện thoại", max_length=20, blank=True)
    email = models.EmailField("Thư điện tử", blank=True)
    is_active = models.BooleanField("Đang dùng", default=True)
    must_change_password = models.BooleanField(default=False)
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
