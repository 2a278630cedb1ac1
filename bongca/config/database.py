"""Which database, as which role."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def database_settings(environ: Mapping[str, str], state_dir: Path) -> dict[str, Any]:
    """Return Django's settings of the database."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "bongca",
        "USER": "postgres",
        "HOST": environ.get("BONGCA_PG", ""),
    }
