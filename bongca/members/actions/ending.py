"""End a membership: by death, by wish, by being struck off, by moving away."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.members import rules
from bongca.members.actions.admitting import NotYet
from bongca.members.actions.counts import count_key, record_count_changes
from bongca.members.actions.recording import recording_moment, rewrite
from bongca.members.enums import HowBegan, HowEnded, VoidReason
from bongca.members.models import Membership
from bongca.org.policies import require_writable
from bongca.people.actions.persons import locked_person
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

STATUS_AFTER = {
    HowEnded.DECEASED: PersonStatus.DECEASED,
    HowEnded.LEFT: PersonStatus.LEFT,
    HowEnded.STRUCK_OFF: PersonStatus.STRUCK_OFF,
    HowEnded.MOVED_AWAY: PersonStatus.MOVED,
}


# Such a period follows another: its first day is the day of the move, however vague the joining.
CONTINUES = (HowBegan.MOVED_GROUP, HowBegan.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class Votes:
    """How many a tổ hội has, how many came, how many were for striking somebody off."""

    total: int
    present: int
    in_favour: int


@dataclass(frozen=True, slots=True)
class Ending:
    """How and when a membership ended, as an officer writes it."""

    how: HowEnded
    on: PartialDate
    citation: str = ""
    note: str = ""
    votes: Votes | None = None


class NotAMember(DomainError):
    """There is no open membership to act on."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__("not_a_member", f"{person.full_name} không còn đang sinh hoạt trong sổ.")


class OnTheWay(DomainError):
    """A unit elsewhere has been asked to take the member in; that is settled first."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__(
            "on_the_way",
            f"{person.full_name} đang chuyển sinh hoạt. Xin rút lại lượt chuyển rồi ghi việc này.",
        )


class EndedBeforeBegun(DomainError):
    """The end stands before the beginning."""

    def __init__(self, row: Membership) -> None:
        is_first = row.began_how not in CONTINUES
        word = "ngày vào Hội" if is_first else "ngày chuyển đến"
        first = row.joined if is_first else None
        day = (first or PartialDate.of(row.during.lower)).display()
        super().__init__(
            "ended_before_begun",
            f"Ngày này phải sau {word} ({day}). Nếu ghi nhầm người, xin hoàn tác.",
            field="on",
        )


class MinutesMissing(DomainError):
    """Striking off is decided by more than half of the group, on minutes (domain.md 3.3)."""

    def __init__(self) -> None:
        super().__init__(
            "minutes_missing",
            "Xóa tên cần quá nửa hội viên của tổ hội đồng ý. Xin ghi biên bản họp.",
            field="citation",
        )


class NoMajority(DomainError):
    """More than half of all members of the group, not of those who came (domain.md 3.3)."""

    def __init__(self, votes: Votes | None) -> None:
        said = "Xin ghi số hội viên của tổ hội, số có mặt và số đồng ý xóa tên."
        if votes is not None:
            said = (
                f"{votes.in_favour} người đồng ý trên {votes.total} hội viên của tổ hội là chưa"
                " quá nửa, nên chưa xóa tên được."
            )
        super().__init__("no_majority", said, field="votes_for")


class VotesDoNotAddUp(DomainError):
    """More came than there are, or more were for it than came."""

    def __init__(self) -> None:
        super().__init__(
            "votes_do_not_add_up",
            "Số có mặt không thể hơn số hội viên, số đồng ý không thể hơn số có mặt.",
            field="votes_present",
        )


@transaction.atomic
def end_membership(*, actor: Actor, person_id: UUID, ending: Ending) -> Membership:
    """End the open membership of a person and return the ended period.

    Raises NotAMember, OnTheWay, NotYet, EndedBeforeBegun, MinutesMissing, NoMajority,
    VotesDoNotAddUp, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    if ending.on.first_day > actor.today:
        raise NotYet("on")
    if ending.how == HowEnded.STRUCK_OFF:
        _check_struck_off(ending)
    row = open_membership(person)
    before = count_key(person)
    now = recording_moment([person.unit])
    (ended,) = rewrite(
        [row],
        VoidReason.ENDED,
        actor,
        now,
        during=ended_range(row, rules.end_day(ending.on, actor.today)),
        ended_how=ending.how,
        ended_year=ending.on.year,
        ended_month=ending.on.month,
        ended_day=ending.on.day,
        citation=(ending.citation or row.citation)[:200],
        note=ending.note[:200],
        **_voted(ending),
    )
    person.status = STATUS_AFTER[ending.how]
    if ending.how == HowEnded.DECEASED:
        person.died_year, person.died_month = ending.on.year, ending.on.month
        person.died_day = ending.on.day
    person.version += 1
    person.save()
    record_count_changes([before], [count_key(person)])
    audit.record(
        actor,
        "members.end_membership",
        ended,
        changes={"how": ending.how, "on": ending.on.iso(), "citation": ending.citation}
        | _voted(ending),
        person_id=person.pk,
        personal={"note": ending.note},
    )
    return ended


def _check_struck_off(ending: Ending) -> None:
    """Raises MinutesMissing, VotesDoNotAddUp, NoMajority."""
    if not ending.citation.strip():
        raise MinutesMissing
    votes = ending.votes
    if votes is None:
        raise NoMajority(None)
    if not 0 <= votes.in_favour <= votes.present <= votes.total:
        raise VotesDoNotAddUp
    if not rules.is_majority(votes.in_favour, votes.total):
        raise NoMajority(votes)


def _voted(ending: Ending) -> dict[str, int]:
    votes = ending.votes if ending.how == HowEnded.STRUCK_OFF else None
    if votes is None:
        return {}
    return {
        "votes_total": votes.total,
        "votes_present": votes.present,
        "votes_for": votes.in_favour,
    }


def open_membership(person: Person) -> Membership:
    """Return the open membership of a locked person. Raises OnTheWay, NotAMember."""
    if person.status == PersonStatus.TRANSFERRING:
        raise OnTheWay(person)
    row = Membership.objects.filter(person=person, voided_at=None, during__upper_inf=True).first()
    if row is None:
        raise NotAMember(person)
    return row


def ended_range(row: Membership, end: date) -> DateRange:
    """Return the days of a period that is to end. Raises EndedBeforeBegun."""
    joined = None if row.began_how in CONTINUES else row.joined
    try:
        start = rules.start_before(row.during.lower, joined, end)
    except ValueError:
        raise EndedBeforeBegun(row) from None
    return DateRange(start, end)
