"""Entries of the book for papers marked Mật: that they exist, nothing of what they say."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.documents import policies
from bongca.documents.actions.numbering import give_number
from bongca.documents.actions.refusals import CONSTRAINT_SENTENCES, DayToCome, ReasonMissing
from bongca.documents.enums import BookKind
from bongca.documents.models import SecretEntry
from bongca.org.models import Unit
from bongca.org.policies import require_writable


@dataclass(frozen=True, slots=True)
class SecretPaper:
    """What is written of a secret paper: no abstract, no text, no scan."""

    secrecy: str
    on: date
    place: str
    kept_by: str
    symbol: str = ""
    type_sign: str = ""
    written_on: date | None = None


@transaction.atomic
def enter_secret(
    *, actor: Actor, unit: Unit, direction: str, paper: SecretPaper, after_number: int | None = None
) -> SecretEntry:
    """Enter a paper marked Mật or above in its own book.

    Raises DayToCome, ReasonMissing, NoSuchNumber, NotAllowed, Frozen, 409 without a mark.
    """
    require_writable(actor, policies.REGISTER, unit)
    if paper.on > actor.today:
        raise DayToCome("on")
    if not nfc(paper.place):
        raise ReasonMissing("Xin ghi nơi gửi hoặc nơi nhận.", field="place")
    if not nfc(paper.kept_by):
        raise ReasonMissing("Xin ghi người giữ văn bản.", field="kept_by")
    with said_in_words(CONSTRAINT_SENTENCES):
        given = give_number(unit, paper.on.year, direction, BookKind.SECRET, after_number)
        entry = SecretEntry.objects.create(
            book=given.book,
            number=given.number,
            suffix=given.suffix,
            on=paper.on,
            secrecy=paper.secrecy,
            type_sign=paper.type_sign[:8],
            symbol=nfc(paper.symbol)[:40],
            written_on=paper.written_on,
            place=nfc(paper.place)[:120],
            kept_by=nfc(paper.kept_by)[:80],
            at=clock.now(),
            by_label=actor.label,
        )
    audit.record(
        actor, "documents.enter_secret", entry, changes={"number": f"{given.number}{given.suffix}"}
    )
    return entry
