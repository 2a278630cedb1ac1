"""Who works with the Association from outside the tree."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from bongca.org.enums import PartnerKind


class Partner(models.Model):
    """A ministry, enterprise, sponsor or newspaper; a liaison's grant is at a partner."""

    name = models.CharField("Tên", max_length=200, unique=True)
    kind = models.CharField("Loại", max_length=20, choices=PartnerKind.choices)
    search_name = models.CharField(max_length=200)
    phone = models.CharField("Điện thoại", max_length=20, blank=True)
    during = DateRangeField()

    def __str__(self) -> str:
        return self.name
