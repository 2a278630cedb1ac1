"""At the one it was given to: received, under way, handed in with what shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.files import store_attachment
from bongca.core.text import nfc
from bongca.programmes import policies
from bongca.programmes.actions.history import (
    lock_assignment,
    require_open,
    save_copy,
    write_event,
)
from bongca.programmes.enums import AssignmentState, EventKind
from bongca.programmes.models import Assignment, Evidence
from bongca.programmes.rules.evidence import MOST_BYTES, kind_of

_RECEIPT = ("received_at", "received_by_label")
_HANDED = ("result", "handed_in_on", "handed_in_by_id", "handed_in_by_label", "returned_reason")


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that shows a task was done, as it was uploaded."""

    name: str
    size: int
    chunks: Iterable[bytes]
    caption: str = ""


@transaction.atomic
def receive(*, actor: Actor, assignment: Assignment) -> Assignment:
    """Say "đã nhận"; a second time changes nothing. Raises Http404, NotAllowed, DomainError."""
    policies.require_carry(actor, assignment)
    copy = lock_assignment(assignment)
    require_open(copy)
    if copy.state != AssignmentState.SENT:
        return copy
    copy.state = AssignmentState.RECEIVED
    _mark_received(actor, copy)
    save_copy(copy, "state", *_RECEIPT)
    write_event(actor, copy, EventKind.RECEIVED)
    audit.record(actor, "programmes.receive", copy)
    return copy


@transaction.atomic
def report_progress(
    *,
    actor: Actor,
    assignment: Assignment,
    words: str = "",
    percent: int | None = None,
    late_reason: str = "",
    version: int | None = None,
) -> Assignment:
    """Say how far it is; a percentage only where nothing better can be said.

    Raises DomainError without words and percentage, Changed, Http404, NotAllowed.
    """
    policies.require_carry(actor, assignment)
    copy = lock_assignment(assignment, version)
    require_open(copy)
    said, reason = nfc(words), nfc(late_reason)
    if not said and percent is None and not reason:
        raise DomainError("nothing_said", "Xin ghi đã làm được gì.", field="words")
    if percent is not None and not 0 <= percent <= 100:
        raise DomainError("percent", "Phần trăm từ 0 đến 100.", field="percent")
    _mark_received(actor, copy)
    copy.state = AssignmentState.DOING
    copy.percent = percent if percent is not None else copy.percent
    copy.late_reason = reason or copy.late_reason
    save_copy(copy, "state", "percent", "late_reason", *_RECEIPT)
    if said or percent is not None:
        note = said if percent is None else f"{said} ({percent}%)".strip()
        write_event(actor, copy, EventKind.PROGRESS, note)
    if reason:
        write_event(actor, copy, EventKind.REASON, reason)
    audit.record(actor, "programmes.report_progress", copy, changes={"percent": percent})
    return copy


@transaction.atomic
def hand_in(
    *,
    actor: Actor,
    assignment: Assignment,
    result: str,
    files: Iterable[EvidenceFile] = (),
    version: int | None = None,
) -> Assignment:
    """Hand in what came of it, with evidence; also says "đã nhận" when nobody had.

    Raises DomainError without a result or for a file that is none of the usual kinds, Changed,
    Http404, NotAllowed.
    """
    policies.require_carry(actor, assignment)
    copy = lock_assignment(assignment, version)
    require_open(copy)
    said = nfc(result)
    if not said:
        raise DomainError("result_missing", "Xin ghi kết quả đã làm.", field="result")
    _mark_received(actor, copy)
    copy.state = AssignmentState.HANDED_IN
    copy.result, copy.handed_in_on, copy.returned_reason = said, actor.today, ""
    copy.handed_in_by_id, copy.handed_in_by_label = actor.user_id, actor.label[:200]
    save_copy(copy, "state", *_HANDED, *_RECEIPT)
    kept = [_keep(actor, copy, file) for file in files]
    is_for_another = policies.writes_for_another(actor, copy)
    write_event(actor, copy, EventKind.WRITTEN_FOR if is_for_another else EventKind.HANDED_IN, said)
    audit.record(actor, "programmes.hand_in", copy, changes={"files": len(kept)})
    return copy


@transaction.atomic
def add_evidence(*, actor: Actor, assignment: Assignment, file: EvidenceFile) -> Evidence:
    """Put a photograph or paper with a copy. Raises DomainError for a file of another kind."""
    policies.require_carry(actor, assignment)
    copy = lock_assignment(assignment)
    if copy.state in (AssignmentState.ACCEPTED, AssignmentState.EXEMPT):
        raise DomainError("over", "Việc này đã xong, không thêm minh chứng được nữa.", status=409)
    evidence = _keep(actor, copy, file)
    write_event(actor, copy, EventKind.EVIDENCE, file.name)
    audit.record(actor, "programmes.add_evidence", copy, changes={"evidence": evidence.pk})
    return evidence


def _keep(actor: Actor, copy: Assignment, file: EvidenceFile) -> Evidence:
    if file.size > MOST_BYTES:
        raise DomainError("file_large", f"Tệp {file.name} lớn quá 15 MB.", field="files")
    content = b"".join(file.chunks)
    kind = kind_of(content[:16], file.name)
    if kind is None:
        raise DomainError(
            "file_kind",
            f"Tệp {file.name} không phải ảnh, PDF, Word hay Excel. Xin chọn tệp khác.",
            field="files",
        )
    attachment = store_attachment(
        actor, [content], name=file.name, content_type=kind, purpose=policies.EVIDENCE
    )
    return Evidence.objects.create(
        assignment=copy,
        attachment=attachment,
        caption=nfc(file.caption)[:200],
        added_at=clock.now(),
        by_label=actor.label[:200],
    )


def _mark_received(actor: Actor, copy: Assignment) -> None:
    if copy.received_at is None:
        copy.received_at, copy.received_by_label = clock.now(), actor.label[:200]
