"""Rounds of mừng thọ, requests for allowances, levels set by units."""

from bongca.care.models.levels import Level
from bongca.care.models.rights import CareAnswers, RightRequest
from bongca.care.models.rounds import LongevityRound, Recipient

__all__ = ["CareAnswers", "Level", "LongevityRound", "Recipient", "RightRequest"]
