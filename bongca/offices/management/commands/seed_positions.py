"""Load the catalogue of chức danh: `manage.py seed_positions`."""

from typing import Any

from django.core.management.base import BaseCommand

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.offices.actions.seeds import seed_positions


class Command(BaseCommand):
    help = "Add the positions that are missing; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        count = seed_positions(actor=Actor.system(clock.today()))
        self.stdout.write(f"positions: {count} added")
