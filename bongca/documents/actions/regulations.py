"""The rules in force of a unit: begun, amended, replaced, reviewed, read."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import Http404

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.documents import policies
from bongca.documents.actions.refusals import CONSTRAINT_SENTENCES, DayToCome, ReasonMissing
from bongca.documents.models import OutgoingDocument, Regulation, RegulationReading
from bongca.org.models import Unit
from bongca.org.policies import require_writable


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is known of a rule: its name, its paper, its days, what it takes the place of."""

    title: str
    since: date
    citation: str = ""
    document: OutgoingDocument | None = None
    replaces: Regulation | None = None
    amends: Regulation | None = None
    review_due_on: date | None = None


@transaction.atomic
def put_in_force(*, actor: Actor, unit: Unit, ruling: Ruling) -> Regulation:
    """Record a rule of a unit; the one it replaces ends on the day this one begins.

    Raises ReasonMissing, NotAllowed, Frozen; Http404 for a rule or a paper of another unit; 409
    for one that would end before it began.
    """
    require_writable(actor, policies.REGISTER, unit)
    title = nfc(ruling.title)[:300]
    if not title:
        raise ReasonMissing("Xin ghi tên quy chế, quy định.", field="title")
    others = [one for one in (ruling.replaces, ruling.amends, ruling.document) if one]
    if any(one.unit_id != unit.pk for one in others):
        raise Http404
    with said_in_words(CONSTRAINT_SENTENCES):
        if ruling.replaces is not None:
            ruling.replaces.until = ruling.since
            ruling.replaces.save(update_fields=["until"])
        made = Regulation.objects.create(
            unit=unit,
            title=title,
            document=ruling.document,
            citation=nfc(ruling.citation)[:300],
            since=ruling.since,
            replaces=ruling.replaces,
            amends=ruling.amends,
            review_due_on=ruling.review_due_on,
            by_label=actor.label,
        )
    audit.record(actor, "documents.put_in_force", made, changes={"since": ruling.since})
    return made


@transaction.atomic
def review_regulation(
    *, actor: Actor, regulation: Regulation, next_due_on: date | None
) -> Regulation:
    """Record that a rule was reviewed and stays, and when it is next due.

    Raises DomainError for a next day that is not ahead, NotAllowed, Frozen.
    """
    require_writable(actor, policies.REGISTER, regulation.unit)
    if next_due_on is not None and next_due_on <= actor.today:
        raise DomainError(
            "review_behind", "Ngày rà soát lần sau phải ở phía trước.", field="next_due_on"
        )
    regulation.reviewed_on, regulation.review_due_on = actor.today, next_due_on
    regulation.save(update_fields=["reviewed_on", "review_due_on"])
    audit.record(actor, "documents.review_regulation", regulation, changes={"next": next_due_on})
    return regulation


@transaction.atomic
def end_regulation(*, actor: Actor, regulation: Regulation, on: date) -> Regulation:
    """Record that a rule is no longer in force. Raises DayToCome, NotAllowed, Frozen, 409."""
    require_writable(actor, policies.REGISTER, regulation.unit)
    if on > actor.today:
        raise DayToCome("on")
    regulation.until = on
    with said_in_words(CONSTRAINT_SENTENCES):
        regulation.save(update_fields=["until"])
    audit.record(actor, "documents.end_regulation", regulation, changes={"until": on})
    return regulation


@transaction.atomic
def confirm_reading(*, actor: Actor, regulation: Regulation) -> None:
    """Confirm that one has read a rule; twice is once. Raises Http404 out of sight."""
    seen = policies.visible_regulations(actor).filter(pk=regulation.pk).exists()
    if not seen or actor.user_id is None:
        raise Http404
    _, is_new = RegulationReading.objects.get_or_create(
        regulation=regulation,
        user_id=actor.user_id,
        defaults={"by_label": actor.label, "at": clock.now()},
    )
    if is_new:
        audit.record(actor, "documents.confirm_reading", regulation)
