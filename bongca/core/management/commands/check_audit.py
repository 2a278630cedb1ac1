"""`make check-audit`: seal what is final, then look for a broken chain."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bongca.core.audit.seals import check_chain, seal_entries


class Command(BaseCommand):
    help = "Find an audit entry that was changed, deleted or reordered, and a cut tail."

    def handle(self, *args: Any, **options: Any) -> None:
        seal_entries()
        found = check_chain()
        for fault in found.faults:
            self.stderr.write(fault)
        if found.faults:
            raise CommandError(f"the audit chain is broken in {len(found.faults)} place(s)")
        self.stdout.write(f"the audit chain is whole: {found.seals} seals, {found.entries} entries")
