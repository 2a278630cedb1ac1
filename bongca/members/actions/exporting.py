"""Take a list of members out of the product: an act with a purpose and a trace."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.files import store_attachment
from bongca.core.jobs import enqueue
from bongca.core.jobs.models import JobRun
from bongca.core.models import Attachment
from bongca.core.text import nfc
from bongca.members.queries.exported import EXPORT
from bongca.members.queries.lists import Wanted
from bongca.org.models import Unit
from bongca.org.policies import require

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT_FOR = timedelta(days=7)


class PurposeMissing(DomainError):
    """A list of people leaves the product for a stated reason (Luật 91/2025/QH15)."""

    def __init__(self) -> None:
        super().__init__("purpose_missing", "Xin ghi danh sách này để làm gì.", field="purpose")


class TooManyFound(DomainError):
    """A search is not written in the background: its words may be somebody's name."""

    def __init__(self) -> None:
        super().__init__(
            "too_many_found",
            "Tìm được quá nhiều người để xuất một lần. Xin bỏ từ đang tìm hoặc lọc thêm.",
        )


@transaction.atomic
def record_export(*, actor: Actor, unit: Unit, wanted: Wanted, purpose: str, count: int) -> None:
    """Leave the trace of a list about to leave the product.

    Raises PurposeMissing, NotAllowed; Http404 outside the actor's scope.
    """
    require(actor, "members.export", unit)
    if not nfc(purpose):
        raise PurposeMissing
    audit.record(
        actor,
        "members.export_members",
        unit,
        changes={"purpose": nfc(purpose), "count": count, "narrowed": narrowed(wanted)},
    )


@transaction.atomic
def order_export(*, actor: Actor, unit: Unit, wanted: Wanted, purpose: str, count: int) -> JobRun:
    """Have a long list written in the background, with the same trace; returns the run to follow.

    Raises TooManyFound, PurposeMissing, NotAllowed; Http404 outside the actor's scope.
    """
    if wanted.words:
        raise TooManyFound
    record_export(actor=actor, unit=unit, wanted=wanted, purpose=purpose, count=count)
    return enqueue(
        "members.write_export",
        actor=actor,
        user_id=actor.user_id,
        acting_unit_id=actor.unit_id,
        role=actor.role,
        unit_id=unit.pk,
        narrowed=narrowed(wanted),
        count=count,
    )


@transaction.atomic
def keep_export(*, actor: Actor, run_id: UUID, chunks: Iterable[bytes]) -> Attachment:
    """Keep the workbook of a finished run for a week, for the one who ordered it."""
    return store_attachment(
        actor,
        chunks,
        name=EXPORT.name_of(run_id),
        content_type=CONTENT_TYPE,
        purpose=EXPORT.purpose,
        keep_until=actor.today + KEPT_FOR,
    )


def narrowed(wanted: Wanted) -> dict[str, str]:
    """Return what a list was narrowed to, without the words: they may be somebody's name."""
    return {"sex": wanted.sex, "band": wanted.band, "status": wanted.status}
