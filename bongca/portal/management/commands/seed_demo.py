"""The demonstration: `manage.py seed_demo`; refused in production."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.org.ingest import read_territory
from bongca.portal.actions.demonstration import load_demonstration


class Command(BaseCommand):
    help = "Load the demonstration; what is there already is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        def say(step: str) -> None:
            self.stdout.write(f"  · {step}")

        try:
            load_demonstration(actor=Actor.system(clock.today()), files=read_territory(), say=say)
        except DomainError as refusal:
            raise CommandError(refusal.message) from refusal
