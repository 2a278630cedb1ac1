"""Phần việc đếm riêng of a task: what is counted beside the state of the copies."""

from django.db import models

from bongca.programmes.models.assignments import Assignment
from bongca.programmes.models.tasks import Task


class Milestone(models.Model):
    """A part of a task that is counted by itself: "tham luận", "tổ chức hội nghị".

    One `is_for_all` is owed by whoever has a copy; another only by those who took it.
    """

    task = models.ForeignKey(Task, models.CASCADE, related_name="milestones")
    name = models.CharField("Phần việc", max_length=120)
    is_for_all = models.BooleanField("Mọi nơi đều phải làm", default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "name"], name="milestone_named_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="milestone_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class MilestoneMark(models.Model):
    """One place took a part, and has done it or not yet."""

    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="marks")
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="marks")
    taken_at = models.DateTimeField()
    taken_by_label = models.CharField(max_length=200)
    done_at = models.DateTimeField(null=True)
    done_by_label = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["milestone", "assignment"], name="milestone_marked_once"
            )
        ]
