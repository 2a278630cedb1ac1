"""Biên bản: revisions, and those who confirmed each."""

from django.conf import settings
from django.db import models

from bongca.documents.models import OutgoingDocument
from bongca.meetings.models.meetings import Meeting


class MinutesRevision(models.Model):
    """The minutes as written once; a correction is a new revision, the old one stays."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="minutes")
    number = models.PositiveSmallIntegerField()
    text = models.TextField("Nội dung biên bản")
    document = models.OneToOneField(
        OutgoingDocument, models.PROTECT, null=True, related_name="minutes_revision"
    )
    written_at = models.DateTimeField()
    written_by_label = models.CharField(max_length=200)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_number_once")
        ]


class MinutesConfirmation(models.Model):
    """An attendant's word on one revision: as it was, or what should be put right."""

    revision = models.ForeignKey(MinutesRevision, models.CASCADE, related_name="confirmations")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.CharField("Điều cần sửa", max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "user"], name="minutes_confirmed_once"),
            models.CheckConstraint(
                condition=models.Q(agrees=True) | ~models.Q(note=""),
                name="minutes_objection_says_what",
            ),
        ]
