"""Papers marked Mật: an entry, and nothing that could hold their words, held by the database."""

import pytest
from django.db import IntegrityError, connection, transaction

from bongca.core.errors import DomainError, NotAllowed
from bongca.documents import policies
from bongca.documents.actions.incoming import register_incoming
from bongca.documents.actions.secret import SecretPaper, enter_secret
from bongca.documents.enums import BookKind, Direction, Secrecy
from bongca.documents.models import IncomingDocument, NumberBook, OutgoingDocument, SecretEntry
from bongca.documents.tests.register import arrival, enter, numbered
from tests.cast import TODAY, Cast

COLUMNS = {
    "id", "book_id", "book_kind", "number", "suffix", "on", "secrecy", "type_sign", "symbol",
    "written_on", "place", "kept_by", "at", "by_label",
}  # fmt: skip


def secret(cast: Cast, who: str = "hoa", unit: str = "bac_ninh") -> SecretEntry:
    return enter_secret(
        actor=cast.actor(who),
        unit=cast.units[unit],
        direction=Direction.IN,
        paper=SecretPaper(Secrecy.CONFIDENTIAL, TODAY, "Tỉnh ủy", "Hoàng Thị Hoa"),
    )


def test_a_secret_paper_has_an_entry_in_its_own_book(cast: Cast) -> None:
    entry = secret(cast)
    ordinary = enter(cast, "hoa", "bac_ninh")

    assert (entry.number, entry.book.kind) == (1, BookKind.SECRET)
    assert (ordinary.number, ordinary.book.kind) == (1, BookKind.GENERAL)


@pytest.mark.django_db
def test_no_column_holds_a_scan_a_text_or_an_abstract() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select column_name, data_type, coalesce(character_maximum_length, 0)"
            " from information_schema.columns where table_name = 'documents_secretentry'"
        )
        rows = cursor.fetchall()

    assert {name for name, _, _ in rows} == COLUMNS
    assert not [name for name, kind, _ in rows if kind in ("text", "json", "jsonb", "bytea")]
    assert max(length for name, _, length in rows if name != "by_label") <= 120


def test_the_database_lets_no_paper_with_a_text_into_a_secret_book(cast: Cast) -> None:
    book = secret(cast).book
    came, went = enter(cast, "hoa", "bac_ninh"), numbered(cast)

    for model, pk, name in (
        (IncomingDocument, came.pk, "incoming"), (OutgoingDocument, went.pk, "outgoing"),
    ):  # fmt: skip
        rows = model._default_manager.filter(pk=pk)
        with pytest.raises(IntegrityError, match=f"{name}_of_its_book"), transaction.atomic():
            rows.update(book=book, number=900)
        with pytest.raises(IntegrityError, match="is_not_secret"), transaction.atomic():
            rows.update(book=book, number=900, book_kind=BookKind.SECRET)


def test_the_database_lets_no_book_with_papers_become_secret(cast: Cast) -> None:
    book = enter(cast).book
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberBook.objects.filter(pk=book.pk).update(kind=BookKind.SECRET)


def test_a_secret_entry_stands_in_no_other_book(cast: Cast) -> None:
    entry, book = secret(cast), enter(cast, "hoa", "bac_ninh").book
    with pytest.raises(IntegrityError), transaction.atomic():
        SecretEntry.objects.filter(pk=entry.pk).update(book=book, number=900)


def test_a_scan_cannot_be_entered_as_secret(cast: Cast) -> None:
    with pytest.raises(DomainError):
        register_incoming(
            actor=cast.actor("hoa"), unit=cast.bac_ninh, arrival=arrival(), kind=BookKind.SECRET
        )


def test_only_the_register_sees_secret_entries(cast: Cast) -> None:
    entry = secret(cast, "mai", "central")

    assert policies.visible_secret_entries(cast.actor("mai")).get() == entry
    for who in ("tu", "binh", "quantri", "hoa"):
        assert not policies.visible_secret_entries(cast.actor(who)).exists()
    with pytest.raises(NotAllowed):
        secret(cast, "binh", "central")
