"""How cards look and are numbered from a day on, and the campaigns that change them."""

from django.db import models

from bongca.cards.enums import Prefix
from bongca.org.models import Unit


class CardDesign(models.Model):
    """The face and the number pattern of cards made from a day on; one for the country.

    domain.md 3.4: one design for the country, with the signature of the Chủ tịch in office; fields,
    size and number format were not found, so each of them is set here.
    """

    since = models.DateField("Dùng từ ngày", unique=True)
    issuer = models.CharField("Dòng trên cùng", max_length=80)
    title = models.CharField("Tên thẻ", max_length=60)
    signatory_title = models.CharField("Chức danh người ký", max_length=80, blank=True)
    signatory_name = models.CharField("Người ký", max_length=80, blank=True)
    prefix = models.CharField(
        "Số thẻ bắt đầu bằng", max_length=8, choices=Prefix.choices, default=Prefix.COMMUNE
    )
    digits = models.PositiveSmallIntegerField("Số chữ số của số thứ tự", default=6)
    width_tenth_mm = models.PositiveSmallIntegerField("Chiều rộng (phần mười mm)", default=856)
    height_tenth_mm = models.PositiveSmallIntegerField("Chiều cao (phần mười mm)", default=540)
    basis = models.CharField("Theo văn bản", max_length=200, blank=True)
    set_at = models.DateTimeField()
    set_by_label = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(digits__range=(4, 8)), name="card_digits_in_range"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    width_tenth_mm__range=(600, 950), height_tenth_mm__range=(400, 700)
                ),
                name="card_size_fits_a4",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.since:%d/%m/%Y}"


class Campaign(models.Model):
    """Đợt đổi thẻ: every commune makes new cards, because the design or the Chủ tịch changed."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField("Tên đợt", max_length=160)
    basis = models.CharField("Theo văn bản", max_length=200, blank=True)
    opened_on = models.DateField("Bắt đầu")
    due_on = models.DateField("Xong trước ngày", null=True)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=True)
                | models.Q(due_on__gte=models.F("opened_on")),
                name="campaign_due_after_opening",
            )
        ]

    def __str__(self) -> str:
        return self.name
