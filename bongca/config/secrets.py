"""Keys: from the environment, else made once and kept beside the database, never in it."""

import contextlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Secrets:
    """What signs sessions and seals columns. `column_keys`: newest first, hex by key id."""

    secret_key: str
    column_keys: dict[str, str]
    lookup_key: str
    made_here: bool


def load_secrets(state_dir: Path, environ: Mapping[str, str]) -> Secrets:
    """Return the keys of this installation; make and keep them when the environment has none.

    `COLUMN_KEYS` is "id:hex,id:hex", newest first, 32 bytes each; `LOOKUP_KEY` is 32 bytes hex.
    """
    if all(environ.get(name) for name in ("SECRET_KEY", "COLUMN_KEYS", "LOOKUP_KEY")):
        pairs = (pair.split(":", 1) for pair in environ["COLUMN_KEYS"].split(","))
        return Secrets(environ["SECRET_KEY"], dict(pairs), environ["LOOKUP_KEY"], False)
    kept = _kept(state_dir / "keys.json")
    return Secrets(
        environ.get("SECRET_KEY") or kept["secret_key"],
        {"k1": kept["column_key"]},
        kept["lookup_key"],
        True,
    )


def _kept(path: Path) -> dict[str, str]:
    while not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = {name: secrets.token_hex(32) for name in ("secret_key", "column_key", "lookup_key")}
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(fresh), encoding="utf-8")
        draft.chmod(0o600)
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return kept
