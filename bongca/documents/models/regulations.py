"""Quy chế, quy định in force: their days, what they replace, who has read them."""

from django.db import models
from django.db.models import F, Q

from bongca.accounts.models import User
from bongca.documents.models.outgoing import OutgoingDocument
from bongca.org.models import Unit


class Regulation(models.Model):
    """A quy chế or quy định of a unit, between the day it begins and the day it ends."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="regulations")
    title = models.CharField("Tên", max_length=300)
    document = models.ForeignKey(
        OutgoingDocument, models.PROTECT, null=True, related_name="regulations"
    )
    citation = models.CharField("Ban hành kèm theo", max_length=300, blank=True)
    since = models.DateField("Có hiệu lực từ")
    until = models.DateField("Hết hiệu lực từ", null=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")
    amends = models.ForeignKey("self", models.PROTECT, null=True, related_name="amended_by")
    review_due_on = models.DateField("Rà soát trước ngày", null=True)
    reviewed_on = models.DateField(null=True)
    by_label = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="regulation_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["unit", "until"], name="regulation_by_unit")]

    def __str__(self) -> str:
        return self.title


class RegulationReading(models.Model):
    """Somebody has confirmed that he has read a rule."""

    regulation = models.ForeignKey(Regulation, models.CASCADE, related_name="readings")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regulation", "user"], name="regulation_read_once")
        ]
