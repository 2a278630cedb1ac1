"""Someone asks to become a member, and what was decided."""

from django.db import models

from bongca.admissions.enums import ApplicationState, AskedHow, UnderSixty
from bongca.core.ids import uuid7
from bongca.members.enums import MemberKind
from bongca.org.models import Unit
from bongca.people.models import Person


class Application(models.Model):
    """A person asks a unit to take them in; `unit_pos` is that of `unit`.

    The person stands in the register from the asking on, as no member. `decided_by` is the chi hội
    or, where there is none, the commune's committee (domain.md 3.1).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="applications")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit_pos = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=MemberKind.choices)
    asked_how = models.CharField(max_length=8, choices=AskedHow.choices)
    asked_on = models.DateField()
    under_sixty = models.CharField(max_length=8, choices=UnderSixty.choices, blank=True)
    note = models.CharField(max_length=300, blank=True)
    state = models.CharField(
        max_length=10, choices=ApplicationState.choices, default=ApplicationState.WAITING
    )
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    citation = models.CharField(max_length=200, blank=True)
    refusal = models.CharField(max_length=300, blank=True)
    membership_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(state="waiting"),
                name="application_one_waiting",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="refused") | ~models.Q(refusal=""),
                name="application_refused_says_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="recognised")
                | (
                    models.Q(decided_on__isnull=False, decided_by__isnull=False)
                    & ~models.Q(citation="")
                ),
                name="application_recognised_on_paper",
            ),
        ]
        indexes = [
            models.Index(fields=["unit_pos", "state", "asked_on"], name="application_by_scope")
        ]
