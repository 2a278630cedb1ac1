"""The demonstration: `manage.py seed_demo`; refused in production."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.lifeline import die_with_parent
from bongca.org.ingest import read_territory
from bongca.portal.actions.demonstration import bring_members, load_demonstration
from bongca.portal.rules.demo_places import COMMUNES

MANAGE = Path(__file__).resolve().parents[4] / "manage.py"
MOST_PROCESSES = 3


class Command(BaseCommand):
    help = "Load the demonstration; what is there already is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rolls", nargs="+", default=[], help="only the rolls of these communes"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        actor = Actor.system(clock.today())
        try:
            if options["rolls"]:
                bring_members(actor=actor, keys=options["rolls"])
                return
            load_demonstration(
                actor=actor, files=read_territory(), say=self._say, bring_rolls=bring_side_by_side
            )
        except DomainError as refusal:
            raise CommandError(refusal.message) from refusal

    def _say(self, step: str) -> None:
        self.stdout.write(f"  · {step}")


def bring_side_by_side() -> None:
    """Have the communes' rolls read on as many processors as there are.

    Raises CommandError when one of the processes failed.
    """
    count = max(1, min(MOST_PROCESSES, os.cpu_count() or 1))
    keys = [commune.key for commune in COMMUNES]
    children = [
        subprocess.Popen(
            [sys.executable, str(MANAGE), "seed_demo", "--rolls", *keys[number::count]],
            preexec_fn=die_with_parent(signal.SIGTERM),
        )
        for number in range(count)
    ]
    if any([child.wait() for child in children]):
        raise CommandError("The rolls of the demonstration could not all be read.")
