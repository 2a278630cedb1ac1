"""Shapes of what comes in from the pages."""
