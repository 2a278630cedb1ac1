"""Number books, what is said of their gaps, and the sign a unit writes behind its numbers."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from bongca.core.ids import uuid7
from bongca.documents.enums import BookKind, Direction, Secrecy
from bongca.org.models import Unit


class NumberBook(models.Model):
    """Sổ đăng ký: one unit, one year, one direction, one kind; numbers begin at 01.

    `last_number` is the only source of numbers. It is raised in the transaction of the entry
    itself, with the row locked, so that a number given and an entry written stand or fall together.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="number_books")
    year = models.PositiveSmallIntegerField("Năm")
    direction = models.CharField("Chiều", max_length=3, choices=Direction.choices)
    kind = models.CharField("Loại sổ", max_length=14, choices=BookKind.choices)
    last_number = models.PositiveIntegerField("Số cuối", default=0)
    paper_number = models.PositiveIntegerField(
        "Số cuối trên sổ giấy", default=0, help_text="numbers up to this one stand in a paper book"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "direction", "kind"], name="number_book_once_a_year"
            ),
            models.UniqueConstraint(fields=["id", "kind"], name="number_book_of_its_kind"),
            models.UniqueConstraint(fields=["id", "unit"], name="number_book_of_its_unit"),
            models.CheckConstraint(
                condition=Q(last_number__gte=F("paper_number")), name="number_book_goes_on"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()}, {self.get_kind_display().lower()}, {self.year}"

    @property
    def first_number(self) -> int:
        """The first number that is given here and not on paper."""
        return self.paper_number + 1

    @property
    def is_secret(self) -> bool:
        return self.kind == BookKind.SECRET


class NumberGap(models.Model):
    """A number that was left out on purpose, and why."""

    book = models.ForeignKey(NumberBook, models.PROTECT, related_name="gaps")
    number = models.PositiveIntegerField("Số")
    reason = models.CharField("Lý do", max_length=300)
    at = models.DateTimeField()
    by_label = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="number_gap_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="number_gap_says_why"),
        ]


class IssuerSign(models.Model):
    """The sign of a unit in its symbols between two days: HNCT, BĐD, HNCT-BCS."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="issuer_signs")
    sign = models.CharField("Ký hiệu", max_length=24)
    during = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="issuer_sign_one_a_day",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]


class SecretEntry(models.Model):
    """The entry of a paper marked Mật or above: that it exists, and nothing of what it says.

    There is no column for a scan, a text or an abstract, and the database lets no such paper
    into the tables that have them (`paper_in_no_secret_book`).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(NumberBook, models.PROTECT, related_name="secret_entries")
    book_kind = models.CharField(max_length=14, default=BookKind.SECRET)
    number = models.PositiveIntegerField("Số")
    suffix = models.CharField(max_length=2, blank=True)
    on = models.DateField("Ngày vào sổ")
    secrecy = models.CharField("Độ mật", max_length=12, choices=Secrecy.choices)
    type_sign = models.CharField("Loại", max_length=8, blank=True)
    symbol = models.CharField("Số, ký hiệu", max_length=40, blank=True)
    written_on = models.DateField("Ngày văn bản", null=True)
    place = models.CharField("Nơi gửi hoặc nơi nhận", max_length=120)
    kept_by = models.CharField("Người giữ", max_length=80)
    at = models.DateTimeField()
    by_label = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["book", "number", "suffix"], name="secret_number_given_once"
            ),
            models.CheckConstraint(
                condition=Q(book_kind=BookKind.SECRET), name="secret_entry_in_its_own_book"
            ),
            models.CheckConstraint(
                condition=Q(secrecy__in=Secrecy.values), name="secret_entry_has_a_mark"
            ),
        ]
