"""Texts of consent, consents, requests of persons, incidents, what is settled."""

from bongca.privacy.models.consents import Consent, ConsentText
from bongca.privacy.models.incidents import Incident
from bongca.privacy.models.requests import PersonRequest
from bongca.privacy.models.settled import SettledHolding

__all__ = ["Consent", "ConsentText", "Incident", "PersonRequest", "SettledHolding"]
