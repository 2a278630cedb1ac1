"""Say on which basis a class of data is held, and how long."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.privacy.actions.refusals import CONSTRAINT_SENTENCES, WordsMissing
from bongca.privacy.models import SettledHolding
from bongca.privacy.policies import WATCH
from bongca.privacy.rules.inventory import HOLDINGS


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled for one class of data from a day on."""

    code: str
    from_on: date
    basis: str
    kept: str


@transaction.atomic
def settle_holding(*, actor: Actor, unit: Unit, settled: Settled) -> SettledHolding:
    """Write down the basis and the time of keeping of a class; what was settled before stays.

    Raises WordsMissing, NotAllowed, Frozen, a refusal for a second of one day; Http404.
    """
    require_writable(actor, WATCH, unit)
    if settled.code not in {one.code for one in HOLDINGS}:
        raise WordsMissing("Xin chọn một loại dữ liệu.", "code")
    if not nfc(settled.basis):
        raise WordsMissing("Xin ghi căn cứ.", "basis")
    if not nfc(settled.kept):
        raise WordsMissing("Xin ghi giữ bao lâu.", "kept")
    row = SettledHolding(
        unit=unit,
        code=settled.code,
        from_on=settled.from_on,
        basis=nfc(settled.basis)[:200],
        kept=nfc(settled.kept)[:120],
        recorded_by=actor.label,
    )
    with said_in_words(CONSTRAINT_SENTENCES):
        row.save()
    changes = {"code": settled.code, "from_on": settled.from_on}
    audit.record(actor, "privacy.settle_holding", row, changes=changes)
    return row
