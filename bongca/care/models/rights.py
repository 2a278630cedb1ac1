"""Requests for allowances, and what a person was asked for them."""

from django.db import models
from django.db.models import Q

from bongca.care.enums import Household, RequestState, RightCode, YesNo
from bongca.core.ids import uuid7
from bongca.people.models import Person


class CareAnswers(models.Model):
    """What a person answered when asked; empty where nobody has. Follows the person."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    unit_pos = models.BigIntegerField()
    pension = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    household = models.CharField(max_length=9, choices=Household.choices, blank=True)
    household_year = models.PositiveSmallIntegerField(null=True)
    carer = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    insured = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    answered_on = models.DateField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], name="care_answers_once"),
            models.CheckConstraint(
                condition=~Q(household__in=(Household.POOR, Household.NEAR_POOR))
                | Q(household_year__isnull=False),
                name="care_household_of_a_year",
            ),
        ]
        indexes = [models.Index(fields=["unit_pos", "household"], name="care_answers_by_scope")]


class RightRequest(models.Model):
    """The request of one person for one allowance. Who has no row has handed nothing in.

    Follows the person (`people.signals.person_placed`). A row set aside by a merge is withdrawn.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    unit_pos = models.BigIntegerField()
    code = models.CharField(max_length=20, choices=RightCode.choices)
    state = models.CharField(max_length=10, choices=RequestState.choices)
    handed_in_on = models.DateField("Ngày nộp đơn")
    decided_on = models.DateField("Ngày quyết định", null=True)
    citation = models.CharField("Quyết định", max_length=200, blank=True)
    paid_from = models.DateField("Hưởng từ ngày", null=True)
    refusal = models.CharField("Lý do", max_length=200, blank=True)
    note = models.CharField("Ghi chú", max_length=200, blank=True)
    recorded_by = models.CharField(max_length=200)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "code"],
                condition=Q(withdrawn_at__isnull=True),
                name="care_one_request_a_right",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.REFUSED) | ~Q(refusal=""),
                name="care_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.HANDED_IN) | Q(decided_on__isnull=False),
                name="care_decided_on_a_day",
            ),
        ]
        indexes = [models.Index(fields=["unit_pos", "code", "state"], name="care_request_by_scope")]
