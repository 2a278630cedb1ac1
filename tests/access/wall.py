"""Raw SQL against one table, as the app's role: everything the second wall must refuse.

Nothing here goes through the ORM or a policy: this is what a forgotten filter would do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import InternalError, ProgrammingError, connection, transaction

from bongca.core.scope import set_scope

REFUSALS = (ProgrammingError, InternalError)


@dataclass(frozen=True)
class Walled:
    """A person-bearing table with a row inside Lan's chi hội and one of the commune next door."""

    table: str
    key: str
    inside: Any
    outside: Any
    inside_pos: int
    outside_pos: int
    scope: tuple[int, int]


def faults(walled: Walled) -> list[str]:
    """Return what got through the wall, or an empty list."""
    return [f"{walled.table}: {fault}" for fault in _all_faults(walled)]


def _all_faults(walled: Walled) -> Iterator[str]:
    table, key, scope = walled.table, walled.key, walled.scope
    own = f"from {table} where {key} = %s"
    for name, row in (("a row inside", walled.inside), ("a row outside", walled.outside)):
        if _touched(f"select 1 {own}", [row], None):
            yield f"{name} is read without a scope"
        if _touched(f"update {table} set {key} = {key} where {key} = %s", [row], None):
            yield f"{name} is changed without a scope"
        if _touched(f"delete {own}", [row], None):
            yield f"{name} is deleted without a scope"
    if not _touched(f"select 1 {own}", [walled.inside], scope):
        yield "a row inside is hidden from its own unit"
    if _touched(f"select 1 {own}", [walled.outside], scope):
        yield "a row outside is read"
    if _touched(f"update {table} set {key} = {key} where {key} = %s", [walled.outside], scope):
        yield "a row outside is changed"
    if _touched(f"delete {own}", [walled.outside], scope):
        yield "a row outside is deleted"
    if not _is_refused(
        f"update {table} set unit_pos = %s where {key} = %s",
        [walled.outside_pos, walled.inside],
        scope,
    ):
        yield "a row inside is pushed out into another's scope"
    yield from _inserting(walled)


def _inserting(walled: Walled) -> Iterator[str]:
    copy = (
        f"insert into {walled.table} select (jsonb_populate_record(null::{walled.table},"
        f" to_jsonb(own) || jsonb_build_object('{walled.key}', gen_random_uuid(),"
        f" 'unit_pos', %s::bigint))).* from {walled.table} own where {walled.key} = %s"
    )
    if not _is_refused(copy, [walled.outside_pos, walled.inside], walled.scope):
        yield "a row is put into another's scope"
    if not _is_refused(
        f"insert into {walled.table} select (jsonb_populate_record(null::{walled.table},"
        f" jsonb_build_object('{walled.key}', gen_random_uuid(), 'unit_pos', %s::bigint))).*",
        [walled.inside_pos],
        None,
    ):
        yield "a row is put in without a scope"


def _touched(statement: str, values: list[Any], scope: tuple[int, int] | None) -> int:
    """Return how many rows a statement touched; none when the wall refused it aloud."""
    try:
        return _count(statement, values, scope)
    except REFUSALS as refusal:
        if "row-level security" not in str(refusal):
            raise
        return 0


def _count(statement: str, values: list[Any], scope: tuple[int, int] | None) -> int:
    """Return how many rows a statement touched, and take it back."""
    with transaction.atomic():
        _set(scope)
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            touched: int = cursor.rowcount
        transaction.set_rollback(True)
    return touched


def _is_refused(statement: str, values: list[Any], scope: tuple[int, int] | None) -> bool:
    """Tell whether row security refuses a statement (not whether it fails for another reason)."""
    try:
        _count(statement, values, scope)
    except REFUSALS as refusal:
        return "row-level security" in str(refusal)
    except Exception:  # a constraint comes after the wall: the row got through
        return False
    return False


def _set(scope: tuple[int, int] | None) -> None:
    if scope is not None:
        set_scope(*scope)
        return
    with connection.cursor() as cursor:
        cursor.execute("set local app.lft = ''; set local app.rgt = ''")


def protected_tables() -> set[str]:
    """Return the tables that stand behind a policy."""
    with connection.cursor() as cursor:
        cursor.execute("select distinct tablename from pg_policies")
        return {row[0] for row in cursor.fetchall()}
