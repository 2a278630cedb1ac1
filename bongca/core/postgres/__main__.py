"""`python -m bongca.core.postgres start|stop|status|url [role] [database]|prepare URL`."""

import argparse
import sys

from bongca.core.postgres import PostgresError, ensure_running, server_of, status, stop
from bongca.core.postgres.outside import prepare_outside
from bongca.core.postgres.roles import DATABASE
from bongca.core.postgres.server import SECRET_NAMES
from bongca.core.state import state_folder


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bongca.core.postgres", description=__doc__)
    parser.add_argument("command", choices=["start", "stop", "status", "url", "prepare"])
    parser.add_argument("role", nargs="?", default="app", help="or, for prepare, a superuser's URL")
    parser.add_argument("database", nargs="?", default=DATABASE)
    chosen = parser.parse_args()
    try:
        shown = _answer(chosen)
    except PostgresError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{shown}\n")
    return 0


def _answer(chosen: argparse.Namespace) -> str:
    state = state_folder()
    if chosen.command == "start":
        control = ensure_running(state).place.control
        (control / "keep").touch()
        return "running until `stop`"
    if chosen.command == "stop":
        return "stopped" if stop(state) else "was not running"
    if chosen.command == "status":
        return status(state)
    if chosen.command == "prepare":
        return prepare_outside(chosen.role)
    if chosen.role not in SECRET_NAMES:
        raise PostgresError(f"There is no role '{chosen.role}': {', '.join(SECRET_NAMES)}.")
    return server_of(state).url(chosen.role, chosen.database)


if __name__ == "__main__":
    sys.exit(main())
