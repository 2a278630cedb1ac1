"""Books, papers in, papers out, the rules in force."""

from bongca.documents.models.books import IssuerSign, NumberBook, NumberGap, SecretEntry
from bongca.documents.models.incoming import IncomingDocument
from bongca.documents.models.outgoing import (
    OutgoingDocument,
    Recipient,
    SigningRule,
)
from bongca.documents.models.regulations import Regulation, RegulationReading
from bongca.documents.models.steps import DocumentStep

__all__ = [
    "DocumentStep",
    "IncomingDocument",
    "IssuerSign",
    "NumberBook",
    "NumberGap",
    "OutgoingDocument",
    "Recipient",
    "Regulation",
    "RegulationReading",
    "SecretEntry",
    "SigningRule",
]
