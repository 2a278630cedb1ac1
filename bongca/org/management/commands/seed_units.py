"""Load the Association's units on the territory of today: `manage.py seed_units`."""

from typing import Any

from django.core.management.base import BaseCommand

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.org.actions.seeds import seed_units
from bongca.org.actions.territory import load_territory
from bongca.org.ingest import read_territory


class Command(BaseCommand):
    help = "Load the map, then Central, the provinces and the communes; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        actor = Actor.system(clock.today())
        rows = load_territory(actor=actor, files=read_territory())
        units = seed_units(actor=actor)
        self.stdout.write(f"territory: {rows} rows, units: {units} founded or renamed")
