"""`python -m bongca.core.run`."""

import os
import sys
from pathlib import Path

from bongca.core.postgres import PostgresError
from bongca.core.run.errors import CannotStart
from bongca.core.run.supervisor import Supervisor

ROOT = Path(__file__).resolve().parents[3]


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
    try:
        Supervisor(ROOT).run()
    except (CannotStart, PostgresError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
