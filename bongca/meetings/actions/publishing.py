"""Thông báo kết luận: from here on its words stand, and each conclusion is somebody's task."""

from datetime import date

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.citations import parse_citation
from bongca.core.errors import DomainError
from bongca.core.text import nfc
from bongca.meetings import enums
from bongca.meetings.actions.papers import draft_notice_paper
from bongca.meetings.actions.refusals import NotToCome, Published
from bongca.meetings.models import Conclusion, Meeting, Notice
from bongca.org.policies import require_writable
from bongca.programmes.actions.tasks import Assignee, create_task
from bongca.programmes.enums import Part, SourceKind
from bongca.programmes.models import Programme, Task

_PARTS = {enums.Part.LEAD: Part.LEAD, enums.Part.SUPPORT: Part.COOPERATE}


@transaction.atomic
def publish_notice(
    *,
    actor: Actor,
    meeting: Meeting,
    symbol: str = "",
    signed_on: date | None = None,
    signer: str = "",
    programme: Programme | None = None,
    gives_tasks: bool = True,
) -> Notice:
    """Send out the conclusions of a meeting, once; each becomes a task of the meeting's unit.

    The notice of an own meeting is drafted into the register, where it is signed, numbered and
    sent. Conclusions of a superior are answered by an own programme when one is named; they have
    their own paper already. So has a notice whose `symbol` is given. What was entered from an old
    source is published without tasks: its days are over.
    Raises NotAllowed, Frozen, Published, NotToCome, and DomainError without a conclusion.
    """
    require_writable(actor, "meetings.conclude", meeting.unit)
    locked = Meeting.objects.select_for_update(of=("self",))
    held = locked.select_related("unit__parent").get(pk=meeting.pk)
    if Notice.objects.filter(meeting=held).exists():
        raise Published
    if not held.is_past(actor.today):
        raise NotToCome
    rows = held.conclusions.prefetch_related("parties__unit", "parties__body", "parties__partner")
    conclusions = list(rows.order_by("number"))
    if not conclusions:
        raise DomainError("no_conclusions", "Chưa có kết luận nào để ban hành.")
    needs_paper = gives_tasks and not symbol and not held.is_superior
    notice = Notice.objects.create(
        meeting=held, symbol=nfc(symbol).strip(), signed_on=signed_on, signer=nfc(signer).strip(),
        published_at=clock.now(), published_by_label=actor.label,
        document=draft_notice_paper(actor, held) if needs_paper else None,
    )  # fmt: skip
    if gives_tasks:
        for conclusion in conclusions:
            conclusion.task = _task_of(actor, held, notice, conclusion, programme)
        Conclusion.objects.bulk_update(conclusions, ["task"])
    audit.record(
        actor,
        "meetings.publish_notice",
        notice,
        changes={
            "meeting": held.pk,
            "conclusions": len(conclusions),
            "tasks": gives_tasks,
            "document": str(notice.document_id or ""),
        },
    )
    return notice


def _task_of(
    actor: Actor,
    meeting: Meeting,
    notice: Notice,
    conclusion: Conclusion,
    programme: Programme | None,
) -> Task:
    cited = parse_citation(conclusion.citation or notice.symbol)
    return create_task(
        actor=actor,
        unit=meeting.unit,
        name=_short(conclusion.words),
        words=conclusion.words,
        programme=programme,
        due_said=conclusion.deadline_said,
        due_since=conclusion.due_from,
        due_on=conclusion.due_on,
        source_kind=SourceKind.SUPERIOR if meeting.is_superior else SourceKind.CONCLUSION,
        source_words=f"Kết luận số {conclusion.number}, {meeting.name}",
        citation_symbol=cited.symbol.written if cited.symbol else "",
        citation_on=cited.on or (notice.signed_on if notice.symbol else None),
        citation_issuer=cited.issuer,
        assignees=[
            Assignee(
                unit=party.unit,
                body=party.body,
                partner=party.partner,
                role=_PARTS[enums.Part(party.part)],
            )
            for party in conclusion.parties.all()
            if party.is_known
        ],
    )


def _short(words: str, most: int = 160) -> str:
    """The first sentence, cut at a word: the whole stands in the task."""
    first = words.split("\n")[0].strip()
    if len(first) <= most:
        return first.rstrip(".;")
    return first[:most].rsplit(" ", 1)[0].rstrip(",;") + "…"
