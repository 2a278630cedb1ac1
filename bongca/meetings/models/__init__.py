"""Meetings and what comes of them."""

from bongca.meetings.models.ballots import Ballot, BallotCount, BallotVoice, BallotVoter
from bongca.meetings.models.conclusions import Conclusion, ConclusionParty, Notice
from bongca.meetings.models.meetings import (
    AgendaItem,
    BodyReport,
    Meeting,
    Opinion,
    Participant,
)
from bongca.meetings.models.minutes import MinutesConfirmation, MinutesRevision
from bongca.meetings.models.papers import AgendaPaper
from bongca.meetings.models.voting import VotingRule

__all__ = [
    "AgendaItem",
    "AgendaPaper",
    "Ballot",
    "BallotCount",
    "BallotVoice",
    "BallotVoter",
    "BodyReport",
    "Conclusion",
    "ConclusionParty",
    "Meeting",
    "MinutesConfirmation",
    "MinutesRevision",
    "Notice",
    "Opinion",
    "Participant",
    "VotingRule",
]
