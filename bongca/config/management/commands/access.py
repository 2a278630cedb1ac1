"""Print who may do what, and how far: role × permission word × reach."""

from typing import Any

from django.core.management.base import BaseCommand

from bongca.org import rules


def matrix() -> list[list[str]]:
    """Return the table of roles as rows: a word a line, a role a column."""
    roles = list(rules.ROLES.values())
    rows = [["", *(role.code for role in roles)]]
    for word in sorted(rules.WORDS):
        rows.append([word, *(role.words.get(word, "·") for role in roles)])
    return rows


class Command(BaseCommand):
    help = "Print the table of roles: permission word × reach."

    def handle(self, *args: Any, **options: Any) -> None:
        rows = matrix()
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())
        self.stdout.write("")
        for role in rules.ROLES.values():
            self.stdout.write(f"{role.code}: {role.title} ({', '.join(sorted(role.tiers))})")
