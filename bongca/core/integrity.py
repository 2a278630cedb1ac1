"""The last word is the database's; this says it to people in theirs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from bongca.core.errors import DomainError


@contextmanager
def said_in_words(sentences: Mapping[str, str]) -> Iterator[None]:
    """Run writes in a savepoint; a constraint named in `sentences` becomes its sentence (409).

    Other violations go on as they are: they are mistakes of ours, not of a person.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = constraint_of(error)
        if name not in sentences:
            raise
        raise DomainError(name, sentences[name], status=409) from error


def constraint_of(error: IntegrityError) -> str:
    """Return the name of the constraint that was violated, or nothing."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return str(getattr(diagnosis, "constraint_name", "") or "")
