from bongca.programmes.models.assignments import (
    Assignment,
    AssignmentEvent,
    Evidence,
    ExtensionRequest,
)
from bongca.programmes.models.milestones import Milestone, MilestoneMark
from bongca.programmes.models.programmes import Programme, Target
from bongca.programmes.models.revisions import Revision
from bongca.programmes.models.tasks import Task

__all__ = [
    "Assignment",
    "AssignmentEvent",
    "Evidence",
    "ExtensionRequest",
    "Milestone",
    "MilestoneMark",
    "Programme",
    "Revision",
    "Target",
    "Task",
]
