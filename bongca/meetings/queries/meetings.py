"""Meetings in a list and one by one, with all that belongs to them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.text import fold
from bongca.meetings.enums import Choice
from bongca.meetings.models import (
    Ballot,
    BallotVoice,
    BallotVoter,
    Meeting,
    MinutesConfirmation,
    MinutesRevision,
    Participant,
)
from bongca.meetings.policies import visible_meetings
from bongca.meetings.queries.voting import quorum
from bongca.meetings.rules.majorities import Majority
from bongca.offices.policies import visible_appointments
from bongca.org.models import Grant


def meetings(actor: Actor, text: str = "", kind: str = "") -> QuerySet[Meeting]:
    """Return the meetings one may see, latest first, each with its count of conclusions."""
    rows = visible_meetings(actor).select_related("unit", "notice")
    if kind:
        rows = rows.filter(kind=kind)
    if text.strip():
        rows = rows.filter(pk__in=_named(rows, text))
    return rows.annotate(conclusion_count=Count("conclusions")).order_by(
        F("held_on").desc(nulls_last=True), "-pk"
    )


def _named(rows: QuerySet[Meeting], text: str) -> list[int]:
    """Meetings of one unit are few: their names are folded here, with or without diacritics."""
    wanted = fold(text).split()
    names = rows.values_list("pk", "name", "chair_name", "source")
    return [pk for pk, *said in names if all(word in fold(" ".join(said)) for word in wanted)]


def seen_meeting(actor: Actor, pk: int) -> Meeting:
    """Return a meeting one may see; raises Http404 otherwise."""
    rows = visible_meetings(actor).select_related(
        "unit", "unit__parent", "notice__document", "chair"
    )
    return get_object_or_404(rows, pk=pk)


@dataclass(frozen=True)
class Attendance:
    """Who was called and who came, counted."""

    participants: list[Participant]
    called: int
    present: int
    voting: int
    voting_present: int
    is_recorded: bool
    quorum: Majority

    @property
    def has_quorum(self) -> bool:
        return self.quorum.is_reached(self.voting_present, self.voting, self.voting)


def attendance_of(meeting: Meeting) -> Attendance:
    """Return those called to a meeting, counted against the quorum of its day; two statements."""
    rows = list(meeting.participants.select_related("unit", "body__unit", "partner", "user"))
    voting = [one for one in rows if one.counts_for_quorum]
    return Attendance(
        participants=rows,
        called=len(rows),
        present=sum(one.attended is True for one in rows),
        voting=len(voting),
        voting_present=sum(one.attended is True for one in voting),
        is_recorded=any(one.attended is not None for one in rows),
        quorum=quorum(meeting.held_on or clock.today()),
    )


def sitting_without_account(actor: Actor, meeting: Meeting, most: int = 200) -> list[str]:
    """Return the members of the bodies that meet who can be called by name alone, a line each:
    nobody signs in for them. Who is on the list already is left out; three statements.
    """
    on = meeting.held_on or actor.today
    held = visible_appointments(actor).filter(
        body__in=meeting.bodies.values("pk"), during__contains=on, grant__isnull=True
    )
    accounts = Grant.objects.filter(unit=meeting.unit, during__contains=on)
    there = {
        *meeting.participants.values_list("name", flat=True),
        *accounts.values_list("user__display_name", flat=True),
    }
    rows = held.select_related("position").order_by("position__rank", "pk")[:most]
    lines = (f"{one.display_name}, {one.position.title}" for one in rows
             if one.display_name not in there)  # fmt: skip
    return list(dict.fromkeys(lines))


def own_invitation(actor: Actor, meeting: Meeting) -> Participant | None:
    """Return the invitation this person is to answer, or nothing."""
    rows = meeting.participants.filter(invited_at__isnull=False)
    own = rows.filter(user_id=actor.user_id or 0).first()
    if own is None and actor.holds("meetings.keep"):
        own = rows.filter(unit_id=actor.unit_id or 0, user__isnull=True).first()
    return own


def minutes_of(meeting: Meeting) -> MinutesRevision | None:
    """Return the latest revision of the minutes with those who confirmed it."""
    confirmations = MinutesConfirmation.objects.select_related("user").order_by("at")
    rows = meeting.minutes.prefetch_related(Prefetch("confirmations", confirmations))
    return rows.order_by("-number").first()


@dataclass(frozen=True)
class Outcome:
    """A ballot with its counts; those of one still open are nobody's business yet."""

    ballot: Ballot
    on_list: int
    voted: int
    votes: tuple[tuple[str, int], ...]


def outcomes_of(meeting: Meeting) -> list[Outcome]:
    """Return the ballots of a meeting, counted; three statements."""
    ballots = list(meeting.ballots.prefetch_related("counts"))
    rows = (
        BallotVoter.objects.filter(ballot__in=ballots)
        .values("ballot")
        .annotate(on_list=Count("pk"), voted=Count("pk", filter=Q(has_voted=True)))
    )
    listed = {row["ballot"]: (row["on_list"], row["voted"]) for row in rows}
    return [_outcome(ballot, *listed.get(ballot.pk, (0, 0))) for ballot in ballots]


def _outcome(ballot: Ballot, on_list: int, voted: int) -> Outcome:
    counted = {one.choice: one.votes for one in ballot.counts.all()}
    votes = tuple((str(choice.label), counted.get(choice, 0)) for choice in Choice)
    if ballot.hall_count is not None:
        on_list, voted = ballot.hall_count, sum(counted.values())
    return Outcome(ballot, on_list, voted, () if ballot.is_open else votes)


def seen_ballot(actor: Actor, pk: int) -> Ballot:
    """Return a ballot of a meeting one may see, or on whose list one stands; raises Http404."""
    on_list = BallotVoter.objects.filter(user_id=actor.user_id or 0).values("ballot")
    mine = Q(meeting__in=visible_meetings(actor).values("pk")) | Q(pk__in=on_list)
    rows = Ballot.objects.filter(mine).select_related("meeting", "meeting__unit", "rule")
    return get_object_or_404(rows, pk=pk)


def days_to(meeting: Meeting, today: date) -> int | None:
    """Return how many days a meeting lies ahead, or None for one without a day."""
    return (meeting.held_on - today).days if meeting.held_on else None


def outcome_of(ballot: Ballot) -> Outcome:
    """Return one ballot, counted."""
    voters = BallotVoter.objects.filter(ballot=ballot)
    return _outcome(ballot, voters.count(), voters.filter(has_voted=True).count())


def voices_of(ballot: Ballot) -> list[BallotVoice]:
    """Return what was said by whom, once an open ballot is closed; of a secret one nothing."""
    if ballot.is_secret or ballot.is_open:
        return []
    return list(ballot.voices.select_related("user").order_by("user__display_name", "pk"))


def has_confirmed(actor: Actor, revision: MinutesRevision) -> bool:
    """Tell whether this person has said their word on a revision."""
    return any(one.user_id == actor.user_id for one in revision.confirmations.all())
