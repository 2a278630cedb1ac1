"""Where the embedded server keeps its files, and as whom it runs."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bongca.core.postgres.account import Account, account_for, can_reach, give_to
from bongca.core.postgres.errors import PostgresError
from bongca.core.secret_store import ensure_secrets

SOCKET_FILE = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 100  # the kernel allows 107 bytes, macOS 103


@dataclass(frozen=True)
class Placement:
    """The folders of one installation: `home` belongs to the account that runs the server."""

    state: Path
    home: Path
    socket_folder: Path
    account: Account | None

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "postgres.log"

    @property
    def control(self) -> Path:
        """Locks and marks of ours; they belong to whoever called, never to the server."""
        return self.state / "postgres"

    def create(self) -> None:
        """Make the folders and hand them to the account; parents are left as they are."""
        self.control.mkdir(parents=True, exist_ok=True)
        for folder in (self.home, self.socket_folder):
            if not folder.exists():
                folder.mkdir(mode=0o700)
                give_to(self.account, folder)
            self._refuse_stranger(folder)

    def _refuse_stranger(self, folder: Path) -> None:
        owner = folder.stat().st_uid
        expected = self.account.uid if self.account else os.geteuid()
        if owner != expected:
            raise PostgresError(
                f"{folder} belongs to another account (uid {owner}): "
                "start as the one that made it, or move it away."
            )


def placement_for(state: Path) -> Placement:
    """Return the placement in this state folder: `pg` inside, if the account can get there."""
    state = state.resolve()
    state.mkdir(parents=True, exist_ok=True)
    inside = state / "pg"
    account = account_for(inside)
    home = inside if can_reach(account, state) else _outside(state)
    return Placement(state, home, _socket_folder(state, home), account)


def _outside(state: Path) -> Path:
    """Return a folder beside the system's own data, with a name that no other checkout has.

    The installation's own mark is part of it: a new clone on an old path starts anew.
    """
    mark = ensure_secrets(state, "installation")["installation"]
    parent = Path("/var/lib") if os.access("/var/lib", os.W_OK) else Path("/var/tmp")  # noqa: S108 - outlives a restart
    return parent / f"bongca-{_digest(f'{state}:{mark}')}"


def _socket_folder(state: Path, home: Path) -> Path:
    folder = home / "run"
    if len(str(folder / SOCKET_FILE).encode()) <= LONGEST_SOCKET_PATH:
        return folder
    return Path(tempfile.gettempdir()) / f"bongca-{os.geteuid()}-{_digest(str(state))}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
