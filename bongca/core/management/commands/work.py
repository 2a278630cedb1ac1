"""`manage.py work`: the worker that does queued jobs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from bongca.core.jobs.worker import work


class Command(BaseCommand):
    help = "Do queued jobs until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--concurrency", type=int, default=2)
        parser.add_argument("--once", action="store_true", help="stop when nothing is queued")

    def handle(self, *args: Any, **options: Any) -> None:
        work(options["concurrency"], wait=not options["once"])
