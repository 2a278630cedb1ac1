"""`python -m bongca.core.backup make|restore`; `make backup` and `make restore` call it."""

import argparse
import os
import sys
from pathlib import Path

from bongca.core import clock
from bongca.core.backup.errors import BackupError
from bongca.core.backup.making import make_backup
from bongca.core.backup.place import place_of
from bongca.core.backup.restoring import begin_audit_epoch, put_in_place, restore
from bongca.core.postgres import PostgresError
from bongca.core.state import state_folder

SCRATCH = "bongca_restored"


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
    try:
        shown = _do(_chosen())
    except (BackupError, PostgresError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    sys.stdout.write(f"{shown}\n")
    return 0


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bongca.core.backup", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make", help="write an archive")
    making.add_argument("--to", type=Path, default=state_folder() / "backups")
    restoring = commands.add_parser("restore", help="restore an archive")
    restoring.add_argument("archive", type=Path)
    restoring.add_argument("--into", default=SCRATCH, help="a database that does not exist yet")
    restoring.add_argument("--files-to", type=Path, help="default: beside the files of the product")
    restoring.add_argument("--swap", action="store_true", help="put it in the place of the old one")
    return parser.parse_args()


def _do(chosen: argparse.Namespace) -> str:
    place = place_of(state_folder())
    now = clock.now()
    if chosen.command == "make":
        archive = make_backup(place, chosen.to, now)
        return f"{archive}\nKeep the keys (keys.json, secrets.json) apart from it: it has none."
    files = chosen.files_to or (place.files if chosen.swap else state_folder() / chosen.into)
    rows = restore(place, chosen.archive, chosen.into, files)
    shown = f"{sum(rows.values())} rows in {len(rows)} tables restored into '{chosen.into}'."
    if not chosen.swap:
        return f"{shown} Files are in {files}."
    aside = put_in_place(place, chosen.into, now)
    begin_audit_epoch(place)
    return f"{shown} It is now the product's database; the old one is kept as '{aside}'."


if __name__ == "__main__":
    sys.exit(main())
