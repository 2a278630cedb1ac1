"""A text read into proposals, and a person's word on each."""

from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.meetings import policies
from bongca.meetings.actions.conclusions import Party, parties_named
from bongca.meetings.enums import Part
from bongca.meetings.models import Meeting
from bongca.meetings.queries.meetings import seen_meeting
from bongca.meetings.queries.names import bodies_for, named
from bongca.readings import actions as acting
from bongca.readings.actions import TextFile
from bongca.readings.enums import ProposalKind, ProposalState
from bongca.readings.forms import ReadingForm, TakingForm
from bongca.readings.ingest import MOST_BYTES, NotReadable, text_of
from bongca.readings.models import Proposal
from bongca.readings.queries import readings as finding
from bongca.readings.queries.marking import marked


def reading_add(request: Request, pk: int) -> HttpResponse:
    """Paste or upload a text and have it read."""
    meeting = seen_meeting(request.actor, pk)
    policies.require_write(request.actor, meeting)
    form = ReadingForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            text, file = _text(form.cleaned_data)
            reading = acting.read_text(
                actor=request.actor, meeting=meeting, text=text, file=file,
                said_on=form.cleaned_data["said_on"],
            )  # fmt: skip
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            return redirect(request, "readings:reading_detail", reading.pk)
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form}
    return render(request, "readings/reading_add.html", None, context, status)


def _text(given: dict[str, Any]) -> tuple[str, TextFile | None]:
    upload = given["file"]
    if not upload:
        return given["text"], None
    if upload.size > MOST_BYTES:
        raise NotReadable("Tệp lớn quá 5 MB. Xin chép phần lời vào ô văn bản.")
    content = upload.read()
    file = TextFile(upload.name, content, upload.content_type or "application/octet-stream")
    return text_of(upload.name, content), file


@require_safe
def reading_detail(request: Request, pk: int) -> HttpResponse:
    """Show a text with what was found marked in it, and each proposal with its three answers."""
    reading = finding.seen_reading(request.actor, pk)
    found = finding.proposals_of(reading)
    open_left = sum(one.state == ProposalState.OPEN for one in found[ProposalKind.CONCLUSION])
    names = [found[kind] for kind in ("person", "unit", "deadline", "paper")]
    context = {
        "reading": reading,
        "meeting": reading.meeting,
        "pieces": marked(reading.text, [one for each in found.values() for one in each]),
        "conclusions": found[ProposalKind.CONCLUSION],
        "groups": [(each[0].get_kind_display(), _distinct(each)) for each in names if each],
        "open_left": open_left,
        "may_write": policies.can_write(request.actor, reading.meeting)
        and not hasattr(reading.meeting, "notice"),
    }
    return render(request, "readings/reading_detail.html", None, context)


def _distinct(proposals: list[Proposal]) -> list[tuple[Proposal, int]]:
    """The same words are shown once, with how often they stand in the text."""
    by_words = sorted(proposals, key=lambda one: (one.words.casefold(), one.start))
    grouped = [list(each) for _, each in groupby(by_words, key=lambda one: one.words.casefold())]
    firsts = [(each[0], len(each)) for each in grouped]
    return sorted(firsts, key=lambda one: one[0].start)


@require_POST
def proposal_drop(request: Request, pk: int) -> HttpResponse:
    """Leave a proposal out."""
    proposal = finding.seen_proposal(request.actor, pk)
    acting.drop_proposal(actor=request.actor, proposal=proposal)
    toast(request, "Đã bỏ mục này. Văn bản gốc vẫn nguyên.")
    return redirect(request, "readings:reading_detail", proposal.reading_id)


def proposal_take(request: Request, pk: int) -> HttpResponse:
    """Read a proposal over, mend it, and write it as a conclusion."""
    proposal = finding.seen_proposal(request.actor, pk)
    meeting = proposal.reading.meeting
    policies.require_write(request.actor, meeting)
    if proposal.kind != ProposalKind.CONCLUSION:
        return _take_plain(request, proposal)
    form = TakingForm(
        request.POST or None, bodies=bodies_for(meeting, request.actor),
        initial=_initial(request, proposal),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            made = acting.take_proposal(
                actor=request.actor, proposal=proposal, words=form.conclusion_words(),
                parties=_parties(request, meeting, form),
            )  # fmt: skip
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            toast(request, f"Đã ghi thành kết luận số {made.number if made else ''}.")
            return redirect(request, "readings:reading_detail", proposal.reading_id)
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form, "proposal": proposal}
    return render(request, "readings/proposal_take.html", None, context, status)


def _parties(request: Request, meeting: Meeting, form: TakingForm) -> list[Party]:
    found: list[Party] = []
    for part in Part:
        found += parties_named(request.actor, meeting, part, *form.chosen(part))
    return found


def _take_plain(request: Request, proposal: Proposal) -> HttpResponse:
    if request.method == "POST":
        acting.take_proposal(actor=request.actor, proposal=proposal)
        toast(request, "Đã nhận mục này.")
    return redirect(request, "readings:reading_detail", proposal.reading_id)


def _initial(request: Request, proposal: Proposal) -> dict[str, Any]:
    """Fill the form with what was found; a name becomes a Ban only when it is one here."""
    shown: dict[str, Any] = {
        "words": " ".join(proposal.words.split()),
        "deadline_said": proposal.meaning.get("deadline", ""),
    }
    meeting = proposal.reading.meeting
    for part, key in ((Part.LEAD, "owner"), (Part.SUPPORT, "helpers")):
        said = str(proposal.meaning.get(key, ""))
        names = [one.strip() for one in said.replace(" và ", ", ").split(",")] if said else []
        known = named(request.actor, meeting, [said, *names] if len(names) > 1 else names)
        whole = known[0] if len(names) > 1 and known[0].is_known else None
        listed = [whole] if whole else known[1:] if len(names) > 1 else known
        shown[part.value] = [str(one.body.pk) for one in listed if one.body]
        others = [one.said for one in listed if not one.body]
        shown[f"{part.value}_others"] = "\n".join(others)
    return shown
