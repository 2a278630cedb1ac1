"""Number books: which there are, and whether every number in them is accounted for."""

from datetime import date
from itertools import chain

from django.db.models import QuerySet

from bongca.core.actor import Actor
from bongca.documents import policies
from bongca.documents.models import (
    IncomingDocument,
    IssuerSign,
    NumberBook,
    NumberGap,
    OutgoingDocument,
    SecretEntry,
)
from bongca.documents.rules.numbers import DEFAULT_SIGN
from bongca.org.models import Unit


def books_of(actor: Actor, year: int | None = None) -> QuerySet[NumberBook]:
    """Return the books of the actor's unit, the newest year first."""
    books = policies.visible_books(actor).select_related("unit")
    if year is not None:
        books = books.filter(year=year)
    return books.order_by("-year", "direction", "kind")


def missing_numbers(book: NumberBook) -> list[int]:
    """Return the numbers of a book that neither an entry nor a stated reason accounts for."""
    counted = (NumberGap, IncomingDocument, OutgoingDocument, SecretEntry)
    known = set(
        chain.from_iterable(
            model._default_manager.filter(book=book).values_list("number", flat=True)
            for model in counted
        )
    )
    numbers = range(book.first_number, book.last_number + 1)
    return [number for number in numbers if number not in known]


def issuer_sign(unit: Unit, on: date) -> str:
    """Return the sign the unit writes behind its numbers on that day."""
    held = IssuerSign.objects.filter(unit=unit, during__contains=on).first()
    return held.sign if held else DEFAULT_SIGN
