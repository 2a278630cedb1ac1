"""Numbers: given one after the other, in the transaction of the entry that bears them."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from psycopg.types.range import DateRange

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.documents import policies
from bongca.documents.actions.refusals import (
    CONSTRAINT_SENTENCES,
    BookFull,
    NoSuchNumber,
    ReasonMissing,
)
from bongca.documents.enums import BookKind
from bongca.documents.models import (
    IssuerSign,
    NumberBook,
    NumberGap,
)
from bongca.documents.rules.numbers import next_suffix
from bongca.org.models import Unit
from bongca.org.policies import require_writable


@dataclass(frozen=True, slots=True)
class Given:
    """A number given: it counts only if the transaction that asked for it is committed."""

    book: NumberBook
    number: int
    suffix: str = ""


def locked_book(unit: Unit, year: int, direction: str, kind: str) -> NumberBook:
    """Return the book, opened when it is the first entry of its year, held until the end.

    Whoever asks next waits here, so that numbers are given in the order of the entries.
    """
    # Not get_or_create: two who open the same book at once would both read before they write.
    NumberBook.objects.bulk_create(
        [NumberBook(unit=unit, year=year, direction=direction, kind=kind)],
        ignore_conflicts=True,
    )
    return NumberBook.objects.select_for_update().get(
        unit=unit, year=year, direction=direction, kind=kind
    )


def give_number(
    unit: Unit, year: int, direction: str, kind: str, after_number: int | None = None
) -> Given:
    """Give the next number of a book, or the next letter behind a number already given.

    For actions only, inside their transaction. Raises NoSuchNumber, BookFull.
    """
    book = locked_book(unit, year, direction, kind)
    if after_number is not None:
        return _late(book, after_number)
    book.last_number += 1
    book.save(update_fields=["last_number"])
    return Given(book, book.last_number)


def _late(book: NumberBook, number: int) -> Given:
    if not 1 <= number <= book.last_number:
        raise NoSuchNumber(number)
    taken: list[str] = []
    for entries in (book.incoming_documents, book.outgoing_documents, book.secret_entries):
        taken += entries.filter(number=number).values_list("suffix", flat=True)
    try:
        return Given(book, number, next_suffix(taken))
    except ValueError as error:
        raise BookFull(number) from error


@transaction.atomic
def leave_number_out(
    *, actor: Actor, unit: Unit, year: int, direction: str, kind: str, reason: str
) -> NumberGap:
    """Leave the next number of a book empty, with the reason.

    Raises ReasonMissing, NotAllowed, Frozen; Http404 outside the actor's sight.
    """
    require_writable(actor, policies.REGISTER, unit)
    said = nfc(reason)
    if not said:
        raise ReasonMissing("Xin ghi lý do bỏ trống số này.")
    given = give_number(unit, year, direction, kind)
    gap = NumberGap.objects.create(
        book=given.book,
        number=given.number,
        reason=said[:300],
        at=clock.now(),
        by_label=actor.label,
    )
    audit.record(
        actor,
        "documents.leave_number_out",
        given.book,
        changes={"number": given.number, "reason": gap.reason},
    )
    return gap


@transaction.atomic
def go_on_from_paper(
    *, actor: Actor, unit: Unit, year: int, direction: str, kind: str, paper_number: int
) -> NumberBook:
    """Say that the paper book of a year has come to a number; the next one given follows it.

    Raises DomainError (409) when the book has given numbers here already, NotAllowed, Frozen.
    """
    require_writable(actor, policies.REGISTER, unit)
    book = locked_book(unit, year, direction, kind)
    if book.last_number != book.paper_number:
        raise DomainError(
            "book_begun", "Sổ này đã cho số trên máy, không nối từ sổ giấy được nữa.", status=409
        )
    book.last_number = book.paper_number = paper_number
    book.save(update_fields=["last_number", "paper_number"])
    audit.record(actor, "documents.go_on_from_paper", book, changes={"paper_number": paper_number})
    return book


@transaction.atomic
def set_issuer_sign(*, actor: Actor, unit: Unit, sign: str, since: date) -> IssuerSign:
    """Say which sign the unit writes behind its numbers from a day on.

    Raises ReasonMissing without a sign, NotAllowed, Frozen, 409 for a day already spoken for.
    """
    require_writable(actor, policies.REGISTER, unit)
    said = nfc(sign).replace(" ", "")[:24]
    if not said:
        raise ReasonMissing("Xin ghi ký hiệu, ví dụ HNCT.", field="sign")
    with said_in_words(CONSTRAINT_SENTENCES):
        for former in IssuerSign.objects.filter(unit=unit, during__contains=since):
            if former.during.lower == since:
                former.delete()
                continue
            former.during = DateRange(former.during.lower, since)
            former.save(update_fields=["during"])
        made = IssuerSign.objects.create(unit=unit, sign=said, during=DateRange(since, None))
    audit.record(actor, "documents.set_issuer_sign", unit, changes={"sign": said, "since": since})
    return made


def book_kind_of(type_sign: str, *, is_commendation: bool = False) -> BookKind:
    """Return the book a paper of this type goes into."""
    if type_sign == "GM":
        return BookKind.INVITATION
    return BookKind.COMMENDATION if is_commendation else BookKind.GENERAL
