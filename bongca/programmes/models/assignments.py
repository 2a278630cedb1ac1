"""One copy of a task at one place, and all that happened to it there."""

from django.db import models

from bongca.core.models import Attachment
from bongca.offices.models import Body
from bongca.org.models import Partner, Unit
from bongca.programmes.enums import (
    OPEN_STATES,
    AssigneeKind,
    AssignmentState,
    EventKind,
    Part,
)
from bongca.programmes.models.tasks import Task

_IS = models.Q


class Assignment(models.Model):
    """Giao việc: a task's copy for a unit, a body, a partner or a person.

    `unit` is where the copy stands: the unit itself, the body's or the person's unit, for a
    partner the unit that gave the task. `unit_pos` and `tier` are copied from it, since rows may
    pass a million. `giver` is the unit that gave the copy and judges it,
    `parent` the copy of the tier above that this one was cascaded from.
    """

    task = models.ForeignKey(Task, models.CASCADE, related_name="assignments")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    kind = models.CharField(max_length=8, choices=AssigneeKind.choices, default=AssigneeKind.UNIT)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    giver = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit_pos = models.BigIntegerField()
    tier = models.CharField(max_length=10)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="assignments")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="assignments")
    user_id = models.BigIntegerField(null=True)
    person_label = models.CharField(max_length=200, blank=True)
    role = models.CharField("Vai trò", max_length=10, choices=Part.choices, default=Part.IMPLEMENT)
    state = models.CharField(
        max_length=10, choices=AssignmentState.choices, default=AssignmentState.SENT
    )
    due_on = models.DateField("Hạn", null=True)
    addition = models.TextField("Yêu cầu thêm", blank=True)
    sent_at = models.DateTimeField()
    sent_by_label = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField(null=True)
    received_by_label = models.CharField(max_length=200, blank=True)
    handed_in_on = models.DateField(null=True)
    handed_in_by_id = models.BigIntegerField(null=True)
    handed_in_by_label = models.CharField(max_length=200, blank=True, db_default="")
    result = models.TextField("Kết quả", blank=True)
    percent = models.PositiveSmallIntegerField("Đã làm được, %", null=True)
    returned_reason = models.TextField(blank=True)
    late_reason = models.TextField("Vì sao chậm", blank=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_IS(
                    kind="unit", body__isnull=True, partner__isnull=True, user_id__isnull=True
                )
                | _IS(kind="body", body__isnull=False, partner__isnull=True, user_id__isnull=True)
                | _IS(
                    kind="partner", body__isnull=True, partner__isnull=False, user_id__isnull=True
                )
                | (
                    _IS(kind="person", body__isnull=True, partner__isnull=True)
                    & ~_IS(person_label="")
                ),
                name="assignment_to_exactly_one",
            ),
            models.CheckConstraint(
                condition=_IS(percent__isnull=True) | _IS(percent__lte=100),
                name="assignment_percent_to_hundred",
            ),
            models.CheckConstraint(
                condition=_IS(state__in=AssignmentState.values), name="assignment_state_known"
            ),
            models.UniqueConstraint(
                fields=["parent", "unit"],
                condition=_IS(parent__isnull=False, kind="unit"),
                name="assignment_cascaded_once",
            ),
            models.UniqueConstraint(
                fields=["task", "unit"],
                condition=_IS(parent__isnull=True, kind="unit"),
                name="assignment_given_once",
            ),
            models.UniqueConstraint(
                fields=["task", "body"],
                condition=_IS(body__isnull=False),
                name="assignment_to_body_once",
            ),
            models.UniqueConstraint(
                fields=["task", "partner"],
                condition=_IS(partner__isnull=False),
                name="assignment_to_partner_once",
            ),
            models.UniqueConstraint(
                fields=["task", "user_id"],
                condition=_IS(user_id__isnull=False),
                name="assignment_to_person_once",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"], name="assignment_board"),
            models.Index(fields=["task", "tier", "unit_pos", "state"], name="assignment_progress"),
            models.Index(fields=["giver", "state"], name="assignment_by_giver"),
            models.Index(fields=["unit_pos"], name="assignment_by_place"),
            models.Index(
                fields=["due_on"],
                condition=_IS(state__in=[state.value for state in OPEN_STATES]),
                name="assignment_due",
            ),
            models.Index(
                fields=["user_id", "state"],
                condition=_IS(user_id__isnull=False),
                name="assignment_of_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignee}: {self.task.name}"

    @property
    def assignee(self) -> str:
        """Return the name of whom the copy was given to."""
        if self.kind == AssigneeKind.PERSON:
            return self.person_label
        named = {AssigneeKind.BODY: self.body, AssigneeKind.PARTNER: self.partner}
        return str(named.get(AssigneeKind(self.kind)) or self.unit)

    @property
    def is_open(self) -> bool:
        """Tell whether the one it was given to still owes it."""
        return self.state in OPEN_STATES


class AssignmentEvent(models.Model):
    """What happened to a copy: who, when, in which words."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=16, choices=EventKind.choices)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=200)
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["assignment", "at"], name="assignment_event_by_time")]


class Evidence(models.Model):
    """Minh chứng: a photograph, a paper, that a task was done."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="evidence")
    attachment = models.OneToOneField(Attachment, models.PROTECT, related_name="evidence")
    caption = models.CharField("Nói gì", max_length=200, blank=True)
    added_at = models.DateTimeField()
    by_label = models.CharField(max_length=200)


class ExtensionRequest(models.Model):
    """Xin lùi hạn: the day asked for, the reason, and the answer of the one who gave the task."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="extensions")
    wanted_on = models.DateField("Xin lùi đến ngày")
    reason = models.TextField("Lý do")
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    asked_by_label = models.CharField(max_length=200)
    is_granted = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_label = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(is_granted__isnull=True),
                name="extension_asked_once",
            )
        ]
