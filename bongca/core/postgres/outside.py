"""Roles and database on a maintained server, once, as its superuser."""

import secrets
from urllib.parse import quote

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bongca.core.postgres import roles
from bongca.core.postgres.errors import PostgresError


def prepare_outside(superuser_url: str) -> str:
    """Create what design and migrations expect; return the settings to keep, one a line.

    Run again, it draws new passwords and changes nothing else. Raises PostgresError where the
    server does not let us in.
    """
    passwords = {role: secrets.token_urlsafe(32) for role in roles.LOGIN_ROLES}
    try:
        with psycopg.connect(superuser_url, autocommit=True) as connection:
            roles.prepare_roles(connection, passwords)
            roles.create_database(connection)
        with psycopg.connect(
            make_conninfo(superuser_url, dbname=roles.DATABASE), autocommit=True
        ) as connection:
            roles.prepare_template(connection)
    except psycopg.Error as error:
        raise PostgresError(f"The server could not be prepared: {str(error).strip()}") from None
    return "\n".join(
        f"{name}={_url(superuser_url, role, passwords[role])}"
        for name, role in (
            ("DATABASE_URL", "app"),
            ("DATABASE_MIGRATOR_URL", "migrator"),
            ("DATABASE_BACKUP_URL", "backup"),
        )
    )


def _url(superuser_url: str, role: str, password: str) -> str:
    words = conninfo_to_dict(superuser_url)
    place = "&".join(
        f"{word}={quote(str(words[word]), safe='')}"
        for word in ("host", "port", "sslmode", "sslrootcert")
        if words.get(word)
    )
    return f"postgresql://{roles.LOGIN_ROLES[role]}:{password}@/{roles.DATABASE}?{place}"
