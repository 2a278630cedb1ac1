"""How many must be there, and how many decide: settings with their days, never overwritten."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q


class VotingRule(models.Model):
    """A quorum or a majority between two days; a change is a new row from its day on.

    What nobody has set yet is the usage written in rules.majorities under the same code. `basis`
    names the paper it stands on; without one the pages say that none is known.
    """

    code = models.CharField(max_length=20)
    numerator = models.PositiveSmallIntegerField()
    denominator = models.PositiveSmallIntegerField()
    of_list = models.BooleanField()
    is_strict = models.BooleanField()
    basis = models.CharField("Căn cứ", max_length=200, blank=True)
    during = DateRangeField()
    set_at = models.DateTimeField()
    set_by_label = models.CharField(max_length=200)

    class Meta:
        ordering = ["code", "during"]
        constraints = [
            models.CheckConstraint(
                condition=Q(numerator__gte=1, numerator__lte=F("denominator")),
                name="voting_share_is_a_share",
            ),
            ExclusionConstraint(
                name="voting_rule_one_a_day",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]
