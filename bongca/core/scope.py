"""The second wall: the interval of the tree that row-level security lets through (ADR 0003).

Set per transaction with a literal SET LOCAL, never per session: a session setting leaks to the
next client of a pool. Without it a person-bearing table shows no row.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from bongca.core.actor import WHOLE_TREE_RGT, Actor


def set_scope(lft: int, rgt: int) -> None:
    """Let the rest of this transaction see the rows from `lft` to `rgt` of the tree of today.

    Raises RuntimeError outside a transaction, where the setting would be lost at once.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("set_scope needs a transaction")
    with connection.cursor() as cursor:
        cursor.execute(f"set local app.lft = '{int(lft)}'; set local app.rgt = '{int(rgt)}'")


@contextmanager
def scoped(actor: Actor) -> Iterator[None]:
    """Run a block in one transaction that sees what the actor's unit sees."""
    with transaction.atomic():
        before = _current()
        set_scope(actor.lft, actor.rgt)
        yield
        _put_back(before)


@contextmanager
def whole_tree() -> Iterator[None]:
    """Run a block of the installation's own work (seeds, upkeep, nightly checks) over every row."""
    with transaction.atomic():
        before = _current()
        set_scope(0, WHOLE_TREE_RGT)
        yield
        _put_back(before)


def _current() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(current_setting('app.lft', true), ''),"
            " coalesce(current_setting('app.rgt', true), '')"
        )
        row = cursor.fetchone()
    assert row is not None
    return row[0], row[1]


def _put_back(before: tuple[str, str]) -> None:
    lft, rgt = before
    if lft and rgt:
        set_scope(int(lft), int(rgt))
    else:
        with connection.cursor() as cursor:
            cursor.execute("set local app.lft = ''; set local app.rgt = ''")
