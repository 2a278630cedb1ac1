"""A text, and of one person a consent, a request, an incident and a look at the number."""

from typing import Any
from uuid import UUID

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.models import AuditEntry
from bongca.org.models import Unit
from bongca.people.actions.identity import claim_identity, show_identity
from bongca.people.models import Person
from bongca.privacy.actions.consents import Given, record_consent, set_text
from bongca.privacy.actions.incidents import Found, record_incident
from bongca.privacy.actions.requests import Asked, record_request
from bongca.privacy.actions.settling import Settled, settle_holding
from bongca.privacy.models import Consent, ConsentText, PersonRequest

PURPOSE = "Quản lý hội viên, mừng thọ"


def add_text(actor: Actor, unit: Unit) -> ConsentText:
    """Write a text that holds from today."""
    body = "Tôi đồng ý để Hội dùng họ tên, ngày sinh của tôi vào việc của Hội."
    return set_text(actor=actor, unit=unit, from_on=actor.today, purpose=PURPOSE, body=body)


def agree(actor: Actor, person_id: UUID, text: ConsentText) -> Consent:
    """Write down an oral consent of today."""
    given = Given(text.pk, "oral", actor.today, "Lò Thị Ngữ")
    return record_consent(actor=actor, person_id=person_id, given=given)


def ask(actor: Actor, person_id: UUID, kind: str = "correct") -> PersonRequest:
    """Take in a request of today."""
    asked = Asked(kind, "Xin sửa năm sinh", actor.today)
    return record_request(actor=actor, person_id=person_id, asked=asked)


def add_privacy(actor: Actor, unit: Unit, person_id: UUID) -> dict[str, Any]:
    """Make one of everything; returns their keys by name."""
    person = Person.objects.select_related("unit").get(pk=person_id)
    text = add_text(actor, unit)
    found = Found(clock.now(), "Mất một tờ danh sách", "Họ tên, điện thoại", "12 hội viên")
    incident = record_incident(actor=actor, unit=unit, found=found)
    if show_identity(actor=actor, person=person) == "":
        claim_identity(actor=actor, person=person, written="024151000017")
        show_identity(actor=actor, person=person)
    access = AuditEntry.objects.filter(act="people.show_identity").latest("at")
    settled = Settled("register", actor.today, "Sự đồng ý của hội viên", "10 năm")
    row = settle_holding(actor=actor, unit=unit, settled=settled)
    return {
        "settled": row.pk,
        "consent:text": text.pk,
        "consent": agree(actor, person_id, text).pk,
        "privacy:request": ask(actor, person_id).pk,
        "incident": incident.pk,
        "access": access.pk,
    }
