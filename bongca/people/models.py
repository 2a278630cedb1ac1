"""Persons, what identifies them, and what is sensitive about them."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from bongca.core.ids import uuid7
from bongca.org.models import Unit
from bongca.people.enums import CircumstanceKind, ClaimState, PersonStatus, Precision, Sex


class Person(models.Model):
    """One human being as known to one unit, with the current state lists and scope need.

    `unit` is the branch or group (or the commune, where there is no branch); `unit_pos`,
    `commune` and `province` are copied from it by `org` and checked nightly. No trigger, no
    identity column and no unique index across persons stand on this table (design.md 14.1).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    full_name = models.CharField("Họ và tên", max_length=120)
    sort_key = models.CharField(max_length=400, db_collation="C")
    given_ascii = models.CharField(max_length=40, db_collation="C")
    search_name = models.CharField(max_length=120, db_collation="C")
    match_key = models.CharField(max_length=120, db_collation="C")
    sex = models.CharField("Nam, nữ", max_length=1, choices=Sex.choices, blank=True)
    birth_year = models.SmallIntegerField("Năm sinh", null=True)
    birth_month = models.SmallIntegerField(null=True)
    birth_day = models.SmallIntegerField(null=True)
    died_year = models.SmallIntegerField(null=True)
    died_month = models.SmallIntegerField(null=True)
    died_day = models.SmallIntegerField(null=True)
    phone = models.CharField("Điện thoại", max_length=20, blank=True)
    address = models.CharField("Chỗ ở", max_length=200, blank=True)
    note = models.CharField("Ghi chú", max_length=300, blank=True)
    status = models.CharField(max_length=12, choices=PersonStatus.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    unit_pos = models.BigIntegerField()
    commune = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    province = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    merged_into_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(birth_month__isnull=True)
                | models.Q(birth_month__range=(1, 12), birth_year__isnull=False),
                name="person_birth_month_real",
            ),
            models.CheckConstraint(
                condition=models.Q(birth_day__isnull=True)
                | models.Q(birth_day__range=(1, 31), birth_month__isnull=False),
                name="person_birth_day_real",
            ),
            models.CheckConstraint(
                condition=models.Q(birth_year__isnull=True)
                | models.Q(birth_year__range=(1890, 2100)),
                name="person_birth_year_real",
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit_pos"],
                include=["sex", "birth_year", "status"],
                name="person_by_scope",
            ),
            models.Index(fields=["commune", "sort_key", "id"], name="person_by_commune"),
            models.Index(fields=["province", "sort_key", "id"], name="person_by_province"),
            models.Index(fields=["unit", "sort_key", "id"], name="person_by_unit"),
            models.Index(
                fields=["province", "given_ascii", "sort_key", "id"], name="person_given_province"
            ),
            models.Index(fields=["given_ascii", "unit_pos"], name="person_given_scope"),
            models.Index(fields=["commune", "match_key"], name="person_match_commune"),
            GinIndex(
                models.F("province_id"),
                OpClass("search_name", name="gin_trgm_ops"),
                name="person_name_part",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def birth_precision(self) -> Precision | None:
        """Return how much of the birth date is known, or None when nothing is."""
        if self.birth_year is None:
            return None
        if self.birth_month is None:
            return Precision.YEAR
        return Precision.MONTH if self.birth_day is None else Precision.DAY


class IdentityClaim(models.Model):
    """A citizen ID or old ID number that a person claims; encrypted, found by keyed hash."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="claims")
    unit_pos = models.BigIntegerField()
    number_sealed = models.BinaryField()
    number_hash = models.BinaryField(max_length=32)
    number_length = models.PositiveSmallIntegerField()
    last_digits = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=ClaimState.choices, default=ClaimState.CLAIMED)
    warnings = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["number_hash"], name="claim_by_hash"),
        ]


class ConfirmedIdentity(models.Model):
    """A citizen ID is confirmed for one person in the whole country: keyed by the value itself."""

    number_hash = models.BinaryField(primary_key=True, max_length=32)
    person_id = models.UUIDField()
    confirmed_at = models.DateTimeField()


class SensitiveRecord(models.Model):
    """Ethnicity, religion, Party, health: apart, encrypted, masked (Luật 91/2025/QH15)."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    unit_pos = models.BigIntegerField()
    ethnicity = models.BinaryField(null=True)
    religion = models.BinaryField(null=True)
    party = models.BinaryField(null=True)
    health = models.BinaryField(null=True)
    updated_at = models.DateTimeField(auto_now=True)


class Circumstance(models.Model):
    """How a person lives, by a paper of a year; what no longer holds is voided, not deleted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="circumstances")
    unit_pos = models.BigIntegerField()
    kind = models.CharField(max_length=16, choices=CircumstanceKind.choices)
    proof_year = models.SmallIntegerField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by_id = models.BigIntegerField(null=True)
    voided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(voided_at__isnull=True),
                name="circumstance_once",
            ),
            models.CheckConstraint(
                condition=models.Q(proof_year__isnull=True)
                | models.Q(proof_year__range=(1945, 2100)),
                name="circumstance_year_real",
            ),
        ]
        indexes = [models.Index(fields=["unit_pos", "kind"], name="circumstance_by_scope")]


class FamilyContact(models.Model):
    """Whom to call about a person: a name, how they are related, a number."""

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, related_name="family_contact"
    )
    unit_pos = models.BigIntegerField()
    full_name = models.CharField(max_length=120)
    relation = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    updated_at = models.DateTimeField(auto_now=True)


class PersonMerge(models.Model):
    """Two rows that were one human being; keeps what undoing needs."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kept_id = models.UUIDField()
    gone_id = models.UUIDField()
    unit_pos = models.BigIntegerField()
    inverse = models.JSONField()
    merged_by_id = models.BigIntegerField(null=True)
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["gone_id"], name="merge_by_gone")]


class UserPerson(models.Model):
    """Which person a user is: a user is nobody or one person of the register."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="person_link"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
