"""Load the State's map by date: `manage.py load_territory`."""

from typing import Any

from django.core.management.base import BaseCommand

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.org.actions.territory import load_territory
from bongca.org.ingest import read_territory


class Command(BaseCommand):
    help = "Load provinces, districts and communes with their dates; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = load_territory(actor=Actor.system(clock.today()), files=read_territory())
        self.stdout.write(f"territory: {changed} rows added or changed")
