"""One act on several members, kept so that it can be taken back as one."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from bongca.admissions.enums import TogetherKind
from bongca.core.ids import uuid7
from bongca.org.models import Unit


class TogetherAct(models.Model):
    """What was recorded of several members at once: the periods it wrote, by their keys.

    It bears no person: the periods stand behind the wall, where undoing finds them or does not.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=TogetherKind.choices)
    periods = ArrayField(models.UUIDField())
    done_at = models.DateTimeField()
    done_by_id = models.BigIntegerField(null=True)
    undone_at = models.DateTimeField(null=True)
