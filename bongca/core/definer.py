"""Functions that see past row-level security: a closed list, docs/decisions/0008.

Each runs as its owner, with a search path nobody can bend, callable by the app alone, and begins
with what it may answer: without a scope in the transaction it raises.
"""

from django.db.migrations.operations import RunSQL

_SCOPE = """
declare
    scope_lft bigint := nullif(current_setting('app.lft', true), '')::bigint;
    scope_rgt bigint := nullif(current_setting('app.rgt', true), '')::bigint;
begin
    if scope_lft is null or scope_rgt is null or scope_rgt < scope_lft then
        raise exception 'no scope is set' using errcode = 'insufficient_privilege';
    end if;
"""
_FOR_APP_ALONE = """
revoke all on function {signature} from public;
do $$ begin
    if exists (select from pg_roles where rolname = 'bongca_app') then
        grant execute on function {signature} to bongca_app;
    end if;
end $$;
"""


def define_function(
    name: str, arguments: str, types: str, returns: str, body: str, *, writes: bool = False
) -> RunSQL:
    """Return the operation that creates a definer function; `body` is PL/pgSQL after the check.

    `scope_lft` and `scope_rgt` are at hand in it; tables are named with their schema. One that
    `writes` says so in the decision as well.
    """
    kind = "volatile" if writes else "stable"
    signature = f"public.{name}({types})"
    return RunSQL(
        sql=(
            f"create function public.{name}({arguments}) returns {returns}"
            f" language plpgsql {kind} security definer"
            " set search_path = pg_catalog, pg_temp"
            f" as $body${_SCOPE}{body}\nend $body$;" + _FOR_APP_ALONE.format(signature=signature)
        ),
        reverse_sql=f"drop function {signature}",
    )


def follow_person(table: str) -> RunSQL:
    """Return the operation that creates `<table>_follow(moved)`: it puts the rows of a person
    where the person now stands.

    For the moment after a person was moved across scopes, when the rows are out of sight. It can
    only make a copy equal to what it is a copy of.
    """
    body = f"""
    update public.{table} kept set unit_pos = person.unit_pos
      from public.people_person person
     where person.id = moved and kept.person_id = moved and kept.unit_pos <> person.unit_pos;"""  # noqa: S608 - the name of a table, from a migration
    return define_function(f"{table}_follow", "moved uuid", "uuid", "void", body, writes=True)
