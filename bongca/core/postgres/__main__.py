"""`python -m bongca.core.postgres start|stop|status|url [role] [database]`."""

import argparse
import sys
from pathlib import Path

from bongca.core.postgres import PostgresError, ensure_running, server_of, status, stop
from bongca.core.postgres.roles import DATABASE
from bongca.core.postgres.server import SECRET_NAMES


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bongca.core.postgres", description=__doc__)
    parser.add_argument("command", choices=["start", "stop", "status", "url"])
    parser.add_argument("role", nargs="?", default="app", choices=sorted(SECRET_NAMES))
    parser.add_argument("database", nargs="?", default=DATABASE)
    parser.add_argument("--root", type=Path, default=Path.cwd())
    chosen = parser.parse_args()
    try:
        shown = _answer(chosen)
    except PostgresError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{shown}\n")
    return 0


def _answer(chosen: argparse.Namespace) -> str:
    root: Path = chosen.root
    if chosen.command == "start":
        control = ensure_running(root).place.control
        (control / "keep").touch()
        return "running until `stop`"
    if chosen.command == "stop":
        return "stopped" if stop(root) else "was not running"
    if chosen.command == "status":
        return status(root)
    return server_of(root).url(chosen.role, chosen.database)


if __name__ == "__main__":
    sys.exit(main())
