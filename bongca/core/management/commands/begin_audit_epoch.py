"""`manage.py begin_audit_epoch`: after a restore, see core.audit.seals."""

from typing import Any

from django.core.management.base import BaseCommand

from bongca.core.audit.seals import begin_epoch


class Command(BaseCommand):
    help = "Seal the audit of a restored database and begin its next epoch."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"audit epoch {begin_epoch()}")
