"""`python -m bongca.core.run`."""

import os
import sys

from bongca.core.postgres import PostgresError
from bongca.core.run.errors import CannotStart
from bongca.core.run.supervisor import Supervisor
from bongca.core.state import state_folder


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
    try:
        Supervisor(state_folder()).run()
    except (CannotStart, PostgresError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
