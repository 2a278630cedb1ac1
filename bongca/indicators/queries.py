"""Reading the catalogue: definitions are public to everyone who is signed in."""

from datetime import date

from django.db.models import QuerySet

from bongca.indicators.models import Indicator


def indicators_on(day: date) -> QuerySet[Indicator]:
    """Return the indicators in force on a day, in the order of the catalogue."""
    return Indicator.objects.filter(during__contains=day)
