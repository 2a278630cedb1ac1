"""Chương trình, kế hoạch, đề án of a unit, and what they are to reach."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from bongca.indicators.models import Indicator
from bongca.org.models import Partner, Unit
from bongca.programmes.enums import ProgrammeKind


class Programme(models.Model):
    """A programme of a unit: of the term, of a year, a plan, a scheme, or a joint plan.

    A joint plan has a partner, whose liaison reads it with its tasks and nothing else.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="programmes")
    kind = models.CharField("Loại", max_length=8, choices=ProgrammeKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    name = models.CharField("Tên", max_length=300)
    during = DateRangeField("Thời gian")
    citation = models.CharField("Theo văn bản", max_length=300, blank=True)
    citation_symbol = models.CharField("Số, ký hiệu", max_length=60, blank=True)
    citation_on = models.DateField("Ngày văn bản", null=True)
    citation_issuer = models.CharField("Nơi ban hành", max_length=200, blank=True)
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="joint_plans")
    own_part = models.TextField("Phần việc của Hội", blank=True)
    partner_part = models.TextField("Phần việc của đơn vị phối hợp", blank=True)
    review = models.TextField("Hai bên cùng nhìn lại", blank=True)
    reviewed_on = models.DateField(null=True)
    budget_vnd = models.BigIntegerField("Kinh phí", null=True)
    resources = models.TextField("Nguồn lực huy động", blank=True)
    people = models.TextField("Người phụ trách", blank=True, db_default="")
    created_at = models.DateTimeField()
    created_by_label = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="joint") | models.Q(partner__isnull=False),
                name="programme_joint_has_partner",
            ),
            models.CheckConstraint(
                condition=models.Q(budget_vnd__isnull=True) | models.Q(budget_vnd__gte=0),
                name="programme_budget_not_negative",
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="programme_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """Chỉ tiêu of a programme: a figure of the catalogue, or words, with a value and a day."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="targets")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="+")
    words = models.CharField("Chỉ tiêu", max_length=300, blank=True)
    value = models.DecimalField("Phải đạt", max_digits=18, decimal_places=2, null=True)
    measure = models.CharField("Đơn vị tính", max_length=40, blank=True)
    due_on = models.DateField("Đến ngày", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(indicator__isnull=False) | ~models.Q(words=""),
                name="target_says_what",
            )
        ]

    def __str__(self) -> str:
        return self.words or str(self.indicator)
