"""Numbers of books: in order, none twice, none missing, whatever happens to those who ask."""

import threading
from collections import Counter
from collections.abc import Callable

import psycopg
import pytest
from django.db import OperationalError, connection, connections, transaction

from bongca.core.errors import DomainError, NotAllowed
from bongca.documents.actions.incoming import register_incoming
from bongca.documents.actions.numbering import go_on_from_paper, leave_number_out, set_issuer_sign
from bongca.documents.actions.refusals import NoSuchNumber, ReasonMissing
from bongca.documents.enums import BookKind, Direction
from bongca.documents.models import IncomingDocument, NumberBook, NumberGap
from bongca.documents.queries.books import issuer_sign, missing_numbers
from bongca.documents.tests.register import arrival, enter, numbered
from bongca.org.models import Unit
from tests.cast import TODAY, Cast, build_cast


class _Undone(Exception):
    pass


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_with_ten_undone_and_five_killed_leave_no_gap_and_no_double() -> None:
    cast = build_cast()
    start = threading.Barrier(50)
    failures: list[BaseException] = []

    def kept() -> None:
        enter(cast)

    def undone() -> None:
        with pytest.raises(_Undone), transaction.atomic():
            enter(cast)
            raise _Undone

    def killed() -> None:
        with pytest.raises(OperationalError), transaction.atomic():
            enter(cast)
            _kill(connection.connection.info.backend_pid)
            NumberBook.objects.count()

    def run(work: Callable[[], None]) -> None:
        try:
            start.wait(30)
            work()
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    works = [*[kept] * 35, *[undone] * 10, *[killed] * 5]
    works = [works[(place * 7) % 50] for place in range(50)]
    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert failures == []
    book = NumberBook.objects.get()
    numbers = list(IncomingDocument.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, 36))
    assert max(Counter(numbers).values()) == 1
    assert book.last_number == 35
    assert missing_numbers(book) == []


def _kill(pid: int) -> None:
    """End a backend from outside, as a pulled plug does."""
    settings = connection.get_connection_params()
    wanted = ("host", "port", "user", "password", "dbname")
    given = {key: settings[key] for key in wanted if key in settings}
    with psycopg.connect(**given, autocommit=True) as other:
        other.execute("select pg_terminate_backend(%s, 5000)", [pid])


def test_each_unit_year_and_kind_has_its_own_numbers(cast: Cast) -> None:
    first = enter(cast)
    other_kind = enter(cast, kind=BookKind.INVITATION)
    other_year = enter(cast, arrived_on=TODAY.replace(year=2025, month=12, day=31))
    other_unit = enter(cast, who="hoa", unit="bac_ninh")
    second = enter(cast)

    assert [one.numbered for one in (first, other_kind, other_year, other_unit, second)] == [
        "01", "01", "01", "01", "02",
    ]  # fmt: skip


def test_a_late_entry_stands_behind_its_number_with_a_letter(cast: Cast) -> None:
    enter(cast)
    enter(cast)
    late = [enter(cast, after_number=1) for _ in range(5)]

    assert [one.numbered for one in late] == ["01a", "01b", "01c", "01d", "01đ"]
    assert enter(cast).numbered == "03"


def test_a_late_entry_needs_a_number_before_it(cast: Cast) -> None:
    enter(cast)

    with pytest.raises(NoSuchNumber):
        enter(cast, after_number=2)


def test_a_gap_has_a_reason(cast: Cast) -> None:
    enter(cast)
    given = {
        "unit": cast.tan_yen, "year": TODAY.year,
        "direction": Direction.IN, "kind": BookKind.GENERAL,
    }  # fmt: skip
    with pytest.raises(ReasonMissing):
        leave_number_out(actor=cast.actor("minh"), reason=" ", **given)

    gap = leave_number_out(actor=cast.actor("minh"), reason="Ghi nhầm trên sổ giấy", **given)

    assert gap.number == 2
    assert enter(cast).number == 3
    assert missing_numbers(NumberBook.objects.get()) == []


def test_a_number_lost_without_a_reason_is_named(cast: Cast) -> None:
    enter(cast)
    gone = enter(cast)
    enter(cast)
    gone.steps.all().delete()
    gone.delete()

    assert missing_numbers(NumberBook.objects.get()) == [2]
    assert not NumberGap.objects.exists()


def test_numbers_are_given_by_the_register_of_the_unit_alone(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        enter(cast, who="tu", unit="central")
    with pytest.raises(NotAllowed):
        enter(cast, who="hoa", unit="tan_yen")


def test_papers_of_secret_books_are_refused(cast: Cast) -> None:
    with pytest.raises(DomainError) as refused:
        register_incoming(
            actor=cast.actor("minh"), unit=cast.tan_yen, arrival=arrival(), kind=BookKind.SECRET
        )

    assert refused.value.status == 409


def test_the_sign_of_a_unit_changes_on_a_day(cast: Cast) -> None:
    unit: Unit = cast.bac_ninh
    july = TODAY.replace(month=7, day=1)
    assert issuer_sign(unit, TODAY) == "HNCT"

    set_issuer_sign(actor=cast.actor("hoa"), unit=unit, sign="BĐD", since=july)
    set_issuer_sign(actor=cast.actor("hoa"), unit=unit, sign="HNCT-BN", since=TODAY)

    assert issuer_sign(unit, july.replace(month=6)) == "HNCT"
    assert issuer_sign(unit, july) == "BĐD"
    assert issuer_sign(unit, TODAY) == "HNCT-BN"


def test_a_book_goes_on_from_the_paper_one(cast: Cast) -> None:
    book = {
        "unit": cast.bac_ninh, "year": TODAY.year,
        "direction": Direction.OUT, "kind": BookKind.GENERAL,
    }  # fmt: skip
    go_on_from_paper(actor=cast.actor("hoa"), paper_number=317, **book)

    paper = numbered(cast, joint_name="Công an thành phố", joint_sign="HNCTVN-BCA")

    assert paper.symbol == "318/KH-HNCTVN-BCA"
    assert missing_numbers(NumberBook.objects.get()) == []
    with pytest.raises(DomainError) as refused:
        go_on_from_paper(actor=cast.actor("hoa"), paper_number=400, **book)
    assert refused.value.code == "book_begun"
