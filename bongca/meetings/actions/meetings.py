"""Entering a meeting, who is called, the agenda, who came, who reported and said what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from bongca.accounts.actions.notices import notify
from bongca.accounts.models import User
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.meetings.actions.refusals import CONSTRAINT_SENTENCES, NotToCome, require_version
from bongca.meetings.enums import Reply
from bongca.meetings.models import AgendaItem, BodyReport, Meeting, Opinion, Participant
from bongca.meetings.policies import may_answer
from bongca.offices.models import Body
from bongca.org.models import Partner, Unit
from bongca.org.policies import require_writable


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """What is written about a meeting when it is called, or entered from its source."""

    kind: str
    name: str
    held_on: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    chair_name: str = ""
    chair_office: str = ""
    secretary_name: str = ""
    convener: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """One to be invited: a unit, body, user or partner, or a guest by name or office."""

    unit: Unit | None = None
    body: Body | None = None
    user: User | None = None
    partner: Partner | None = None
    name: str = ""
    office: str = ""
    delegation: str = ""
    leads_delegation: bool = False
    counts_for_quorum: bool = False
    attended: bool | None = None


@transaction.atomic
def enter_meeting(
    *,
    actor: Actor,
    unit: Unit,
    words: MeetingWords,
    bodies: Sequence[Body] = (),
    chair: User | None = None,
    seed_key: str = "",
) -> Meeting:
    """Enter a meeting of a unit, to come or of the past, or a superior's outside the tree.

    Raises NotAllowed, Frozen, and DomainError for hours the wrong way round or a missing source.
    """
    require_writable(actor, "meetings.keep", unit)
    with said_in_words(CONSTRAINT_SENTENCES):
        meeting = Meeting.objects.create(
            unit=unit, chair=chair, seed_key=seed_key, recorded_at=clock.now(), **_clean(words)
        )
    meeting.bodies.set(bodies)
    audit.record(
        actor,
        "meetings.enter_meeting",
        meeting,
        changes={"unit": unit.pk, "name": meeting.name, "held_on": meeting.held_on},
    )
    return meeting


@transaction.atomic
def edit_meeting(
    *,
    actor: Actor,
    meeting: Meeting,
    words: MeetingWords,
    bodies: Sequence[Body] | None = None,
    version: int | None = None,
) -> Meeting:
    """Correct what is written about a meeting. Raises NotAllowed, Frozen, Changed, DomainError."""
    require_writable(actor, "meetings.keep", meeting.unit)
    kept = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_version(kept.version, version, {"Tên cuộc họp": kept.name})
    given = _clean(words)
    changed = {name: value for name, value in given.items() if getattr(kept, name) != value}
    for name, value in changed.items():
        setattr(kept, name, value)
    kept.version += 1
    with said_in_words(CONSTRAINT_SENTENCES):
        kept.save(update_fields=[*changed, "version"])
    if bodies is not None:
        kept.bodies.set(bodies)
    audit.record(actor, "meetings.edit_meeting", kept, changes=changed)
    return kept


def _clean(words: MeetingWords) -> dict[str, object]:
    given = asdict(words)
    return {
        name: nfc(said).strip() if isinstance(said, str) else said for name, said in given.items()
    }


@transaction.atomic
def call_participants(
    *, actor: Actor, meeting: Meeting, called: Iterable[Called], now_invited: bool = True
) -> list[Participant]:
    """Put units, bodies, people and guests on the list of a meeting; users are told at once.

    Raises NotAllowed, Frozen, and DomainError for somebody already on it.
    """
    require_writable(actor, "meetings.keep", meeting.unit)
    at = clock.now() if now_invited else None
    with said_in_words(CONSTRAINT_SENTENCES):
        made = [
            Participant.objects.create(meeting=meeting, invited_at=at, **_fields(one))
            for one in called
        ]
    users = [one.user_id for one in made if one.user_id is not None]
    if now_invited and users and not meeting.is_past(actor.today):
        notify(
            actor=actor,
            user_ids=users,
            text=f"Mời dự: {meeting.name}",
            url=reverse("meetings:meeting_detail", args=[meeting.pk]),
            about=f"meeting.called:{meeting.pk}",
        )
    audit.record(actor, "meetings.call_participants", meeting, changes={"called": len(made)})
    return made


def _fields(one: Called) -> dict[str, object]:
    return {name: getattr(one, name) for name in Called.__dataclass_fields__}


@transaction.atomic
def edit_participant(
    *, actor: Actor, participant: Participant, office: str, has_vote: bool
) -> Participant:
    """Mend the office and the vote of one on the list; ballots put already keep their own list.

    Raises NotAllowed, Frozen, and DomainError when nothing would be left to name them by.
    """
    meeting = participant.meeting
    require_writable(actor, "meetings.keep", meeting.unit)
    participant.office = nfc(office).strip()
    participant.counts_for_quorum = has_vote
    with said_in_words(CONSTRAINT_SENTENCES):
        participant.save(update_fields=["office", "counts_for_quorum"])
    changes = {"participant": participant.pk, "votes": has_vote}
    audit.record(actor, "meetings.edit_participant", meeting, changes=changes)
    return participant


@transaction.atomic
def drop_participant(*, actor: Actor, participant: Participant) -> None:
    """Take somebody off the list. Raises NotAllowed, Frozen."""
    meeting = participant.meeting
    require_writable(actor, "meetings.keep", meeting.unit)
    audit.record(
        actor, "meetings.drop_participant", meeting, changes={"participant": participant.pk}
    )
    participant.delete()


@transaction.atomic
def answer_invitation(
    *, actor: Actor, participant: Participant, reply: str, note: str = ""
) -> Participant:
    """Say whether one comes. Raises DomainError for an answer that is not one's own to give."""
    if not may_answer(actor, participant):
        raise DomainError("not_invited", "Giấy mời này gửi cho người khác.", status=403)
    if reply not in Reply.values or reply == Reply.WAITING:
        raise DomainError("reply_unknown", "Xin chọn một câu trả lời.", field="reply")
    participant.reply = reply
    participant.reply_note = nfc(note).strip()
    participant.replied_at = clock.now()
    participant.save(update_fields=["reply", "reply_note", "replied_at"])
    audit.record(actor, "meetings.answer_invitation", participant.meeting, changes={"reply": reply})
    return participant


@transaction.atomic
def record_attendance(*, actor: Actor, meeting: Meeting, present: Mapping[int, bool]) -> None:
    """Write who was there. Raises NotAllowed, Frozen, NotToCome."""
    require_writable(actor, "meetings.keep", meeting.unit)
    if not meeting.is_past(actor.today):
        raise NotToCome
    rows = list(Participant.objects.filter(meeting=meeting, pk__in=present))
    for row in rows:
        row.attended = present[row.pk]
    Participant.objects.bulk_update(rows, ["attended"])
    audit.record(
        actor,
        "meetings.record_attendance",
        meeting,
        changes={"present": sum(present.values()), "called": len(rows)},
    )


@transaction.atomic
def add_agenda_item(
    *,
    actor: Actor,
    meeting: Meeting,
    title: str,
    minutes: int | None = None,
    presenter: str = "",
    papers: str = "",
) -> AgendaItem:
    """Put a point on the agenda, after those that stand there. Raises NotAllowed, Frozen."""
    require_writable(actor, "meetings.keep", meeting.unit)
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    last = AgendaItem.objects.filter(meeting=meeting).aggregate(last=Max("number"))["last"] or 0
    item = AgendaItem.objects.create(
        meeting=meeting,
        number=last + 1,
        title=nfc(title).strip(),
        minutes=minutes,
        presenter=nfc(presenter).strip(),
        papers=nfc(papers).strip(),
    )
    audit.record(actor, "meetings.add_agenda_item", item, changes={"meeting": meeting.pk})
    return item


@transaction.atomic
def record_report(
    *,
    actor: Actor,
    meeting: Meeting,
    said_by: str,
    text: str,
    body: Body | None = None,
    papers: str = "",
) -> BodyReport:
    """Write what a Ban or a unit reported. Raises NotAllowed, Frozen."""
    require_writable(actor, "meetings.keep", meeting.unit)
    report = BodyReport.objects.create(
        meeting=meeting, body=body, said_by=nfc(said_by).strip(), text=nfc(text).strip(),
        papers=nfc(papers).strip(),
    )  # fmt: skip
    audit.record(actor, "meetings.record_report", report, changes={"meeting": meeting.pk})
    return report


@transaction.atomic
def record_opinion(
    *,
    actor: Actor,
    meeting: Meeting,
    said_by: str,
    text: str,
    agenda_item: AgendaItem | None = None,
    is_source_words: bool = False,
) -> Opinion:
    """Write what somebody said, under their name or office. Raises NotAllowed, Frozen."""
    require_writable(actor, "meetings.keep", meeting.unit)
    opinion = Opinion.objects.create(
        meeting=meeting, said_by=nfc(said_by).strip(), text=nfc(text).strip(),
        agenda_item=agenda_item, is_source_words=is_source_words,
    )  # fmt: skip
    audit.record(actor, "meetings.record_opinion", opinion, changes={"meeting": meeting.pk})
    return opinion
