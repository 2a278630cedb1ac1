"""Open the first two accounts at Central, from which every other right is given."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bongca.accounts.actions.users import NewAccount
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.scope import whole_tree
from bongca.org.actions.accounts import open_first_accounts
from bongca.org.models import Unit


class Command(BaseCommand):
    help = "Open the first accounts at Central: two people, since every grant there takes two."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("names", nargs=2, metavar='"Họ và tên"')

    def handle(self, *args: Any, **options: Any) -> None:
        central = Unit.objects.filter(tier="central", is_open=True).first()
        if central is None:
            raise CommandError("There is no unit yet. Load the tree first: make seed.")
        accounts = [NewAccount(name, "ong") for name in options["names"]]
        try:
            with whole_tree():
                slips = open_first_accounts(
                    actor=Actor.system(clock.today()), central=central, accounts=accounts
                )
        except DomainError as refusal:
            raise CommandError(refusal.message) from refusal
        for slip in slips:
            self.stdout.write(
                f"{slip.user.display_name}: {slip.user.username} / {slip.password}"
                f" (until {slip.user.slip_expires_at:%d/%m/%Y})"
            )
