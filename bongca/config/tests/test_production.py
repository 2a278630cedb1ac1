"""Production refuses each unsafe setting by its name, and starts with safe ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from bongca.config.production import refuse_demonstration
from bongca.core.models import Installation
from bongca.core.state import CODE

SAFE = {
    "BONGCA_MODE": "production",
    "SECRET_KEY": "k" * 64,
    "COLUMN_KEYS": "k1:" + "11" * 32,
    "LOOKUP_KEY": "22" * 32,
    "ALLOWED_HOSTS": "hoi.example.vn",
    "BONGCA_BEHIND_PROXY": "1",
    "DATABASE_URL": "postgresql://bongca_app:x@db.example.vn/bongca?sslmode=verify-full",
}


def start(tmp_path: Path, **changed: str | None) -> str:
    """Load the settings as a process of their own would; return what it complains of."""
    wanted = {**SAFE, **changed}
    own = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env = own | {name: value for name, value in wanted.items() if value is not None}
    finished = subprocess.run(
        [sys.executable, "-c", "import bongca.config.settings"],
        cwd=CODE,
        env={**env, "BONGCA_STATE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (finished.returncode == 0) == (not finished.stderr)
    return finished.stderr


def test_safe_settings_start(tmp_path: Path) -> None:
    assert start(tmp_path) == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BONGCA_DEBUG", "1"),
        ("BONGCA_DEMO", "1"),
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("COLUMN_KEYS", None),
        ("LOOKUP_KEY", None),
        ("ALLOWED_HOSTS", None),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "hoi.example.vn,*"),
        ("BONGCA_BEHIND_PROXY", None),
        ("DATABASE_URL", None),
        ("DATABASE_URL", "postgresql://bongca_app:x@db.example.vn/bongca"),
        ("DATABASE_URL", "postgresql://postgres:x@/bongca?host=/run/postgresql"),
        ("DATABASE_URL", "postgresql://bongca_migrator:x@/bongca?host=/run/postgresql"),
    ],
)
def test_an_unsafe_setting_is_refused_by_name(tmp_path: Path, name: str, value: str | None) -> None:
    said = start(tmp_path, **{name: value})

    assert "refuses to start" in said
    assert f"- {name}" in said


def test_the_embedded_database_is_accepted_by_name(tmp_path: Path) -> None:
    assert start(tmp_path, DATABASE_URL=None, BONGCA_ACCEPT_EMBEDDED_DATABASE="1") == ""


def test_an_office_needs_none_of_it(tmp_path: Path) -> None:
    assert start(tmp_path, **dict.fromkeys(SAFE)) == ""


@pytest.mark.django_db
def test_a_demonstration_is_refused() -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": False})
    refuse_demonstration()

    Installation.objects.update(is_demonstration=True)

    with pytest.raises(ImproperlyConfigured, match="demonstration"):
        refuse_demonstration()
