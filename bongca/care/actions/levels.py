"""Levels a province or commune has set: entered with their paper, never overwritten."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from bongca.care.actions.refusals import CONSTRAINT_SENTENCES, WordsMissing
from bongca.care.enums import LevelKind
from bongca.care.models import Level
from bongca.care.policies import LEVELS
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require_writable


@dataclass(frozen=True, slots=True)
class NewLevel:
    """What is given for a kind from a day on, by which paper."""

    kind: str
    since: date
    amount_vnd: int
    goods: str
    basis: str


class NotSetHere(DomainError):
    """Allowances are set by the province, the gift of the Association by the commune."""

    def __init__(self) -> None:
        super().__init__("not_set_here", "Mức này do tỉnh, thành phố ghi.", field="kind")


@transaction.atomic
def set_level(*, actor: Actor, unit: Unit, level: NewLevel) -> Level:
    """Set a level of a unit from a day on; the former one ends the day before.

    Raises NotSetHere, WordsMissing without its paper or a gift, 409 where a later level stands
    already, NotAllowed, Frozen.
    """
    require_writable(actor, LEVELS, unit)
    if unit.tier != Tier.PROVINCE and not level.kind.isdigit():
        raise NotSetHere
    if unit.tier not in (Tier.PROVINCE, Tier.COMMUNE) or level.kind not in LevelKind.values:
        raise NotSetHere
    if not nfc(level.basis):
        raise WordsMissing("Xin ghi văn bản quy định mức này.", "basis")
    if level.amount_vnd <= 0 and not nfc(level.goods):
        raise WordsMissing("Xin ghi số tiền hoặc hiện vật.", "amount_vnd")
    running = Level.objects.select_for_update().filter(
        unit=unit, kind=level.kind, during__contains=level.since
    )
    with said_in_words(CONSTRAINT_SENTENCES):
        for former in running:
            former.during = DateRange(former.during.lower, level.since)
            if former.during.lower == level.since:
                former.delete()
            else:
                former.save(update_fields=["during"])
        row = Level.objects.create(
            unit=unit,
            kind=level.kind,
            during=DateRange(level.since, None),
            amount_vnd=level.amount_vnd,
            goods=nfc(level.goods)[:120],
            basis=nfc(level.basis)[:200],
            recorded_at=clock.now(),
            recorded_by=actor.label,
        )
    changes = {"kind": level.kind, "since": level.since, "amount_vnd": level.amount_vnd}
    audit.record(actor, "care.set_level", row, changes=changes)
    return row
