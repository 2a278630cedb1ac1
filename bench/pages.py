"""Whole pages on the generated country, as officers of three tiers see them, each as a ratio to the
page of help (which asks nothing of the register) in the same run.

    DATABASE_URL=postgresql://app@/bench python -m bench.pages
"""

import logging
import os
import statistics
import time
from datetime import date

import django

REPEAT = 5
BASELINE = "/tro-giup/"
SINCE = date(2025, 7, 1)
OFFICERS = (
    ("commune", "commune_chair"),
    ("province", "province_office"),
    ("central", "central_office"),
)
PAGES = (
    ("home", "/"),
    ("the own unit", "/don-vi/{unit}/"),
    ("members, first page", "/hoi-vien/"),
    ("members by given name", "/hoi-vien/?q=hoa"),
    ("members by full name", "/hoi-vien/?q=nguyen+thi+hoa"),
    ("members, a name nobody has", "/hoi-vien/?q=xyzw"),
    ("members, women of 70 to 79", "/hoi-vien/?tuoi=from_70_to_79&gioi=f"),
    ("members, page 100", "/hoi-vien/?trang=100"),
    ("search over everything", "/tra-cuu/?q=nguyen+van+minh"),
    ("reports", "/bao-cao/"),
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
    os.environ["ALLOWED_HOSTS"] = "testserver"
    django.setup()
    logging.disable(logging.WARNING)  # a page that a tier may not open is left out, not told
    report()


def report() -> None:
    """Print one row a page: milliseconds, ratio to the page of help, statements."""
    from django.test import Client

    from bongca.org.models import Unit

    print("| page | seen by | ms | ratio | statements |\n|---|---|---|---|---|")
    for tier, role in OFFICERS:
        unit = Unit.objects.filter(tier=tier).order_by("lft").first()
        client = Client()
        client.force_login(_officer(role, unit))
        bare, _ = _timed(client, BASELINE)
        for name, address in PAGES:
            url = address.format(unit=unit.pk)
            if client.get(url).status_code == 200:
                spent, statements = _timed(client, url)
                print(f"| {name} | {tier} | {spent:.0f} | {spent / bare:.1f} | {statements} |")


def _timed(client, url: str) -> tuple[float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    spent = []
    for _ in range(REPEAT):
        with CaptureQueriesContext(connection) as ran:
            start = time.perf_counter()
            client.get(url)
            spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent), len(ran)


def _officer(role: str, unit):
    """Return a user who holds the role there; at Central it takes a second person's word."""
    from django.db.backends.postgresql.psycopg_any import DateRange
    from django.utils import timezone

    from bongca.accounts.models import User
    from bongca.org.models import Grant

    user, is_new = User.objects.get_or_create(username=role, defaults={"display_name": role})
    if is_new:
        Grant.objects.create(
            user=user, role=role, unit=unit, title=role, during=DateRange(SINCE, None),
            confirmed_by_id=0, confirmed_at=timezone.now(),
        )  # fmt: skip
    return user


if __name__ == "__main__":
    main()
