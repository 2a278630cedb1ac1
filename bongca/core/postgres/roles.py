"""The database roles of design.md 6, and the database itself. Every step may be run again."""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import sql

DATABASE = "bongca"
LOGIN_ROLES = {
    "migrator": "bongca_migrator",
    "backup": "bongca_backup",
    "app": "bongca_app",
}
EXTENSIONS = ("ltree", "pg_trgm", "unaccent", "btree_gist", "btree_gin")

# The app must be able to become the reader, never to be it by inheritance: a policy
# for the reader would else apply to the app as well.
ATTRIBUTES = {
    "bongca_owner": "NOLOGIN",
    "bongca_reader": "NOLOGIN",
    "bongca_migrator": "LOGIN BYPASSRLS CREATEDB",
    "bongca_backup": "LOGIN BYPASSRLS",
    "bongca_app": "LOGIN NOBYPASSRLS NOINHERIT",
}
MEMBERSHIPS = (
    "GRANT bongca_owner TO bongca_migrator",
    "GRANT pg_read_all_data TO bongca_backup",
    "GRANT bongca_reader TO bongca_app",
    "GRANT pg_signal_backend TO bongca_migrator",
)
# What the migrator makes, the app may use; row-level security narrows it from there.
_FOR_LATER = [
    (f"ALTER DEFAULT PRIVILEGES FOR ROLE {maker} IN SCHEMA public", words, on, to)
    for maker in ("bongca_migrator", "bongca_owner")
    for words, on, to in (
        ("SELECT, INSERT, UPDATE, DELETE", "TABLES", "bongca_app"),
        ("SELECT", "TABLES", "bongca_reader"),
        ("USAGE, SELECT", "SEQUENCES", "bongca_app"),
    )
]
DEFAULT_PRIVILEGES = (
    "GRANT USAGE ON SCHEMA public TO bongca_app, bongca_reader",
    "GRANT CREATE ON SCHEMA public TO bongca_migrator",
    *(f"{scope} GRANT {words} ON {on} TO {to}" for scope, words, on, to in _FOR_LATER),
)
# Before a restore: a dump writes rights down as they differ from none.
NO_DEFAULT_PRIVILEGES = tuple(
    f"{scope} REVOKE {words} ON {on} FROM {to}" for scope, words, on, to in _FOR_LATER
)


def prepare_roles(connection: psycopg.Connection[Any], passwords: Mapping[str, str]) -> None:
    """Create the roles, give them their passwords and memberships."""
    for name, attributes in ATTRIBUTES.items():
        if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", name):
            connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(name)))
        words = sql.SQL(attributes)  # a constant of this module
        connection.execute(sql.SQL("ALTER ROLE {} {}").format(sql.Identifier(name), words))
    for short, name in LOGIN_ROLES.items():
        connection.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                sql.Identifier(name), sql.Literal(passwords[short])
            )
        )
    for statement in MEMBERSHIPS:
        connection.execute(sql.SQL(statement))


def prepare_template(connection: psycopg.Connection[Any]) -> None:
    """Put extensions and default privileges into the database we are connected to."""
    for name in EXTENSIONS:
        connection.execute(
            sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name))
        )
    for statement in DEFAULT_PRIVILEGES:
        connection.execute(sql.SQL(statement))


def create_database(connection: psycopg.Connection[Any], name: str = DATABASE) -> None:
    """Create a database of the owner's, from the prepared template, if it does not exist."""
    if not _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s", name):
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER bongca_owner").format(sql.Identifier(name))
        )


def _exists(connection: psycopg.Connection[Any], query: str, name: str) -> bool:
    return connection.execute(query.encode(), (name,)).fetchone() is not None
