"""Composition only: settings, root URLs, root API. The one place that sees every app."""
