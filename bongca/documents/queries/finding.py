"""Papers found: by year, book, state and words, with or without diacritics."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from bongca.core.actor import Actor
from bongca.core.text import fold
from bongca.documents import policies
from bongca.documents.enums import IncomingState, OutgoingState
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.documents.rules.numbers import symbol_key

_WORDS = ("search_words", "text_words")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of papers is narrowed to."""

    words: str = ""
    year: int | None = None
    kind: str = ""
    state: str = ""


def found_incoming(actor: Actor, wanted: Wanted) -> QuerySet[IncomingDocument]:
    """Return the papers that came in to the actor's unit, the latest first."""
    papers = policies.visible_incoming(actor).filter(_words(wanted.words))
    if wanted.year:
        papers = papers.filter(arrived_on__year=wanted.year)
    if wanted.kind:
        papers = papers.filter(book_kind=wanted.kind)
    if wanted.state == "open":
        papers = papers.exclude(state=IncomingState.DONE)
    elif wanted.state == "late":
        papers = papers.exclude(state=IncomingState.DONE).filter(due_on__lt=actor.today)
    elif wanted.state:
        papers = papers.filter(state=wanted.state)
    ordered = papers.order_by("-arrived_on", "-number", "-suffix")
    return ordered.select_related("handler", "unit").defer(*_WORDS)


def found_outgoing(actor: Actor, wanted: Wanted) -> QuerySet[OutgoingDocument]:
    """Return the papers of the actor's unit and of those it followed, the latest first."""
    own = policies.visible_outgoing(actor)
    papers = own.filter(_words(wanted.words), policies.kept_by(actor))
    if wanted.year:
        by_draft = Q(issued_on__isnull=True, drafted_on__year=wanted.year)
        papers = papers.filter(Q(issued_on__year=wanted.year) | by_draft)
    if wanted.kind:
        papers = papers.filter(book_kind=wanted.kind)
    if wanted.state == "draft":
        papers = papers.filter(number__isnull=True)
    elif wanted.state:
        papers = papers.filter(state=wanted.state)
    return papers.select_related("unit").order_by("-drafted_on", "-pk").defer(*_WORDS)


def years_of(actor: Actor) -> Sequence[int]:
    """Return the years the unit has books of, the newest first; always this one."""
    known = policies.visible_books(actor).values_list("year", flat=True)
    return sorted({*known, actor.today.year}, reverse=True)


def _words(typed: str) -> Q:
    """Every word somewhere in the title or the text, or the whole of it as a symbol."""
    words = fold(typed).split()
    if not words:
        return Q()
    everywhere = Q()
    for word in words:
        everywhere &= Q(search_words__contains=word) | Q(text_words__contains=word)
    key = symbol_key(typed)
    is_symbol = any(character.isdigit() for character in key)
    return everywhere | Q(symbol_key__startswith=key) if is_symbol else everywhere


def visible_documents(
    actor: Actor, words: str = ""
) -> tuple[QuerySet[IncomingDocument], QuerySet[OutgoingDocument]]:
    """Return every paper the actor may see and link to: those that came in, those that went out."""
    narrowed = _words(words)
    came = policies.visible_incoming(actor).filter(narrowed)
    went = policies.visible_outgoing(actor).filter(narrowed, state__in=_STANDING)
    return (
        came.order_by("-arrived_on", "-number").defer(*_WORDS),
        went.select_related("unit").order_by("-issued_on", "-number").defer(*_WORDS),
    )


_STANDING = (
    OutgoingState.NUMBERED,
    OutgoingState.SENT,
    OutgoingState.RECEIVED,
    OutgoingState.REPLACED,
)
