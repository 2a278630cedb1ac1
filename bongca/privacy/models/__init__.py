"""Texts of consent, consents, requests of persons, incidents."""

from bongca.privacy.models.consents import Consent, ConsentText
from bongca.privacy.models.incidents import Incident
from bongca.privacy.models.requests import PersonRequest

__all__ = ["Consent", "ConsentText", "Incident", "PersonRequest"]
