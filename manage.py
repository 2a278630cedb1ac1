#!/usr/bin/env python
"""Django's commands, with the embedded database started and the right role chosen for each."""

import os
import sys

# These make or change tables, which the app may not.
AS_MIGRATOR = {
    "migrate",
    "makemigrations",
    "showmigrations",
    "sqlmigrate",
    "seed",
    "seed_demo",
    "prepare_run",
}
WITHOUT_DATABASE = {"collectstatic", "check", "help", "version", "openapi", "access"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bongca.config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    if command in AS_MIGRATOR:
        os.environ.setdefault("BONGCA_DB_ROLE", "migrator")
    if command not in WITHOUT_DATABASE and not os.environ.get("DATABASE_URL"):
        from bongca.core.postgres import PostgresError, ensure_running
        from bongca.core.state import state_folder

        try:
            ensure_running(state_folder())
        except PostgresError as error:
            sys.exit(str(error))
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))  # a setting that is unsafe or missing: its name says enough


if __name__ == "__main__":
    main()
