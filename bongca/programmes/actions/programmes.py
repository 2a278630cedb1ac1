"""Chương trình, kế hoạch, đề án: laid down, mended, looked back upon."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError
from bongca.core.text import nfc
from bongca.indicators.models import Indicator
from bongca.org.models import Partner, Unit
from bongca.org.policies import require_writable
from bongca.programmes.enums import ProgrammeKind
from bongca.programmes.models import Programme, Target

WORD = "programmes.edit"


@transaction.atomic
def create_programme(
    *,
    actor: Actor,
    unit: Unit,
    kind: str,
    name: str,
    since: date,
    until: date | None = None,
    parent: Programme | None = None,
    partner: Partner | None = None,
    citation: str = "",
    citation_symbol: str = "",
    citation_on: date | None = None,
    citation_issuer: str = "",
    own_part: str = "",
    partner_part: str = "",
    budget_vnd: int | None = None,
    resources: str = "",
    people: str = "",
) -> Programme:
    """Lay down a programme of a unit; a joint plan names its partner.

    Raises DomainError for days the wrong way round, a missing partner or a parent elsewhere.
    """
    require_writable(actor, WORD, unit)
    require_wording(
        unit=unit, kind=kind, name=name, since=since, until=until, parent=parent, partner=partner
    )
    programme = Programme.objects.create(
        unit=unit,
        kind=kind,
        parent=parent,
        name=nfc(name)[:300],
        during=DateRange(since, until),
        partner=partner if kind == ProgrammeKind.JOINT else None,
        citation=nfc(citation)[:300],
        citation_symbol=nfc(citation_symbol)[:60],
        citation_on=citation_on,
        citation_issuer=nfc(citation_issuer)[:200],
        own_part=nfc(own_part),
        partner_part=nfc(partner_part),
        budget_vnd=budget_vnd,
        resources=nfc(resources),
        people=nfc(people),
        created_at=clock.now(),
        created_by_label=actor.label[:200],
    )
    audit.record(
        actor, "programmes.create_programme", programme, changes={"unit": unit.pk, "kind": kind}
    )
    return programme


def require_wording(
    *,
    unit: Unit,
    kind: str,
    name: str,
    since: date,
    until: date | None,
    parent: Programme | None,
    partner: Partner | None,
) -> None:
    """Raise DomainError for a programme that cannot be: nameless, days the wrong way round."""
    if not nfc(name):
        raise DomainError("name_missing", "Xin ghi tên chương trình.", field="name")
    if until is not None and until <= since:
        raise DomainError("days", "Ngày kết thúc phải sau ngày bắt đầu.", field="until")
    if kind == ProgrammeKind.JOINT and partner is None:
        raise DomainError("partner", "Xin chọn đơn vị cùng phối hợp.", field="partner")
    if parent is not None and parent.unit_id != unit.pk:
        raise DomainError("parent_elsewhere", "Chương trình này của đơn vị khác.", field="parent")


@transaction.atomic
def set_target(
    *,
    actor: Actor,
    programme: Programme,
    words: str = "",
    indicator: Indicator | None = None,
    value: Decimal | None = None,
    measure: str = "",
    due_on: date | None = None,
) -> Target:
    """Say what a programme is to reach: a figure of the catalogue or words, a value, a day."""
    require_writable(actor, WORD, programme.unit)
    if indicator is None and not nfc(words):
        raise DomainError("what", "Xin ghi chỉ tiêu bằng lời hoặc chọn trong danh mục.")
    target = Target.objects.create(
        programme=programme,
        indicator=indicator,
        words=nfc(words)[:300],
        value=value,
        measure=nfc(measure)[:40],
        due_on=due_on,
    )
    audit.record(actor, "programmes.set_target", target, changes={"programme": programme.pk})
    return target


@transaction.atomic
def review_jointly(
    *, actor: Actor, programme: Programme, review: str, on: date, version: int
) -> Programme:
    """Write down what both sides of a joint plan found when they looked back upon it."""
    require_writable(actor, WORD, programme.unit)
    latest = Programme.objects.select_for_update().get(pk=programme.pk)
    if latest.version != version:
        raise Changed({"Nhận xét": latest.review}, {"Nhận xét": review})
    if latest.kind != ProgrammeKind.JOINT:
        raise DomainError("not_joint", "Chỉ kế hoạch phối hợp mới có phần hai bên nhìn lại.")
    if not nfc(review):
        raise DomainError("review_missing", "Xin ghi hai bên đã thấy gì.", field="review")
    latest.review, latest.reviewed_on = nfc(review), on
    latest.version += 1
    latest.save(update_fields=["review", "reviewed_on", "version"])
    audit.record(actor, "programmes.review_jointly", latest, changes={"on": on})
    return latest
