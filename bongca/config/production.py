"""Production refuses to start with an unsafe setting, and names it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

SHORTEST_KEY = 50
SAFE_TLS = {"require", "verify-ca", "verify-full"}
LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "::1"}
PRIVILEGED = {"postgres", "bongca_owner", "bongca_migrator", "bongca_backup"}


def refuse_unsafe(settings: Mapping[str, Any], env: Mapping[str, str]) -> None:
    """Raise ImproperlyConfigured with every unsafe setting of a production installation."""
    found = [*unsafe_keys(settings, env), *unsafe_web(settings, env), *unsafe_database(env)]
    if found:
        lines = "".join(f"\n- {line}" for line in found)
        raise ImproperlyConfigured(f"BONGCA_MODE=production refuses to start:{lines}")


def refuse_demonstration() -> None:
    """Raise ImproperlyConfigured where the database itself says that it is a demonstration."""
    from bongca.core.models import Installation

    if Installation.objects.filter(is_demonstration=True).exists():
        raise ImproperlyConfigured(
            "BONGCA_MODE=production refuses to start:"
            "\n- the database is marked as a demonstration: DATABASE_URL must name another"
        )


def unsafe_keys(settings: Mapping[str, Any], env: Mapping[str, str]) -> Iterable[str]:
    """Name every key that is missing, short or known."""
    for name in ("SECRET_KEY", "COLUMN_KEYS", "LOOKUP_KEY"):
        if not env.get(name):
            yield f"{name} is not set: keys are to be kept apart from the data"
    key = str(settings.get("SECRET_KEY", ""))
    if len(key) < SHORTEST_KEY or "insecure" in key or "only-for-tests" in key:
        yield f"SECRET_KEY is shorter than {SHORTEST_KEY} letters, or a known one"


def unsafe_web(settings: Mapping[str, Any], env: Mapping[str, str]) -> Iterable[str]:
    """Name what would let a browser be watched, misled or shown too much."""
    if settings.get("DEBUG"):
        yield "BONGCA_DEBUG is on: error pages would show data"
    if env.get("BONGCA_DEMO") == "1":
        yield "BONGCA_DEMO is on: invented people do not belong here"
    hosts = {host.strip() for host in settings.get("ALLOWED_HOSTS", [])} - {""}
    if not hosts - LOCAL_HOSTS or any("*" in host for host in hosts):
        yield "ALLOWED_HOSTS is empty or takes any name: write the names people type"
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY"):
        if not settings.get(name):
            yield f"{name} is off: the cookie could be read on the way"
    if not settings.get("SECURE_SSL_REDIRECT") or not settings.get("SECURE_HSTS_SECONDS"):
        yield "SECURE_SSL_REDIRECT or SECURE_HSTS_SECONDS is off: pages would go out unencrypted"
    if env.get("BONGCA_BEHIND_PROXY") != "1":
        yield "BONGCA_BEHIND_PROXY is not 1: put a proxy that ends TLS in front, and say so"


def unsafe_database(env: Mapping[str, str]) -> Iterable[str]:
    """Name what is wrong with the database, or the way to it."""
    url = env.get("DATABASE_URL")
    if not url:
        if env.get("BONGCA_ACCEPT_EMBEDDED_DATABASE") != "1":
            yield (
                "DATABASE_URL is not set: the embedded PostgreSQL lags security releases; accept "
                "it by name with BONGCA_ACCEPT_EMBEDDED_DATABASE=1, or name a maintained server"
            )
        return
    words = conninfo_to_dict(url)
    if str(words.get("user") or "") in PRIVILEGED:
        yield f"DATABASE_URL signs in as {words.get('user')}, who passes by row security: name app"
    host = str(words.get("host") or "")
    is_remote = bool(host) and not host.startswith("/") and host not in LOCAL_HOSTS
    if is_remote and words.get("sslmode") not in SAFE_TLS:
        yield "DATABASE_URL goes to another machine without sslmode=require or stricter"
