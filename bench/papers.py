"""Registers of papers and conclusions of meetings, as a ratio to the one SQL statement that reads
or writes the same rows, in the same run. Needs the country of `bench.country`.

    DATABASE_URL=postgresql://superuser@/bench python -m bench.papers 200000

All the papers stand at one unit, ten years of it: searching never goes beyond one's own unit, so
this is the worst there is. The statements read whole rows, the product what its page shows.
"""

import os
import sys
from datetime import date
from itertools import count

import django

from bench.tasks import TODAY, _actor_at, _compare, _sql

YEARS = range(2017, 2027)
OWN = ("documents.view", "documents.register", "meetings.view", "meetings.keep")
CONCLUSIONS = 30
PAPERS = """
    insert into documents_incomingdocument (id, unit_id, book_id, book_kind, number, suffix,
        arrived_on, issuer, symbol, symbol_key, type_sign, abstract, urgency, state, instruction,
        instructed_by_label, handler_name, done_note, done_on, note, search_words, text_words,
        version)
    select gen_random_uuid(), %(unit)s, %(book)s, 'general', n, '', %(day)s::date + n %% 300,
        'Hoi NCT', n || '/KH-HNCT', n || 'khhnct', 'KH', 'Ke hoach so ' || n, 'normal', 'done',
        '', '', '', 'Xong', %(day)s::date + n %% 300, '',
        'ke hoach tham hoi nguoi cao tuoi so ' || n || ' ' || md5(n::text),
        case when n %% 3 = 0 then repeat(md5(n::text) || ' hoi nghi tong ket ', 12) else '' end, 1
    from generate_series(1, %(many)s) n"""


class _UndoneError(Exception):
    """Leave the country as it was."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
    django.setup()
    report(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)


def report(papers: int) -> None:
    """Print one row a claim: milliseconds of the product, of the bare statement, the ratio."""
    from django.db import transaction

    print("| act | product, ms | one statement, ms | ratio |\n|---|---:|---:|---:|")
    try:
        with transaction.atomic():
            actor, unit = _place()
            books = _fill(unit, papers)
            _searched(actor, unit, f"{papers:,}")
            _registered(actor, unit, books[-1])
            _concluded(actor, unit)
            raise _UndoneError
    except _UndoneError:
        pass


def _place():  # type: ignore[no-untyped-def]  # a bench, not the product
    from dataclasses import replace
    from types import MappingProxyType

    from bongca.core.actor import Reach
    from bongca.org.models import Unit

    unit = Unit.objects.get(tier="central")
    actor = _actor_at(unit)
    words = MappingProxyType({**actor.words, **dict.fromkeys(OWN, Reach.UNIT)})
    return replace(actor, words=words), unit


def _fill(unit, papers: int):  # type: ignore[no-untyped-def]  # a bench, not the product
    from bongca.documents.models import NumberBook

    many = papers // len(YEARS)
    books = [
        NumberBook.objects.create(
            unit=unit, year=year, direction="in", kind="general", last_number=many
        )
        for year in YEARS
    ]
    for book in books:
        values = {"unit": unit.pk, "book": book.pk, "day": date(book.year, 1, 1), "many": many}
        _sql(PAPERS, values)
    _sql("analyze documents_incomingdocument")
    return books


def _searched(actor, unit, many: str) -> None:  # type: ignore[no-untyped-def]  # a bench
    from bongca.core.ui import page_of
    from bongca.documents.queries.finding import Wanted, found_incoming

    like = "(search_words like %s or text_words like %s)"
    rare = "c4ca4238a0b923820dcc509a6f75849b"
    for name, typed, where, words in (
        ("words that a third of them have", "hội nghị", f"{like} and {like}", ("hoi", "nghi")),
        ("a word that a few have", rare, like, (rare,)),
        (
            "a symbol", "77/KH-HNCT", f"({like} or symbol_key like '77khhnct%%')", ("77/kh-hnct",),
        ),
    ):  # fmt: skip
        values = [unit.pk, *(f"%{word}%" for word in words for _ in range(2))]
        found = f"from documents_incomingdocument where unit_id = %s and {where}"
        statement = (
            f"select *, (select count(*) from (select 1 {found} limit 10001) few) {found}"
            " order by arrived_on desc, number desc, suffix desc limit 20"
        )
        values = values * 2
        wanted = Wanted(words=typed)
        _compare(
            f"search among {many} papers of a unit: {name}",
            lambda wanted=wanted: page_of(found_incoming(actor, wanted), 1, per_page=20),
            lambda said=statement, values=values: _sql(said, values),
        )


def _registered(actor, unit, book) -> None:  # type: ignore[no-untyped-def]  # a bench
    """Writing a paper is five statements more than its row: number, step, audit, rights, freeze."""
    from bongca.core.ui import page_of
    from bongca.documents.actions.incoming import Arrival, register_incoming
    from bongca.documents.queries.registers import MOST_ROWS, lines_of, rows_of
    from bongca.documents.views.books import PER_PAGE

    _compare(
        f"first page of a book of {book.last_number:,} numbers",
        lambda: rows_of(book, page_of(lines_of(book), 1, PER_PAGE, cap=MOST_ROWS).items),
        lambda: _sql(
            "select *, count(*) over () from documents_incomingdocument where book_id = %s"
            " order by number, suffix limit %s",
            [book.pk, PER_PAGE],
        ),
    )
    arrival = Arrival(issuer="Hội NCT", abstract="Kế hoạch", arrived_on=TODAY)
    ordinal = count(book.last_number + 1_000)
    row = PAPERS.replace("generate_series(1, %(many)s)", "generate_series(%(at)s, %(at)s)")
    values = {"unit": unit.pk, "book": book.pk, "day": date(book.year, 1, 1)}
    _compare(
        "registering a paper, against its row alone",
        lambda: register_incoming(actor=actor, unit=unit, arrival=arrival),
        lambda: _sql(row, values | {"at": next(ordinal)}),
    )


def _concluded(actor, unit) -> None:  # type: ignore[no-untyped-def]  # a bench
    from django.utils import timezone

    from bongca.meetings.models import Conclusion, ConclusionParty, Meeting
    from bongca.meetings.queries.conclusions import standings
    from bongca.org.models import Unit
    from bongca.programmes.actions.tasks import Assignee, create_task

    provinces = list(Unit.objects.filter(tier="province", is_open=True))
    meeting = Meeting.objects.create(
        unit=unit, kind="briefing", name="Giao ban", held_on=TODAY, recorded_at=timezone.now()
    )
    for number in range(1, CONCLUSIONS + 1):
        task = create_task(
            actor=actor, unit=unit, name=f"Kết luận {number}", due_on=TODAY,
            assignees=[Assignee(unit=province) for province in provinces],
        )  # fmt: skip
        said = Conclusion.objects.create(
            meeting=meeting, number=number, words="Rà soát", due_on=TODAY, task=task
        )
        ConclusionParty.objects.create(conclusion=said, part="lead", unit=unit)
    _sql("analyze programmes_assignment")
    copies = CONCLUSIONS * len(provinces)
    _compare(
        f"{CONCLUSIONS} conclusions of a meeting with {copies:,} copies",
        lambda: standings(actor, meeting),
        lambda: _sql(
            "select c.*, p.*, a.*, u.*, e.* from meetings_conclusion c"
            " join meetings_conclusionparty p on p.conclusion_id = c.id"
            " left join programmes_assignment a on a.task_id = c.task_id and a.parent_id is null"
            " left join org_unit u on u.id = a.unit_id"
            " left join programmes_extensionrequest e on e.assignment_id = a.id"
            " where c.meeting_id = %s order by c.number, a.id",
            [meeting.pk],
        ),
    )


if __name__ == "__main__":
    main()
