"""The agenda with its papers, and a paper found by its symbol or opened."""

from collections import defaultdict
from dataclasses import dataclass
from typing import BinaryIO

from django.http import Http404
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.files import open_attachment
from bongca.core.models import Attachment
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.documents.queries.composing import composed
from bongca.documents.queries.finding import visible_documents
from bongca.meetings.models import AgendaItem, AgendaPaper, Meeting
from bongca.meetings.policies import visible_meetings
from bongca.papers.queries import render_pdf

MOST = 5


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda with its papers."""

    item: AgendaItem
    papers: list[AgendaPaper]


def agenda_of(meeting: Meeting) -> list[Point]:
    """Return the points of the agenda with their papers; two statements."""
    papers: dict[int, list[AgendaPaper]] = defaultdict(list)
    for paper in AgendaPaper.objects.filter(item__meeting=meeting).order_by("pk"):
        papers[paper.item_id].append(paper)
    return [Point(item, papers[item.pk]) for item in meeting.agenda.all()]


def papers_of(item: AgendaItem) -> list[AgendaPaper]:
    """Return the papers of one point of the agenda."""
    return list(AgendaPaper.objects.filter(item=item).order_by("pk"))


def seen_item(actor: Actor, meeting_pk: int, pk: int) -> AgendaItem:
    """Return a point of the agenda of a meeting one may see; raises Http404 otherwise."""
    rows = AgendaItem.objects.filter(
        meeting=meeting_pk, meeting__in=visible_meetings(actor).values("pk")
    )
    return get_object_or_404(rows.select_related("meeting__unit"), pk=pk)


def seen_paper(actor: Actor, pk: int) -> AgendaPaper:
    """Return a paper of the agenda of a meeting one may see; raises Http404 otherwise."""
    rows = AgendaPaper.objects.filter(item__meeting__in=visible_meetings(actor).values("pk"))
    found = rows.select_related(
        "item__meeting__unit", "attachment", "incoming__scan", "outgoing__signed_scan",
        "outgoing__unit__parent",
    )  # fmt: skip
    return get_object_or_404(found, pk=pk)


def registered_as(actor: Actor, symbol: str) -> list[IncomingDocument | OutgoingDocument]:
    """Return the papers of the actor's registers found under a symbol or words, a few at most."""
    came, went = visible_documents(actor, symbol)
    found: list[IncomingDocument | OutgoingDocument] = list(went[:MOST])
    found += came[: MOST - len(found)]
    return found


def bytes_of(paper: AgendaPaper) -> tuple[BinaryIO | bytes, str, str]:
    """Return what opens: the content, its type and a name. Raises Http404 without any."""
    if paper.outgoing is not None and paper.outgoing.signed_scan is None:
        return render_pdf(composed(paper.outgoing)), "application/pdf", "van-ban.pdf"
    kept = _kept(paper)
    if kept is None:
        raise Http404
    return open_attachment(kept), kept.content_type, kept.name


def _kept(paper: AgendaPaper) -> Attachment | None:
    if paper.attachment is not None:
        return paper.attachment
    if paper.incoming is not None:
        return paper.incoming.scan
    return paper.outgoing.signed_scan if paper.outgoing else None
