"""What stands on the pages of a meeting: the texts read for it, and the way to read one more."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from bongca.core.actor import Actor
from bongca.core.ui.written import short_date
from bongca.meetings.models import Meeting
from bongca.meetings.policies import can_write
from bongca.readings.models import Reading

MOST = 5
_LINK = '<p><a class="govuk-link bc-target" href="{}">Văn bản đã đọc ngày {}</a></p>'
_BUTTON = '<a class="govuk-button bc-button--second" href="{}">Đọc văn bản để lấy kết luận</a>'


def readings_panel(request: HttpRequest, meeting: Meeting) -> SafeString | str:
    """Lead from a meeting, which the page has shown to be in sight, to its latest texts."""
    rows = Reading.objects.filter(meeting=meeting)[:MOST]
    links = [
        (reverse("readings:reading_detail", args=[one.pk]), short_date(one.read_at)) for one in rows
    ]
    return format_html_join("", _LINK, links)


def act_of_meeting(request: HttpRequest, meeting: Meeting) -> SafeString | str:
    """Offer, on the page of a meeting that has been held, to read a text."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    return act_of_conclusions(request, meeting) if meeting.is_past(actor.today) else ""


def act_of_conclusions(request: HttpRequest, meeting: Meeting) -> SafeString | str:
    """Offer, beside the conclusions, to read a text: as long as they may be worded."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    if hasattr(meeting, "notice") or not can_write(actor, meeting):
        return ""
    return format_html(_BUTTON, reverse("readings:reading_add", args=[meeting.pk]))
