"""What people agree to, and that they did."""

from django.db import models
from django.db.models import F, Q

from bongca.core.ids import uuid7
from bongca.core.models import Attachment
from bongca.org.models import Unit
from bongca.people.models import Person
from bongca.privacy.enums import HowGiven


class ConsentText(models.Model):
    """The words a unit asks people to agree to from a day on; never changed, only followed."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    from_on = models.DateField("Dùng từ ngày")
    purpose = models.CharField("Dùng dữ liệu để làm gì", max_length=200)
    body = models.TextField("Nội dung đồng ý")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "from_on"], name="privacy_one_text_a_day")
        ]

    def __str__(self) -> str:
        return f"Bản từ ngày {self.from_on:%d/%m/%Y}: {self.purpose}"


class Consent(models.Model):
    """That a person agreed to a text, how it is proved, and that they took it back.

    Follows the person (`people.signals.person_placed`). A row of a merged person that says what
    the kept one has already said is set aside.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit_pos = models.BigIntegerField()
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="+", db_index=False)
    how = models.CharField(max_length=6, choices=HowGiven.choices)
    given_on = models.DateField()
    witness = models.CharField(max_length=120, blank=True)
    scan = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    recorded_by = models.CharField(max_length=200)
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)
    set_aside_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "text"],
                condition=Q(withdrawn_on__isnull=True, set_aside_at__isnull=True),
                name="privacy_consent_once",
            ),
            models.CheckConstraint(
                condition=Q(how=HowGiven.PAPER, scan__isnull=False)
                | (Q(how=HowGiven.ORAL) & ~Q(witness="")),
                name="privacy_consent_is_proved",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="privacy_withdrawn_after_given",
            ),
        ]
        indexes = [models.Index(fields=["unit_pos"], name="privacy_consent_by_scope")]
