"""What happened to a paper, step by step."""

from django.db import models
from django.db.models import Q

from bongca.documents.enums import StepKind
from bongca.documents.models.incoming import IncomingDocument
from bongca.documents.models.outgoing import OutgoingDocument


class DocumentStep(models.Model):
    """One step of one paper: what, when, by whom, in which words. Never changed."""

    incoming = models.ForeignKey(IncomingDocument, models.CASCADE, null=True, related_name="steps")
    outgoing = models.ForeignKey(OutgoingDocument, models.CASCADE, null=True, related_name="steps")
    kind = models.CharField(max_length=12, choices=StepKind.choices)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=200)
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(incoming__isnull=True) ^ Q(outgoing__isnull=True),
                name="step_of_one_paper",
            )
        ]
