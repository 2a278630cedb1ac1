"""Ballots: open, secret, or by writing before a paper is adopted.

A secret ballot keeps who has voted and how many votes each choice has, and nothing that ties the
two: no row of a vote, no time of it, no entry of the choice.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from bongca.meetings.enums import BallotForm, Choice
from bongca.meetings.models.meetings import Meeting
from bongca.meetings.models.voting import VotingRule


class Ballot(models.Model):
    """A question put to the vote; `rule` is the majority set on its day, none what is usual."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="ballots")
    form = models.CharField("Hình thức", max_length=8, choices=BallotForm.choices)
    question = models.CharField("Nội dung biểu quyết", max_length=500)
    draft = models.TextField("Dự thảo lấy ý kiến", blank=True)
    majority = models.CharField(max_length=20)
    rule = models.ForeignKey(VotingRule, models.PROTECT, null=True, related_name="ballots")
    due_on = models.DateField("Trả lời trước ngày", null=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_adopted = models.BooleanField(null=True)
    hall_count = models.PositiveIntegerField(
        null=True, help_text="voters present, where hands or papers were counted in the hall"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, is_adopted__isnull=True)
                | Q(closed_at__isnull=False, is_adopted__isnull=False),
                name="ballot_closed_with_outcome",
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_secret(self) -> bool:
        return self.form == BallotForm.SECRET


class BallotVoter(models.Model):
    """Who may vote, and whether they have; never what."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="voters")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    has_voted = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "user"], name="ballot_voter_once")]


class BallotCount(models.Model):
    """How many chose what: the only trace of a secret vote."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="counts")
    choice = models.CharField(max_length=8, choices=Choice.choices)
    votes = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "choice"], name="ballot_choice_once")
        ]


class BallotVoice(models.Model):
    """What one said in an open ballot or in writing, under their own name."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="voices")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    choice = models.CharField(max_length=8, choices=Choice.choices)
    words = models.TextField("Ý kiến", blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "user"], name="ballot_voice_once")]
