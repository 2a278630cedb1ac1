"""Texts to agree to, consents, and taking them back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.documents.actions.attaching import Brought, keep_scan
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.policies import visible_persons
from bongca.privacy.actions.refusals import (
    CONSTRAINT_SENTENCES,
    DayOutside,
    WordsMissing,
    WrongState,
)
from bongca.privacy.actions.requests import open_request
from bongca.privacy.enums import HowGiven, RequestKind
from bongca.privacy.models import Consent, ConsentText, PersonRequest
from bongca.privacy.policies import RECORD, SCAN_PURPOSE, WATCH, visible_consents
from bongca.privacy.queries.persons import texts_over


@dataclass(frozen=True, slots=True)
class Given:
    """How a consent was given: on paper with its scan, or orally before a witness."""

    text_id: int
    how: str
    on: date
    witness: str = ""
    scan: Brought | None = None


@transaction.atomic
def set_text(*, actor: Actor, unit: Unit, from_on: date, purpose: str, body: str) -> ConsentText:
    """Write the words people are asked to agree to from a day on; those before stay.

    Raises WordsMissing, NotAllowed, Frozen, a refusal for a second text of one day; Http404.
    """
    require_writable(actor, WATCH, unit)
    if not nfc(purpose):
        raise WordsMissing("Xin ghi dùng dữ liệu để làm gì.", "purpose")
    if not nfc(body):
        raise WordsMissing("Xin ghi nội dung đồng ý.", "body")
    text = ConsentText(
        unit=unit,
        from_on=from_on,
        purpose=nfc(purpose)[:200],
        body=nfc(body),
        recorded_at=clock.now(),
        recorded_by=actor.label,
    )
    with said_in_words(CONSTRAINT_SENTENCES):
        text.save()
    audit.record(actor, "privacy.set_text", text, changes={"from_on": from_on})
    return text


@transaction.atomic
def record_consent(*, actor: Actor, person_id: UUID, given: Given) -> Consent:
    """Write down that a person agreed, with its proof (domain.md 9.1: silence is no consent).

    Raises DayOutside, WordsMissing without witness or scan, NotAScan, TooHeavy, NotAllowed,
    Frozen, a refusal when already given; Http404 outside the scope.
    """
    person = get_object_or_404(visible_persons(actor).select_related("unit"), pk=person_id)
    require_writable(actor, RECORD, person.unit)
    text = get_object_or_404(texts_over(actor, person), pk=given.text_id)
    _check(actor, text, given)
    scan = keep_scan(actor, given.scan, SCAN_PURPOSE) if given.scan else None
    consent = Consent(
        person=person,
        unit_pos=person.unit_pos,
        text=text,
        how=given.how,
        given_on=given.on,
        witness=nfc(given.witness)[:120],
        scan=scan,
        recorded_by=actor.label,
    )
    with said_in_words(CONSTRAINT_SENTENCES):
        consent.save()
    changes = {"text": text.pk, "how": given.how, "on": given.on}
    audit.record(actor, "privacy.record_consent", consent, changes=changes, person_id=person.pk)
    return consent


@transaction.atomic
def withdraw_consent(*, actor: Actor, consent_id: UUID, on: date, words: str) -> PersonRequest:
    """Write down that a person took a consent back, and open the request that follows from it.

    Withdrawing has to be carried out within its term: the request keeps the days. Raises
    WrongState when it was taken back before, DayOutside, NotAllowed, Frozen; Http404.
    """
    rows = visible_consents(actor).select_for_update(of=("self",))
    consent = get_object_or_404(rows.select_related("person__unit", "text"), pk=consent_id)
    require_writable(actor, RECORD, consent.person.unit)
    if consent.withdrawn_on:
        raise WrongState("Sự đồng ý này đã được rút.")
    if not consent.given_on <= on <= actor.today:
        raise DayOutside("Ngày rút phải từ ngày đồng ý đến hôm nay.", "on")
    consent.withdrawn_on, consent.withdrawn_by = on, actor.label
    consent.save(update_fields=["withdrawn_on", "withdrawn_by"])
    said = nfc(words) or f"Rút sự đồng ý: {consent.text.purpose}"
    request = open_request(actor, consent.person, kind=RequestKind.WITHDRAW, words=said, on=on)
    changes = {"on": on, "request": request.pk}
    person_id = consent.person_id
    audit.record(actor, "privacy.withdraw_consent", consent, changes=changes, person_id=person_id)
    return request


def _check(actor: Actor, text: ConsentText, given: Given) -> None:
    if given.on > actor.today:
        raise DayOutside("Ngày đồng ý chưa tới.", "on")
    if given.on < text.from_on:
        raise DayOutside(f"Bản này dùng từ ngày {text.from_on:%d/%m/%Y}.", "on")
    if given.how == HowGiven.PAPER and given.scan is None:
        raise WordsMissing("Xin chọn bản chụp tờ giấy đã ký.", "scan")
    if given.how == HowGiven.ORAL and not nfc(given.witness):
        raise WordsMissing("Xin ghi họ tên người làm chứng.", "witness")
