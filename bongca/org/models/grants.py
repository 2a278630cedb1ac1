"""Role grants: who holds which role at which unit or partner, between which days."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from bongca.org.models.partners import Partner
from bongca.org.models.units import Unit


class Grant(models.Model):
    """A role of `rules.ROLES` held by a user at one unit or one partner.

    Nobody grants himself, and a grant at Central takes two people: it counts from
    `confirmed_at` on.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="grants")
    role = models.CharField("Vai trò", max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="grants")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="grants")
    title = models.CharField("Chức danh", max_length=120, blank=True)
    during = DateRangeField()
    given_by_id = models.BigIntegerField(null=True)
    given_at = models.DateTimeField(auto_now_add=True)
    confirmed_by_id = models.BigIntegerField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(unit__isnull=False) ^ models.Q(partner__isnull=False),
                name="grant_at_unit_or_partner",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_by_id__isnull=True)
                | ~models.Q(confirmed_by_id=models.F("given_by_id")),
                name="grant_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(given_by_id__isnull=True)
                | ~models.Q(given_by_id=models.F("user_id")),
                name="grant_not_to_oneself",
            ),
            ExclusionConstraint(
                name="grant_once_a_day",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("unit", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["unit", "role"], name="grant_by_unit")]
