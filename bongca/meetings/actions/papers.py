"""Thông báo kết luận and biên bản as papers of the register: drafted here, signed there."""

from dataclasses import replace

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor, Reach
from bongca.core.errors import DomainError
from bongca.documents import policies as documents
from bongca.documents.actions.outgoing import Draft, draft_outgoing, edit_draft
from bongca.documents.actions.recipients import To
from bongca.documents.models import OutgoingDocument
from bongca.meetings.models import Meeting, MinutesRevision
from bongca.meetings.queries import composing
from bongca.meetings.queries.conclusions import standings
from bongca.meetings.queries.meetings import attendance_of, minutes_of, outcomes_of
from bongca.meetings.queries.signing import notice_signers
from bongca.org.policies import require_writable


def draft_notice_paper(actor: Actor, meeting: Meeting) -> OutgoingDocument:
    """Draft the thông báo kết luận of a meeting that is being published.

    A leader who drafts no papers may publish: then the paper is the system's draft, and the
    office takes it from there. Raises NotAllowed, Frozen.
    """
    attendance = attendance_of(meeting)
    rows = standings(actor, meeting)
    receivers = composing.receivers(meeting, rows, attendance)
    return draft_outgoing(
        actor=_drafter(actor),
        unit=meeting.unit,
        draft=Draft(
            abstract=composing.notice_abstract(meeting),
            type_sign="TB",
            blocks=composing.notice_blocks(meeting, rows, attendance),
            signers=notice_signers(actor, meeting),
            recipients=tuple(To(one.name, one.unit, one.partner) for one in receivers),
        ),
    )


def _drafter(actor: Actor) -> Actor:
    if actor.is_system or actor.reach(documents.DRAFT) is Reach.UNIT:
        return actor
    return Actor.system(actor.today, label="Phần mềm soạn khi ban hành kết luận")


@transaction.atomic
def draft_minutes_paper(*, actor: Actor, meeting: Meeting) -> OutgoingDocument:
    """Draft the biên bản from the latest revision, or write the draft there is anew.

    A revision has one paper. One that was signed stays as it is: a later revision gets its own.
    Raises NotAllowed, Frozen, and DomainError without minutes.
    """
    require_writable(actor, "meetings.keep", meeting.unit)
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    revision = minutes_of(meeting)
    if revision is None:
        raise DomainError("no_minutes", "Chưa có biên bản. Xin ghi biên bản trước.")
    former = _former(meeting)
    if former is not None and former.document is not None and former.pk == revision.pk:
        return former.document
    draft = _minutes_draft(actor, meeting, revision)
    if former is not None and former.document is not None and former.document.is_draft:
        paper = former.document
        kept = replace(draft, recipients=_kept_recipients(paper), urgency=paper.urgency)
        edit_draft(actor=actor, document_id=paper.pk, draft=kept, version=paper.version)
        MinutesRevision.objects.filter(pk=former.pk).update(document=None)
    else:
        paper = draft_outgoing(actor=actor, unit=meeting.unit, draft=draft)
    MinutesRevision.objects.filter(pk=revision.pk).update(document=paper)
    audit.record(
        actor, "meetings.draft_minutes_paper", revision, changes={"document": str(paper.pk)}
    )
    return paper


def _kept_recipients(paper: OutgoingDocument) -> tuple[To, ...]:
    """Whom the office has put on the list stays there when the words are written anew."""
    rows = paper.recipients.select_related("unit", "partner").order_by("ordinal")
    return tuple(To(row.name, row.unit, row.partner) for row in rows)


def _former(meeting: Meeting) -> MinutesRevision | None:
    drawn = meeting.minutes.filter(document__isnull=False).select_related("document")
    return drawn.order_by("-number").first()


def _minutes_draft(actor: Actor, meeting: Meeting, revision: MinutesRevision) -> Draft:
    paper = composing.minutes_paper(
        meeting, revision, attendance_of(meeting), standings(actor, meeting), outcomes_of(meeting)
    )
    return Draft(
        abstract=paper.abstract, type_sign="BB", blocks=paper.blocks, signers=paper.signatures
    )
