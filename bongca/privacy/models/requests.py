"""What a person asks about their own data, and until when it is owed."""

from django.db import models
from django.db.models import Q

from bongca.core.ids import uuid7
from bongca.people.models import Person
from bongca.privacy.enums import OPEN_STATES, RequestKind, RequestState


class PersonRequest(models.Model):
    """One request with its two days: to answer, and to have it done. Follows the person.

    `due_on` is the next of the two, and empty once the request is closed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit_pos = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=RequestKind.choices)
    state = models.CharField(max_length=8, choices=RequestState.choices)
    words = models.CharField("Người ấy yêu cầu gì", max_length=1000)
    received_on = models.DateField()
    answer_by = models.DateField()
    finish_by = models.DateField()
    due_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = models.CharField(max_length=1000, blank=True)
    extended_why = models.CharField(max_length=200, blank=True)
    closed_on = models.DateField(null=True)
    result = models.CharField(max_length=1000, blank=True)
    recorded_by = models.CharField(max_length=200)
    answered_by = models.CharField(max_length=200, blank=True)
    closed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, closed_on__isnull=True, due_on__isnull=False)
                | (
                    Q(state__in=(RequestState.DONE, RequestState.REFUSED))
                    & Q(closed_on__isnull=False, due_on__isnull=True)
                    & ~Q(result="")
                ),
                name="privacy_request_open_or_closed",
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.RECEIVED) | ~Q(answer=""),
                name="privacy_request_answered_in_words",
            ),
        ]
        indexes = [
            models.Index(fields=["unit_pos", "due_on"], name="privacy_request_by_scope"),
        ]

    @property
    def is_open(self) -> bool:
        """Tell whether something is still owed."""
        return self.state in OPEN_STATES
