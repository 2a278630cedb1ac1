"""Tables of the house itself: audit, attachments, idempotency, the installation."""

from django.db import models

from bongca.core.ids import uuid7
from bongca.core.jobs.models import JobRun

__all__ = [
    "Attachment",
    "AuditEntry",
    "AuditSeal",
    "AuditSubjectKey",
    "Installation",
    "JobRun",
    "PostedForm",
]


class Installation(models.Model):
    """The one row that says what this database is: a demonstration, or the real thing."""

    is_demonstration = models.BooleanField(default=False)
    audit_epoch = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="installation_is_one_row")
        ]


class AuditEntry(models.Model):
    """One write, by whom, in whose name, on what; personal values only in `sealed`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    epoch = models.PositiveIntegerField()
    xid = models.BigIntegerField(
        help_text="transaction id; entries below the snapshot horizon are final and are sealed"
    )
    at = models.DateTimeField()
    user_id = models.BigIntegerField(null=True)
    actor_label = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    unit_id = models.BigIntegerField(null=True)
    act = models.CharField(max_length=80)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=64)
    changes = models.JSONField(default=dict)
    person_id = models.UUIDField(null=True)
    sealed = models.BinaryField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["epoch", "xid", "id"], name="audit_by_horizon"),
            models.Index(fields=["object_type", "object_id", "at"], name="audit_by_object"),
            models.Index(fields=["unit_id", "at"], name="audit_by_unit"),
        ]


class AuditSeal(models.Model):
    """The hash over one batch of entries and the seal before it; a chain without gaps."""

    number = models.BigIntegerField(primary_key=True)
    epoch = models.PositiveIntegerField()
    from_xid = models.BigIntegerField()
    to_xid = models.BigIntegerField()
    entry_count = models.PositiveIntegerField()
    previous_hash = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField()


class AuditSubjectKey(models.Model):
    """The key under which the personal values about one person are sealed; erasure destroys it."""

    person_id = models.UUIDField(primary_key=True)
    wrapped_key = models.BinaryField()


class Attachment(models.Model):
    """An uploaded or produced file, kept unchanged under its hash and reached only by policy."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    purpose = models.CharField(max_length=60)
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    unit_id = models.BigIntegerField(null=True)
    user_id = models.BigIntegerField(null=True)
    stored_at = models.DateTimeField()
    keep_until = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["keep_until"], name="attachment_by_retention")]

    @property
    def path(self) -> str:
        """Return where it lies below FILES_DIR."""
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}"


class PostedForm(models.Model):
    """The key of a form already taken in, and where its sender was sent: a second press is safe."""

    key = models.UUIDField()
    user_id = models.BigIntegerField()
    location = models.CharField(max_length=500)
    posted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user_id", "key"], name="posted_form_taken_once")
        ]
        indexes = [models.Index(fields=["posted_at"], name="posted_form_by_age")]
