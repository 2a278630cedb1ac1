"""Forms, rounds, reports and their figures."""

from bongca.reporting.models.figures import Amendment, CountedFigure, Figure, Narrative
from bongca.reporting.models.forms import Form, FormLine, NarrativeSection
from bongca.reporting.models.reports import Report, ReportEvent
from bongca.reporting.models.rounds import Round, RoundDue

__all__ = [
    "Amendment",
    "CountedFigure",
    "Figure",
    "Form",
    "FormLine",
    "Narrative",
    "NarrativeSection",
    "Report",
    "ReportEvent",
    "Round",
    "RoundDue",
]
