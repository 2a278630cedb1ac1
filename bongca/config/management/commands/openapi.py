"""Write the description of the API that the tests compare with."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from bongca.config.api import api

SNAPSHOT = settings.ROOT / "tests" / "openapi.json"


def described() -> str:
    """Return the description as it is kept: sorted, one key a line."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


class Command(BaseCommand):
    help = "Write tests/openapi.json, the description of the API."

    def handle(self, *args: Any, **options: Any) -> None:
        SNAPSHOT.write_text(described(), encoding="utf-8")
        self.stdout.write(f"{SNAPSHOT.relative_to(settings.ROOT)}")
