"""On which basis a class of data is held and how long, as a unit has settled it."""

from django.db import models

from bongca.org.models import Unit


class SettledHolding(models.Model):
    """Basis and time of keeping of one class of data from a day on; holds for the units below.

    The class is a code of `rules.inventory.HOLDINGS`. Never changed, only followed.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    from_on = models.DateField("Áp dụng từ ngày")
    basis = models.CharField("Căn cứ", max_length=200)
    kept = models.CharField("Giữ bao lâu", max_length=120)
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "code", "from_on"], name="privacy_settled_once_a_day"
            ),
            models.CheckConstraint(
                condition=~models.Q(basis="") & ~models.Q(kept=""),
                name="privacy_settled_in_words",
            ),
        ]
