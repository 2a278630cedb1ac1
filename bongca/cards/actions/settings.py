"""Setting the design of cards, and opening or closing a campaign."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from bongca.cards.models import Campaign, CardDesign
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.org.models import Unit
from bongca.org.policies import require

_SAID = {"cards_carddesign_since_key": "Ngày này đã có một mẫu thẻ. Xin chọn ngày khác."}


@dataclass(frozen=True, slots=True)
class DesignFields:
    """A design as it is set; sizes in tenths of a millimetre."""

    since: date
    issuer: str
    title: str
    signatory_title: str = ""
    signatory_name: str = ""
    prefix: str = "commune"
    digits: int = 6
    width_tenth_mm: int = 856
    height_tenth_mm: int = 540
    basis: str = ""


@transaction.atomic
def set_design(*, actor: Actor, unit: Unit, fields: DesignFields) -> CardDesign:
    """Set how cards made from a day on look and are numbered; cards already made stay as they are.

    Raises DomainError for a day in the past or one that has a design, NotAllowed; Http404.
    """
    require(actor, "cards.design", unit)
    if fields.since < actor.today:
        raise DomainError(
            "since_past", "Mẫu thẻ mới chỉ đặt được từ hôm nay trở đi.", field="since"
        )
    design = CardDesign(**asdict(fields), set_at=clock.now(), set_by_label=actor.label[:200])
    with said_in_words(_SAID):
        design.save(force_insert=True)
    audit.record(actor, "cards.set_design", design, changes=asdict(fields))
    return design


@transaction.atomic
def open_campaign(
    *, actor: Actor, unit: Unit, name: str, basis: str = "", due_on: date | None = None
) -> Campaign:
    """Open a renewal of all cards in a unit and below; each commune makes its list from then on.

    Raises DomainError for a due day in the past, NotAllowed; Http404 outside the actor's scope.
    """
    require(actor, "cards.design", unit)
    if due_on is not None and due_on < actor.today:
        raise DomainError("due_past", "Hạn xong phải từ hôm nay trở đi.", field="due_on")
    campaign = Campaign.objects.create(
        unit=unit, name=name, basis=basis, opened_on=actor.today, due_on=due_on
    )
    audit.record(actor, "cards.open_campaign", campaign, changes={"name": name, "due": due_on})
    return campaign


@transaction.atomic
def close_campaign(*, actor: Actor, campaign: Campaign) -> Campaign:
    """Close a renewal: no commune is asked any more; what was begun goes on. Safe to repeat."""
    require(actor, "cards.design", campaign.unit)
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if locked.closed_on is None:
        locked.closed_on = actor.today
        locked.version += 1
        locked.save()
        audit.record(actor, "cards.close_campaign", locked)
    return locked
