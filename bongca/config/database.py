"""Which database, as which role: DATABASE_URL, or the embedded server of this checkout.

The web and the worker connect as the app, under row-level security. Only `migrate`, bulk loads
and the making of test databases set BONGCA_DB_ROLE=migrator.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from bongca.core.postgres import server_of
from bongca.core.state import state_folder

URL_NAMES = {"app": "DATABASE_URL", "migrator": "DATABASE_MIGRATOR_URL"}
CONNECTION_SECONDS = 60


def database_settings(env: Mapping[str, str]) -> dict[str, Any]:
    """Return Django's DATABASES["default"] for the role that BONGCA_DB_ROLE names (else app)."""
    return settings_from_url(database_url(env, env.get("BONGCA_DB_ROLE", "app")))


def is_embedded(env: Mapping[str, str]) -> bool:
    """Say whether no database was named, so that we run our own."""
    return not env.get("DATABASE_URL")


def database_url(env: Mapping[str, str], role: str) -> str:
    """Return the URL to connect with as a role.

    Raises ImproperlyConfigured when an outside database is named without that role's URL.
    """
    if role not in URL_NAMES:
        raise ImproperlyConfigured(f"BONGCA_DB_ROLE is '{role}': it must be app or migrator.")
    if is_embedded(env):
        return server_of(state_folder()).url(role)
    url = env.get(URL_NAMES[role])
    if not url:
        raise ImproperlyConfigured(f"{URL_NAMES[role]} is not set, and DATABASE_URL is.")
    return url


def settings_from_url(url: str) -> dict[str, Any]:
    """Translate a libpq URL; connections are kept for a minute and checked before use.

    No prepared statements and no server-side cursors: both break behind a pooler that works
    by transaction (spikes II.4).
    """
    words = {word: str(value) for word, value in conninfo_to_dict(url).items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": words.pop("dbname", ""),
        "USER": words.pop("user", ""),
        "PASSWORD": words.pop("password", ""),
        "HOST": words.pop("host", ""),
        "PORT": words.pop("port", ""),
        "CONN_MAX_AGE": CONNECTION_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {"prepare_threshold": None, **words},
    }
