"""Nhiệm vụ: what is to be done, said once by the unit that gives it."""

from django.db import models

from bongca.org.models import Unit
from bongca.programmes.enums import Gathering, Repeats, SourceKind, TaskState
from bongca.programmes.models.programmes import Programme


class Task(models.Model):
    """A duty, as its unit words it. Who carries it out are its assignments.

    `due_said` is the deadline as it was said ("quý IV"), `due_since`/`due_on` the days it means.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="tasks_given")
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="tasks")
    name = models.CharField("Nhiệm vụ", max_length=300)
    words = models.TextField("Nội dung", blank=True)
    due_said = models.CharField("Hạn, như đã nói", max_length=80, blank=True)
    due_since = models.DateField(null=True)
    due_on = models.DateField("Hạn", null=True)
    is_key = models.BooleanField("Nhiệm vụ trọng tâm", default=False)
    source_kind = models.CharField(
        "Xuất xứ", max_length=12, choices=SourceKind.choices, default=SourceKind.OWN
    )
    source_words = models.TextField("Lời gốc", blank=True)
    citation_symbol = models.CharField("Số, ký hiệu văn bản", max_length=60, blank=True)
    citation_on = models.DateField("Ngày văn bản", null=True)
    citation_issuer = models.CharField("Nơi ban hành", max_length=200, blank=True)
    gathering = models.CharField(
        "Hội nghị, chuyến đi", max_length=10, choices=Gathering.choices, blank=True
    )
    place = models.CharField("Nơi tổ chức", max_length=160, blank=True)
    guests = models.CharField("Khách mời", max_length=400, blank=True)
    budget_vnd = models.BigIntegerField("Kinh phí dự kiến", null=True)
    repeats = models.CharField("Lặp lại", max_length=8, choices=Repeats.choices, blank=True)
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="copies")
    state = models.CharField(max_length=10, choices=TaskState.choices, default=TaskState.OPEN)
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True)
    created_by_label = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_since__isnull=True)
                | models.Q(due_on__gte=models.F("due_since")),
                name="task_due_span",
            ),
            models.CheckConstraint(
                condition=models.Q(budget_vnd__isnull=True) | models.Q(budget_vnd__gte=0),
                name="task_budget_not_negative",
            ),
            models.UniqueConstraint(
                fields=["copied_from"],
                condition=models.Q(copied_from__isnull=False),
                name="task_copied_once",
            ),
        ]
        indexes = [models.Index(fields=["unit", "state", "due_on"], name="task_by_unit")]

    def __str__(self) -> str:
        return self.name
