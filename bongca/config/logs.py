"""Structured logs, one JSON object a line, without personal data."""

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "bongca.core.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "procrastinate": {"level": "WARNING"},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.db.backends": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
