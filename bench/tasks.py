"""Tasks at the size of the country: what the product runs, as a ratio to the one SQL statement
that reads or writes the same rows, in the same run. Needs the country of `bench.country`.

    DATABASE_URL=postgresql://superuser@/bench python -m bench.tasks

The board and the first page ask one statement for their rows and their counts, as the bare one
does; it reads whole rows, they what they show. The first page also asks twice for what waits to
be judged, which the bare statement does not.

Run by the owner, since only an owner may analyze; these tables stand without the second wall.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import django

REPEAT = 60
TODAY = date(2026, 11, 22)
COPIED = """kind, giver_id, unit_id, unit_pos, tier, role, state, due_on, addition, sent_at,
    sent_by_label, person_label, received_by_label, result, returned_reason, late_reason, version"""
EVERYTHING = ("tasks.view", "tasks.assign", "tasks.carry", "programmes.edit")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
    django.setup()
    report()


def report() -> None:
    """Print one row a claim: milliseconds of the product, of the bare statement, the ratio."""
    from django.db import transaction

    print("| act | product, ms | one statement, ms | ratio |\n|---|---:|---:|---:|")
    try:
        with transaction.atomic():
            _measure()
            raise _UndoneError
    except _UndoneError:
        pass


class _UndoneError(Exception):
    """Leave the country as it was."""


def _measure() -> None:
    from bongca.org.models import Unit

    central = Unit.objects.get(tier="central")
    _cascades(central)
    province = Unit.objects.filter(tier="province").order_by("lft")[12]
    for number in range(500):
        _give_one(_actor_at(central), central, province, number)
    _sql("analyze programmes_assignment")
    _sql("analyze programmes_task")
    _desk(province)


def _cascades(central) -> None:  # type: ignore[no-untyped-def]  # a bench, not the product
    from bongca.programmes.actions.cascading import give_down, pieces_of, write_piece
    from bongca.programmes.actions.tasks import create_task
    from bongca.programmes.models import Assignment
    from bongca.programmes.queries.progress import tier_counts

    actor = _actor_at(central)
    task = create_task(actor=actor, unit=central, name="Thăm người cao tuổi", due_on=TODAY)
    given = Assignment.objects.filter(task=task)

    def same() -> int:
        return create_task(actor=actor, unit=central, name="Như trên", due_on=TODAY).pk

    product = _once(lambda: give_down(actor=actor, task=task, down_to="commune"))
    other = same()
    bare = _once(lambda: _bare_insert(other, task.pk))
    _line(f"cascade to {given.count():,} units", product, bare)

    fresh = create_task(actor=actor, unit=central, name="Đến chi hội", due_on=TODAY)
    given = Assignment.objects.filter(task=fresh)
    pieces = list(pieces_of(fresh, central, ["province", "commune", "branch"], None, ""))
    product = _once(lambda: [write_piece(piece, by="bench") for piece in pieces])
    other = same()
    bare = _once(lambda: _bare_insert(other, fresh.pk))
    _line(f"cascade to {given.count():,} units, in pieces as the job does", product, bare)

    _sql(
        "update programmes_assignment set state = (array['sent', 'received', 'doing', 'handed_in',"
        " 'accepted'])[1 + id %% 5] where task_id = %s",
        [fresh.pk],
    )
    _sql("analyze programmes_assignment")
    _compare(
        f"progress of a directive, {given.count():,} assignments",
        lambda: tier_counts(actor, fresh, central),
        lambda: _sql(
            "select tier, state, count(*), count(*) filter (where due_on < %s and state in"
            " ('sent', 'received', 'doing', 'returned')) from programmes_assignment"
            " where task_id = %s and kind = 'unit' group by 1, 2",
            [TODAY, fresh.pk],
        ),
    )


def _desk(province) -> None:  # type: ignore[no-untyped-def]  # a bench, not the product
    from bongca.core.ui import page_of
    from bongca.programmes.queries.home import home_tasks
    from bongca.programmes.queries.work import WorkFilter, board, work_list

    actor = _actor_at(province)
    rows = (
        "select a.*, t.*, u.*, g.*, count(*) over () as many from programmes_assignment a"
        " join programmes_task t on t.id = a.task_id join org_unit u on u.id = a.unit_id"
        " join org_unit g on g.id = a.giver_id where a.unit_id = %s"
    )
    open_ones = " and a.state in ('sent', 'received', 'doing', 'returned')"
    in_columns = (
        "select * from (select a.*, t.*, u.*, g.*, row_number() over (partition by a.state"
        " order by a.due_on, a.id) as ordinal, count(*) over (partition by a.state) as many"
        " from programmes_assignment a join programmes_task t on t.id = a.task_id"
        " join org_unit u on u.id = a.unit_id join org_unit g on g.id = a.giver_id"
        " where a.unit_id = %s) every where ordinal <= 8"
    )
    in_order = " order by a.due_on, a.id limit "
    for name, act, statement in (
        (
            "board of a province with 502 tasks",
            lambda: board(actor),
            in_columns,
        ),
        (
            "home of an officer with 500 open things",
            lambda: home_tasks(actor),
            f"{rows}{open_ones}{in_order}6",
        ),
        (
            "first page of that officer's list",
            lambda: page_of(work_list(actor, WorkFilter()), 1, per_page=20),
            f"{rows}{in_order}20",
        ),
    ):
        _compare(name, act, lambda said=statement: _sql(said, [province.pk]))


def _actor_at(unit):  # type: ignore[no-untyped-def]  # a bench, not the product
    from bongca.core.actor import Actor, Reach

    words = MappingProxyType(dict.fromkeys(EVERYTHING, Reach.BELOW))
    return Actor(
        user_id=None, label="bench", today=TODAY, unit_id=unit.pk, tier=unit.tier,
        lft=unit.lft, rgt=unit.rgt, role="central_office", words=words,
    )  # fmt: skip


def _give_one(actor, central, province, number):  # type: ignore[no-untyped-def]  # a bench
    from bongca.programmes.actions.tasks import Assignee, create_task

    create_task(
        actor=actor, unit=central, name=f"Việc thứ {number}", due_on=TODAY,
        assignees=[Assignee(unit=province)],
    )  # fmt: skip


def _bare_insert(to_task: int, from_task: int) -> None:
    """Write as many rows of the same width in one statement, from a flat list."""
    _sql(
        f"insert into programmes_assignment (task_id, {COPIED})"
        f" select %s, {COPIED} from programmes_assignment where task_id = %s",
        [to_task, from_task],
    )


def _sql(
    statement: str, values: Sequence[object] | Mapping[str, object] = ()
) -> list[tuple[object, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)  # type: ignore[arg-type]  # plain values
        return list(cursor.fetchall()) if cursor.description else []


def _once(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _compare(name: str, act: Callable[[], object], bare: Callable[[], object]) -> None:
    """Run both by turns and print the least of each: what others do can only add to a run."""
    spent = [(_once(act), _once(bare)) for _ in range(REPEAT)]
    _line(name, min(one for one, _ in spent), min(one for _, one in spent))


def _line(name: str, product: float, bare: float) -> None:
    print(f"| {name} | {product:.1f} | {bare:.1f} | {product / bare:.2f} |", flush=True)


if __name__ == "__main__":
    main()
