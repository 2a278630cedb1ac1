"""What every installation stands on: `make seed`."""

from typing import Any

from django.core.management.base import BaseCommand

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.org.ingest import read_territory
from bongca.portal.actions.demonstration import load_association


class Command(BaseCommand):
    help = "Load the map, the units of the Association and the catalogue of offices."

    def handle(self, *args: Any, **options: Any) -> None:
        load_association(actor=Actor.system(clock.today()), files=read_territory())
        self.stdout.write("· The Association stands on the map of today")
