"""Admit members: new persons, and persons the register knows already."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.members import rules
from bongca.members.actions.counts import count_key, record_count_changes
from bongca.members.actions.recording import Beginning, build_membership, recording_moment
from bongca.members.enums import HowBegan, HowEnded, MemberKind
from bongca.members.models import Membership
from bongca.members.queries.same_person import Lookalike, lookalikes
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.actions.identity import write_claim
from bongca.people.actions.persons import PersonFields, build_person, locked_person, readable
from bongca.people.actions.placing import place_person
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

HOLDS_MEMBERS = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)


class HoldsNoMembers(DomainError):
    """Members stand in a commune, a branch or a group, nowhere above."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(
            "holds_no_members",
            f"{unit.name} không trực tiếp có hội viên. Xin chọn chi hội hoặc tổ hội.",
            field="unit",
        )


class MaybeSame(DomainError):
    """The register already has someone of this name and year; the officer decides."""

    status = 409

    def __init__(self, found: list[Lookalike]) -> None:
        first = found[0]
        super().__init__("maybe_same", f"Trong sổ đã có {first.words}. Có phải là một người không?")
        self.found = found


class TooYoung(DomainError):
    """Regular members are 60, or 55 when active (domain.md 3.1)."""

    def __init__(self) -> None:
        super().__init__(
            "too_young",
            "Người chưa đủ 55 tuổi chỉ ghi được là hội viên danh dự.",
            field="kind",
        )


class NotYet(DomainError):
    """A day that has not come."""

    def __init__(self, field: str) -> None:
        super().__init__("not_yet", "Ngày này chưa tới. Xin xem lại.", field=field)


class AlreadyMember(DomainError):
    """One person is a member of one unit at a time (domain.md 3.2)."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__(
            "already_member", f"{person.full_name} đang là hội viên của {person.unit.name}."
        )


class HasDied(DomainError):
    """The register says this person has died; undoing that comes first."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__(
            "has_died",
            f"Sổ đang ghi {person.full_name} đã qua đời. Nếu ghi nhầm, xin hoàn tác việc đó trước.",
        )


class Merged(DomainError):
    """The row was joined with another, which stands for the person."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__(
            "merged",
            f"Dòng này của {person.full_name} đã được gộp. Xin mở người được giữ lại.",
        )


class TooSoonAgain(DomainError):
    """Someone struck off waits a year before asking again (domain.md 3.3)."""

    def __init__(self, ended: str) -> None:
        super().__init__(
            "too_soon_again",
            f"Người này bị xóa tên {ended}. Sau ít nhất 1 năm mới công nhận lại được.",
            field="joined",
        )


class OverlapsEarlier(DomainError):
    """The new period would begin before an earlier one of the same person ended."""

    def __init__(self, row: Membership) -> None:
        super().__init__(
            "overlaps_earlier",
            f"Người này còn sinh hoạt đến {PartialDate.of(row.during.upper).display()}."
            " Ngày vào lại phải từ ngày đó trở đi.",
            field="joined",
        )


@transaction.atomic
def admit_member(
    *,
    actor: Actor,
    unit: Unit,
    wanted: PersonFields,
    beginning: Beginning,
    number: str = "",
    is_someone_else: bool = False,
) -> Membership:
    """Put a new person into the register of a unit, with their identity number, and admit them.

    Raises MaybeSame when the commune already has someone like that, unless the officer has said
    it `is_someone_else`; HoldsNoMembers, TooYoung, NotYet, NotAnIdentityNumber, Frozen, NotAllowed
    and what `people.add_person` raises; Http404 outside the actor's scope.
    """
    require_writable(actor, "members.edit", unit)
    person = build_person(unit, wanted, PersonStatus.NOT_MEMBER)
    _check(actor, unit, person, beginning)
    if not is_someone_else:
        found = lookalikes(actor, person)
        if found:
            raise MaybeSame(found)
    now = recording_moment([unit])
    person.status = PersonStatus.MEMBER
    person.save(force_insert=True)
    membership = _admit(actor, person, unit, beginning, now)
    if number.strip():
        write_claim(actor, person, number)
    record_count_changes([], [count_key(person)])
    audit.record(
        actor,
        "members.admit_member",
        membership,
        changes=_said(unit, beginning),
        person_id=person.pk,
        personal=readable(wanted),
    )
    return membership


@transaction.atomic
def admit_known_person(
    *, actor: Actor, person_id: UUID, unit: Unit, beginning: Beginning
) -> Membership:
    """Admit, or admit again, a person the register already knows.

    Raises AlreadyMember, HasDied, Merged, OverlapsEarlier, TooSoonAgain, HoldsNoMembers, TooYoung,
    NotYet, Frozen, NotAllowed; Http404 when the person or the unit is outside the actor's scope.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    require_writable(actor, "members.edit", unit)
    if person.status in (PersonStatus.MEMBER, PersonStatus.TRANSFERRING):
        raise AlreadyMember(person)
    if person.status == PersonStatus.DECEASED:
        raise HasDied(person)
    if person.status == PersonStatus.MERGED:
        raise Merged(person)
    _check(actor, unit, person, beginning)
    check_waited(actor, person)
    before = count_key(person)
    now = recording_moment([unit])
    place_person(person, unit)
    person.status = PersonStatus.MEMBER
    person.version += 1
    person.save()
    membership = _admit(actor, person, unit, beginning, now)
    record_count_changes([before], [count_key(person)])
    audit.record(
        actor,
        "members.admit_known_person",
        membership,
        changes=_said(unit, beginning),
        person_id=person.pk,
    )
    return membership


def check_waited(actor: Actor, person: Person) -> None:
    """Refuse someone struck off less than a year ago (domain.md 3.3)."""
    struck = Membership.objects.filter(
        person=person, voided_at=None, ended_how=HowEnded.STRUCK_OFF
    ).order_by("-during")
    last = struck.first()
    if last is None or rules.a_year_after(last.during.upper) <= actor.today:
        return
    raise TooSoonAgain((last.ended or PartialDate.of(last.during.upper)).display())


def _admit(
    actor: Actor, person: Person, unit: Unit, beginning: Beginning, now: datetime
) -> Membership:
    membership = build_membership(actor, person, unit, beginning, now)
    earlier = Membership.objects.filter(person=person, voided_at=None)
    overlapping = earlier.filter(during__overlap=membership.during).first()
    if overlapping is not None:
        raise OverlapsEarlier(overlapping)
    membership.save(force_insert=True)
    return membership


def _check(actor: Actor, unit: Unit, person: Person, beginning: Beginning) -> None:
    if unit.tier not in HOLDS_MEMBERS:
        raise HoldsNoMembers(unit)
    if beginning.joined is not None and beginning.joined.first_day > actor.today:
        raise NotYet("joined")
    is_new = beginning.how != HowBegan.ROLL and beginning.kind == MemberKind.REGULAR
    born = (person.birth_year, person.birth_month, person.birth_day)
    if is_new and not rules.may_be_regular(rules.age_on(*born, on=actor.today)):
        raise TooYoung


def _said(unit: Unit, beginning: Beginning) -> dict[str, str]:
    return {
        "unit": str(unit.pk),
        "how": beginning.how,
        "kind": beginning.kind,
        "joined": beginning.joined.iso() if beginning.joined else "",
        "citation": beginning.citation,
    }
