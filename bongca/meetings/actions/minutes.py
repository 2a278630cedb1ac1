"""Biên bản: written in revisions, confirmed by those who were there."""

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.meetings.actions.refusals import CONSTRAINT_SENTENCES, NotToCome
from bongca.meetings.models import Meeting, MinutesConfirmation, MinutesRevision
from bongca.meetings.policies import attended
from bongca.org.policies import require_writable


@transaction.atomic
def write_minutes(
    *, actor: Actor, meeting: Meeting, text: str, based_on: int | None = None
) -> MinutesRevision:
    """Write the minutes, or a new revision of them; what was confirmed stays with its revision.

    Raises NotAllowed, Frozen, NotToCome, and DomainError when somebody wrote one meanwhile.
    """
    require_writable(actor, "meetings.keep", meeting.unit)
    if not meeting.is_past(actor.today):
        raise NotToCome
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    last = MinutesRevision.objects.filter(meeting=meeting).order_by("-number").first()
    number = last.number if last else 0
    if based_on is not None and based_on != number:
        raise DomainError(
            "minutes_changed",
            f"Đã có bản thứ {number} do {last.written_by_label if last else ''} ghi. Xin mở bản ấy"
            " rồi sửa tiếp.",
            status=409,
        )
    revision = MinutesRevision.objects.create(
        meeting=meeting, number=number + 1, text=nfc(text).strip(), written_at=clock.now(),
        written_by_label=actor.label,
    )  # fmt: skip
    audit.record(actor, "meetings.write_minutes", revision, changes={"number": revision.number})
    return revision


@transaction.atomic
def confirm_minutes(
    *, actor: Actor, revision: MinutesRevision, agrees: bool, note: str = ""
) -> MinutesConfirmation:
    """Say that the latest revision is as it was, or what to put right.

    Raises NotAllowed for whoever was not there, DomainError for a second answer, an older
    revision, or an objection without words.
    """
    if not attended(actor, revision.meeting):
        raise NotAllowed("meetings.view", "Chỉ người dự họp mới xác nhận biên bản.")
    latest = MinutesRevision.objects.filter(meeting=revision.meeting).order_by("-number")[0]
    if latest.pk != revision.pk:
        raise DomainError("minutes_changed", "Biên bản đã có bản mới. Xin đọc bản mới.", status=409)
    if not agrees and not note.strip():
        raise DomainError("minutes_objection_says_what", "Xin ghi rõ điều cần sửa.", field="note")
    with said_in_words(CONSTRAINT_SENTENCES):
        confirmation = MinutesConfirmation.objects.create(
            revision=revision, user_id=actor.user_id or 0, agrees=agrees, note=nfc(note).strip(),
            at=clock.now(),
        )  # fmt: skip
    audit.record(actor, "meetings.confirm_minutes", revision, changes={"agrees": agrees})
    return confirmation
