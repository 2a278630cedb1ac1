"""Where the papers of a meeting stand in the register, and what a paper or task came from."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bongca.core.actor import Actor
from bongca.core.ui import State, Tag
from bongca.documents.enums import OutgoingState
from bongca.documents.models import OutgoingDocument
from bongca.documents.policies import visible_outgoing
from bongca.meetings.models import Conclusion, Meeting
from bongca.meetings.policies import visible_meetings
from bongca.programmes.models import Task

_SHAPES = {
    OutgoingState.DRAFT: State.DRAFTING,
    OutgoingState.COMMENTING: State.UNCLEAR,
    OutgoingState.INITIALLED: State.SUBMITTED,
    OutgoingState.SENT: State.UNACKNOWLEDGED,
    OutgoingState.RECALLED: State.RETURNED,
    OutgoingState.REPLACED: State.RETURNED,
}


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """A paper of a meeting as its page shows it; `url` only for those who may open it."""

    name: str
    document: OutgoingDocument
    url: str

    @property
    def tag(self) -> Tag:
        """The step it has reached."""
        state = OutgoingState(self.document.state)
        return _SHAPES.get(state, State.ACCEPTED).tag(str(state.label))

    @property
    def detail(self) -> str:
        """Its number and day, where the book has given them."""
        if not self.document.symbol or self.document.issued_on is None:
            return "chưa cho số"
        return f"số {self.document.symbol} ngày {self.document.issued_on:%d/%m/%Y}"


def paper_standings(actor: Actor, meeting: Meeting) -> list[PaperStanding]:
    """Return the papers of a meeting that stand in the register, the notice first."""
    return [*notice_standings(actor, meeting), *minutes_standings(actor, meeting)]


def notice_standings(actor: Actor, meeting: Meeting) -> list[PaperStanding]:
    """Return the paper of the notice, where there is one; one statement."""
    notice = getattr(meeting, "notice", None)
    named = [("Thông báo kết luận", notice.document)] if notice and notice.document else []
    return _standing(actor, named)


def minutes_standings(actor: Actor, meeting: Meeting) -> list[PaperStanding]:
    """Return the papers of the minutes, the latest first; two statements."""
    drawn = meeting.minutes.filter(document__isnull=False).select_related("document")
    named = [(f"Biên bản, bản thứ {one.number}", one.document) for one in drawn if one.document]
    return _standing(actor, named)


def _standing(actor: Actor, named: list[tuple[str, OutgoingDocument]]) -> list[PaperStanding]:
    keys = [document.pk for _, document in named]
    seen = set(visible_outgoing(actor).filter(pk__in=keys).values_list("pk", flat=True))
    return [
        PaperStanding(
            name, one, reverse("documents:outgoing_detail", args=[one.pk]) if one.pk in seen else ""
        )
        for name, one in named
    ]


_LINK = '<p><a class="govuk-link bc-target" href="{}">{}</a></p>'


def document_panel(request: HttpRequest, document: OutgoingDocument) -> SafeString | str:
    """Lead from a paper to the meeting it came from, for those who may see that meeting."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    seen = visible_meetings(actor)
    meeting = seen.filter(notice__document=document).first()
    if meeting is not None:
        url = reverse("meetings:conclusion_list", args=[meeting.pk])
        return format_html(_LINK, url, f"Các kết luận của cuộc họp: {meeting.name}")
    meeting = seen.filter(minutes__document=document).first()
    if meeting is not None:
        url = reverse("meetings:minutes", args=[meeting.pk])
        return format_html(_LINK, url, f"Biên bản của cuộc họp: {meeting.name}")
    return ""


def task_panel(request: HttpRequest, task: Task) -> SafeString | str:
    """Lead from a task to the conclusion it came from, for those who may see that meeting."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    rows = Conclusion.objects.filter(task=task, meeting__in=visible_meetings(actor).values("pk"))
    conclusion = rows.select_related("meeting").first()
    if conclusion is None:
        return ""
    url = reverse("meetings:conclusion_list", args=[conclusion.meeting_id])
    words = f"Kết luận số {conclusion.number} của cuộc họp: {conclusion.meeting.name}"
    return format_html(_LINK, f"{url}#kl{conclusion.number}", words)
