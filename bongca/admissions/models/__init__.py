"""Applications, transfers, pauses."""

from bongca.admissions.models.applications import Application
from bongca.admissions.models.pauses import Pause
from bongca.admissions.models.together import TogetherAct
from bongca.admissions.models.transfers import Transfer

__all__ = ["Application", "Pause", "TogetherAct", "Transfer"]
