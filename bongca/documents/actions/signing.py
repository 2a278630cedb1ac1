"""Who signs what, by which authority, from a day on."""

from datetime import date

from django.db import transaction
from psycopg.types.range import DateRange

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.documents import policies
from bongca.documents.actions.refusals import CONSTRAINT_SENTENCES, ReasonMissing
from bongca.documents.models import SigningRule
from bongca.org.models import Unit
from bongca.org.policies import require_writable


@transaction.atomic
def set_signing_rule(
    *,
    actor: Actor,
    unit: Unit,
    type_sign: str,
    authority: str,
    lines: str,
    since: date,
    signer_name: str = "",
    citation: str = "",
) -> SigningRule:
    """Say who signs papers of a type from a day on; the rule before it ends that day.

    Raises ReasonMissing without an office, NotAllowed, Frozen, 409 for an unknown authority.
    """
    require_writable(actor, policies.REGISTER, unit)
    said = nfc(lines)[:400]
    if not said:
        raise ReasonMissing("Xin ghi chức vụ ghi trên văn bản.", field="lines")
    former = SigningRule.objects.filter(unit=unit, type_sign=type_sign, during__contains=since)
    for rule in former:
        if rule.during.lower == since:
            rule.delete()
            continue
        rule.during = DateRange(rule.during.lower, since)
        rule.save(update_fields=["during"])
    with said_in_words(CONSTRAINT_SENTENCES):
        made = SigningRule.objects.create(
            unit=unit,
            type_sign=type_sign,
            authority=authority,
            lines=said,
            signer_name=nfc(signer_name)[:120],
            citation=nfc(citation)[:200],
            during=DateRange(since, None),
        )
    audit.record(
        actor,
        "documents.set_signing_rule",
        unit,
        changes={"type": type_sign, "authority": authority, "since": since},
    )
    return made
