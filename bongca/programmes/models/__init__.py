from bongca.programmes.models.assignments import (
    Assignment,
    AssignmentEvent,
    Evidence,
    ExtensionRequest,
)
from bongca.programmes.models.programmes import Programme, Target
from bongca.programmes.models.tasks import Task

__all__ = [
    "Assignment",
    "AssignmentEvent",
    "Evidence",
    "ExtensionRequest",
    "Programme",
    "Target",
    "Task",
]
