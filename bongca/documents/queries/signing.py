"""Who signs a paper of a unit on a day: the unit's own rule, else the usual sign-off."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from bongca.documents.models import OutgoingDocument, SigningRule
from bongca.documents.rules.signing import usual_signature
from bongca.documents.rules.stored import read_signers
from bongca.org.models import Unit
from bongca.org.queries.contacts import signer_of
from bongca.papers.rules.paper import Authority, Signature


def signing_rules(unit: Unit, on: date) -> QuerySet[SigningRule]:
    """Return the unit's rules in force on that day, those of a type before those of any."""
    found = SigningRule.objects.filter(unit=unit, during__contains=on)
    return found.order_by("-type_sign", "pk")


def signature_for(unit: Unit, type_sign: str, on: date) -> Signature:
    """Return the sign-off of a paper of this type; the name is empty where nobody is known."""
    rules = signing_rules(unit, on).filter(type_sign__in={type_sign, ""})
    rule = rules.first()
    if rule is not None:
        lines = tuple(line for line in rule.lines.splitlines() if line.strip())
        return Signature(lines, rule.signer_name, Authority(rule.authority))
    usual = usual_signature(unit.tier, type_sign)
    if usual.authority is Authority.ORDER or usual.authority is Authority.DEPUTY:
        return usual
    return replace(usual, name=signer_of(unit, on))


def likely_signer(document: OutgoingDocument) -> str:
    """Return who would sign the paper today, where that is known."""
    signers = read_signers(document.signers)
    on = document.signed_on or document.drafted_on
    return (signers[-1] if signers else signature_for(document.unit, document.type_sign, on)).name
