"""Which account runs the server: PostgreSQL refuses root, and we never create accounts."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bongca.core.postgres.errors import PostgresError

CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An unprivileged account that root lends the server; `None` instead means: ourselves."""

    name: str
    uid: int
    gid: int

    @property
    def popen_options(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def account_for(existing_data: Path | None) -> Account | None:
    """Return the account to run as: the owner of existing data, else `postgres`, else `nobody`."""
    if os.geteuid() != 0:
        return None
    if existing_data is not None and existing_data.exists():
        owner = existing_data.stat()
        if owner.st_uid != 0:
            return Account(_name_of(owner.st_uid), owner.st_uid, owner.st_gid)
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise PostgresError(
        "PostgreSQL does not run as root and this machine has neither an account 'postgres' "
        "nor 'nobody': start this as an ordinary user."
    )


def can_reach(account: Account | None, *paths: Path) -> bool:
    """Say whether the account can read each path through all of its parents."""
    if account is None:
        return True
    test = (
        'for p; do test -r "$p" || exit 1; if test -d "$p"; then test -x "$p" || exit 1; fi; done'
    )
    command = ["/bin/sh", "-c", test, "sh", *map(str, paths)]
    finished = subprocess.run(command, check=False, cwd="/", **account.popen_options)
    return finished.returncode == 0


def give_to(account: Account | None, path: Path) -> None:
    if account is not None:
        os.chown(path, account.uid, account.gid)


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
