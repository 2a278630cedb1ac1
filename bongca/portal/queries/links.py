"""Addresses of pages of other apps; a page that is not there yet has none."""

from typing import Any

from django.urls import NoReverseMatch, reverse


def person_url(pk: Any) -> str:
    """The page of a person on the roll."""
    return _url("members:member_detail", pk)


def _url(name: str, pk: Any) -> str:
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
