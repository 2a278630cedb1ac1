"""Row-level security as migration operations: one policy text for every person-bearing table."""

from django.db.migrations.operations import RunSQL

# Unwrapped on purpose: the usual "(select current_setting(..))" costs up to 200 times (ADR 0003).
_INSIDE = (
    "{column} between nullif(current_setting('app.lft', true), '')::bigint"
    " and nullif(current_setting('app.rgt', true), '')::bigint"
)


def protect(table: str, column: str = "unit_pos") -> RunSQL:
    """Return the operation that hides every row of `table` outside the scope of the transaction.

    The owner of the table is bound too; only roles with BYPASSRLS (migrator, backup) are not.
    """
    inside = _INSIDE.format(column=column)
    return RunSQL(
        sql=[
            f"alter table {table} enable row level security",
            f"alter table {table} force row level security",
            f"create policy {table}_scope on {table} using ({inside}) with check ({inside})",
        ],
        reverse_sql=[
            f"drop policy {table}_scope on {table}",
            f"alter table {table} no force row level security",
            f"alter table {table} disable row level security",
        ],
    )
