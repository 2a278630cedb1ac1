"""Passwords and keys of this installation: one file of mode 0600, outside the database."""

import json
import os
import secrets
from pathlib import Path

from bongca.core.lifeline import exclusive

FILE_NAME = "secrets.json"


def secrets_path(state: Path) -> Path:
    return state / FILE_NAME


def read_secrets(state: Path) -> dict[str, str]:
    """Return every secret that was kept so far."""
    path = secrets_path(state)
    if not path.exists():
        return {}
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def ensure_secrets(state: Path, *names: str) -> dict[str, str]:
    """Return the named secrets, drawing at random those that do not exist yet."""
    kept = read_secrets(state)
    if all(name in kept for name in names):
        return kept
    with exclusive(state / "secrets.lock"):
        kept = read_secrets(state)
        missing = [name for name in names if name not in kept]
        if missing:
            kept |= {name: secrets.token_urlsafe(32) for name in missing}
            _replace(secrets_path(state), json.dumps(kept, indent=2, sort_keys=True))
    return kept


def _replace(path: Path, text: str) -> None:
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
