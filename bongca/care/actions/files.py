"""A list leaves the product: for a stated purpose, with a trace, in the background when long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from bongca.care.actions.refusals import WordsMissing
from bongca.care.enums import FileKind
from bongca.care.models import LongevityRound
from bongca.care.policies import VIEW
from bongca.care.queries.celebrated import Wanted
from bongca.care.queries.files import FILE
from bongca.care.queries.rights import Asked
from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.files import store_attachment
from bongca.core.jobs import enqueue
from bongca.core.jobs.models import JobRun
from bongca.core.models import Attachment
from bongca.core.text import nfc
from bongca.org.models import Unit
from bongca.org.policies import require

KEPT_FOR = timedelta(days=7)
# Beyond these a file is made in the background: some seconds of one core each.
AT_ONCE = {
    FileKind.EXCEL: 5_000,
    FileKind.PDF: 600,
    FileKind.WORD: 600,
    FileKind.CERTIFICATES: 600,
    FileKind.INVITATIONS: 600,
}
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
}


class NobodyToWrite(DomainError):
    """An empty list makes no file."""

    def __init__(self) -> None:
        super().__init__("nobody_to_write", "Danh sách này chưa có ai nên chưa in được.")


class TooManyToWrite(DomainError):
    """A list of a whole province is asked for commune by commune."""

    def __init__(self) -> None:
        super().__init__(
            "too_many_to_write", "Danh sách quá dài để xuất một lần. Xin chọn từng xã, phường."
        )


class NoCeremony(DomainError):
    """An invitation needs a day and a place."""

    def __init__(self) -> None:
        super().__init__(
            "no_ceremony", "Giấy mời cần một đợt mừng thọ. Xin mở đợt ấy rồi in.", field="kind"
        )


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: of which unit and year, narrowed how, or of which round."""

    kind: FileKind
    unit: Unit
    wanted: Wanted
    purpose: str
    round: LongevityRound | None = None


@transaction.atomic
def record_file(*, actor: Actor, order: Order, count: int) -> None:
    """Leave the trace of a list about to leave the product.

    Raises NobodyToWrite, NoCeremony, WordsMissing without a purpose, NotAllowed; Http404.
    """
    require(actor, VIEW, order.unit)
    require(actor, "members.export", order.unit)
    if not count:
        raise NobodyToWrite
    if order.kind == FileKind.INVITATIONS and order.round is None:
        raise NoCeremony
    if not nfc(order.purpose):
        raise WordsMissing("Xin ghi danh sách này để làm gì.", "purpose")
    wanted = order.wanted
    changes = {
        "kind": order.kind,
        "purpose": nfc(order.purpose),
        "count": count,
        "year": wanted.year,
        "by": wanted.by,
        "age": wanted.age,
        "round": order.round.pk if order.round else None,
    }
    audit.record(actor, "care.write_file", order.unit, changes=changes)


@transaction.atomic
def record_rights_export(
    *, actor: Actor, unit: Unit, asked: Asked, purpose: str, count: int
) -> None:
    """Leave the trace of a list of rights about to leave the product.

    Raises NobodyToWrite, TooManyToWrite, WordsMissing without a purpose, NotAllowed; Http404.
    """
    require(actor, VIEW, unit)
    require(actor, "members.export", unit)
    if not count:
        raise NobodyToWrite
    if count > AT_ONCE[FileKind.EXCEL]:
        raise TooManyToWrite
    if not nfc(purpose):
        raise WordsMissing("Xin ghi danh sách này để làm gì.", "purpose")
    changes = {
        "purpose": nfc(purpose),
        "count": count,
        "code": asked.code,
        "group": asked.group,
        "months": asked.months,
    }
    audit.record(actor, "care.export_rights", unit, changes=changes)


@transaction.atomic
def order_file(*, actor: Actor, order: Order, count: int) -> JobRun:
    """Have a long list made in the background, with the same trace; returns the run to follow."""
    record_file(actor=actor, order=order, count=count)
    return enqueue(
        "care.write_file",
        actor=actor,
        user_id=actor.user_id,
        acting_unit_id=actor.unit_id,
        role=actor.role,
        kind=order.kind.value,
        unit_id=order.unit.pk,
        narrowed={
            "year": order.wanted.year,
            "by": order.wanted.by,
            "age": order.wanted.age,
            "extra": order.wanted.extra,
            "month": order.wanted.month,
        },
        round_id=order.round.pk if order.round else None,
        count=count,
    )


@transaction.atomic
def keep_file(*, actor: Actor, run_id: UUID, extension: str, chunks: Iterable[bytes]) -> Attachment:
    """Keep the file of a finished run for a week, for the one who ordered it."""
    return store_attachment(
        actor,
        chunks,
        name=FILE.name_of(run_id, extension),
        content_type=TYPES[extension],
        purpose=FILE.purpose,
        keep_until=actor.today + KEPT_FOR,
    )
