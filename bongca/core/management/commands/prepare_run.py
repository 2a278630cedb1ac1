"""`manage.py prepare_run`: what must be in the database before web and worker start."""

import json
from typing import Any

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from bongca.core.demonstration import people_to_sign_in_as
from bongca.core.models import Installation


class Command(BaseCommand):
    help = "Migrate, load the demonstration if asked to, print the people to sign in as as JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="load the demonstration once")

    def handle(self, *args: Any, **options: Any) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stderr.write("· Preparing the tables")
            call_command("migrate", verbosity=0, interactive=False)
        is_demonstration = Installation.objects.filter(is_demonstration=True).exists()
        if options["demo"] and not is_demonstration and "seed_demo" in get_commands():
            self.stderr.write("· Loading the demonstration (once; about a minute)")
            call_command("seed_demo", stdout=self.stderr)
            is_demonstration = True
        people = people_to_sign_in_as() if is_demonstration else []
        self.stdout.write(json.dumps(people))
