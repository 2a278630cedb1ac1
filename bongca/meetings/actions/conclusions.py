"""Wording conclusions and handing them out as tasks: once, all of them or none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Max

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.meetings.actions.refusals import (
    CONSTRAINT_SENTENCES,
    require_unpublished,
    require_version,
)
from bongca.meetings.enums import Part
from bongca.meetings.models import Conclusion, ConclusionParty, Meeting
from bongca.meetings.policies import require_write
from bongca.meetings.queries.names import bodies_for, named
from bongca.meetings.rules.deadlines import span_of
from bongca.offices.models import Body
from bongca.org.models import Partner, Unit


@dataclass(frozen=True, slots=True)
class Party:
    """An owner or helper: a unit, body or partner of the register, or only the name as said."""

    part: str = Part.LEAD
    unit: Unit | None = None
    body: Body | None = None
    partner: Partner | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class ConclusionWords:
    """What is written of a conclusion; days typed stand before those read from the words."""

    words: str
    deadline_said: str = ""
    due_from: date | None = None
    due_on: date | None = None
    citation: str = ""


def parties_named(
    actor: Actor, meeting: Meeting, part: Part, bodies: Sequence[int], names: Iterable[str]
) -> list[Party]:
    """Return those who have a part, by the bodies chosen and the names written beside them.

    A name the register does not know stays as said.
    """
    own = {body.pk: body for body in bodies_for(meeting, actor)} if bodies else {}
    return [Party(part, body=own[key]) for key in bodies] + [
        Party(part, one.unit, one.body, one.partner, "" if one.is_known else one.said)
        for one in named(actor, meeting, names)
    ]


@transaction.atomic
def write_conclusion(
    *, actor: Actor, meeting: Meeting, words: ConclusionWords, parties: Sequence[Party] = ()
) -> Conclusion:
    """Write the next numbered conclusion. Raises NotAllowed, Frozen, Published, DomainError."""
    require_write(actor, meeting)
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_unpublished(held)
    last = Conclusion.objects.filter(meeting=held).aggregate(last=Max("number"))["last"] or 0
    with said_in_words(CONSTRAINT_SENTENCES):
        conclusion = Conclusion.objects.create(
            meeting=held, number=last + 1, **_fields(words, held.held_on)
        )
        _set_parties(conclusion, parties)
    audit.record(
        actor,
        "meetings.write_conclusion",
        conclusion,
        changes={"meeting": held.pk, "number": conclusion.number, "parties": len(parties)},
    )
    return conclusion


@transaction.atomic
def edit_conclusion(
    *,
    actor: Actor,
    conclusion: Conclusion,
    words: ConclusionWords,
    parties: Sequence[Party],
    version: int | None = None,
) -> Conclusion:
    """Word a conclusion anew before it goes out.

    Raises NotAllowed, Frozen, Published, Changed, DomainError.
    """
    require_write(actor, conclusion.meeting)
    require_unpublished(conclusion.meeting)
    kept = Conclusion.objects.select_for_update().get(pk=conclusion.pk)
    require_version(kept.version, version, {"Nội dung kết luận": kept.words})
    fields = _fields(words, conclusion.meeting.held_on)
    for name, value in fields.items():
        setattr(kept, name, value)
    kept.version += 1
    with said_in_words(CONSTRAINT_SENTENCES):
        kept.save(update_fields=[*fields, "version"])
        kept.parties.all().delete()
        _set_parties(kept, parties)
    audit.record(actor, "meetings.edit_conclusion", kept, changes={"number": kept.number})
    return kept


@transaction.atomic
def drop_conclusion(*, actor: Actor, conclusion: Conclusion) -> None:
    """Take out a conclusion before it goes out; those after it move up.

    Raises NotAllowed, Frozen, Published.
    """
    meeting = conclusion.meeting
    require_write(actor, meeting)
    require_unpublished(meeting)
    audit.record(
        actor, "meetings.drop_conclusion", conclusion, changes={"number": conclusion.number}
    )
    number = conclusion.number
    conclusion.delete()
    Conclusion.objects.filter(meeting=meeting, number__gt=number).update(number=F("number") - 1)


def _fields(words: ConclusionWords, said_on: date | None) -> dict[str, object]:
    said = nfc(words.deadline_said).strip()
    read = span_of(said, said_on)
    typed = words.due_on is not None and (words.due_from, words.due_on) != (read.first, read.last)
    return {
        "words": nfc(words.words).strip(),
        "deadline_said": said,
        "due_from": words.due_from if typed else read.first,
        "due_on": words.due_on if typed else read.last,
        "is_due_typed": typed,
        "citation": nfc(words.citation).strip(),
    }


def _set_parties(conclusion: Conclusion, parties: Sequence[Party]) -> None:
    ConclusionParty.objects.bulk_create(
        ConclusionParty(
            conclusion=conclusion,
            part=party.part,
            unit=party.unit,
            body=party.body,
            partner=party.partner,
            said=nfc(party.said).strip(),
        )
        for party in parties
    )
