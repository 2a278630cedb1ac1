"""Putting a question to the vote, voting, and counting.

A secret vote writes two things that nothing ties together: that this person has voted, and that
one choice has one vote more. The audit names the ballot and the voter, never the choice.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import Case, F, IntegerField, When
from django.urls import reverse

from bongca.accounts.actions.notices import notify
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.text import nfc
from bongca.meetings.enums import BallotForm, Choice
from bongca.meetings.models import (
    Ballot,
    BallotCount,
    BallotVoice,
    BallotVoter,
    Meeting,
    Participant,
)
from bongca.meetings.queries.voting import majorities, majority_for
from bongca.org.policies import require_writable

NOBODY_VOTES = (
    "Chưa có ai trong danh sách biểu quyết. Xin ghi ai có quyền biểu quyết và ai có mặt, ở phần"
    " Thành phần dự họp."
)


@transaction.atomic
def open_ballot(
    *,
    actor: Actor,
    meeting: Meeting,
    form: str,
    question: str,
    majority: str,
    draft: str = "",
    due_on: date | None = None,
    voters: Iterable[int] | None = None,
) -> Ballot:
    """Put a question to those who vote: the members present, or in writing all who are called.

    Raises NotAllowed, Frozen, and DomainError when nobody is on the list.
    """
    require_writable(actor, "meetings.keep", meeting.unit)
    chosen = majorities(actor.today).get(majority)
    if chosen is None:
        raise DomainError("majority_unknown", "Xin chọn cách tính đa số.", field="majority")
    listed = set(voters) if voters is not None else _on_list(meeting, form)
    if not listed:
        raise DomainError(
            "nobody_votes", f"{NOBODY_VOTES} Người chưa có tài khoản thì ghi kết quả đếm tại chỗ."
        )
    ballot = Ballot.objects.create(
        meeting=meeting, form=form, question=nfc(question).strip(), draft=nfc(draft).strip(),
        majority=majority, rule=chosen.row, due_on=due_on, opened_at=clock.now(),
    )  # fmt: skip
    BallotVoter.objects.bulk_create(
        BallotVoter(ballot=ballot, user_id=user) for user in sorted(listed)
    )
    BallotCount.objects.bulk_create(
        BallotCount(ballot=ballot, choice=choice) for choice in Choice.values
    )
    notify(
        actor=actor, user_ids=listed, text=f"Xin ý kiến: {ballot.question}",
        url=reverse("meetings:ballot_detail", args=[ballot.pk]), about=f"ballot.opened:{ballot.pk}",
    )  # fmt: skip
    audit.record(
        actor, "meetings.open_ballot", ballot, changes={"form": form, "voters": len(listed)}
    )
    return ballot


@transaction.atomic
def record_count(
    *,
    actor: Actor,
    meeting: Meeting,
    form: str,
    question: str,
    majority: str,
    votes: Mapping[str, int],
) -> Ballot:
    """Write down what was counted in the hall, of hands or of papers, and whether it is adopted.

    Those who vote are the ones with a vote who were there, with an account or without.
    Raises NotAllowed, Frozen, and DomainError for more votes than voters or a form that is not of
    the hall.
    """
    require_writable(actor, "meetings.keep", meeting.unit)
    chosen = majorities(actor.today).get(majority)
    if chosen is None:
        raise DomainError("majority_unknown", "Xin chọn cách tính đa số.", field="majority")
    if form not in (BallotForm.OPEN, BallotForm.SECRET):
        raise DomainError("not_in_hall", "Xin chọn biểu quyết công khai hoặc kín.", field="form")
    present = meeting.participants.filter(counts_for_quorum=True, attended=True).count()
    given = {choice: votes.get(choice, 0) for choice in Choice.values}
    cast = sum(given.values())
    if not present:
        raise DomainError("nobody_votes", NOBODY_VOTES)
    if cast > present:
        raise DomainError(
            "more_votes_than_voters",
            f"Cộng lại {cast} phiếu, mà chỉ {present} người có quyền biểu quyết có mặt. Xin xem lại"
            " số phiếu, hoặc ghi lại ai có mặt.",
        )
    at = clock.now()
    ballot = Ballot.objects.create(
        meeting=meeting, form=form, question=nfc(question).strip(), majority=majority,
        rule=chosen.row, opened_at=at, closed_at=at, hall_count=present,
        is_adopted=chosen.rule.is_reached(given[Choice.FOR], cast, present),
    )  # fmt: skip
    BallotCount.objects.bulk_create(
        BallotCount(ballot=ballot, choice=choice, votes=count) for choice, count in given.items()
    )
    changes = {"form": form, "votes": given, "present": present, "adopted": ballot.is_adopted}
    audit.record(actor, "meetings.record_count", ballot, changes=changes)
    return ballot


def _on_list(meeting: Meeting, form: str) -> set[int]:
    rows = Participant.objects.filter(meeting=meeting, user__isnull=False, counts_for_quorum=True)
    if form != BallotForm.WRITTEN:
        rows = rows.filter(attended=True)
    return {pk for pk in rows.values_list("user_id", flat=True) if pk is not None}


@transaction.atomic
def cast_vote(*, actor: Actor, ballot: Ballot, choice: str, words: str = "") -> None:
    """Vote once, under one's own account.

    Raises DomainError for whoever is not on the list, has voted, or comes too late.
    """
    kept = Ballot.objects.select_for_update().get(pk=ballot.pk)
    if choice not in Choice.values:
        raise DomainError("choice_unknown", "Xin chọn một ý kiến.", field="choice")
    if not kept.is_open:
        raise DomainError("ballot_closed", "Cuộc biểu quyết này đã kết thúc.", status=409)
    voter = BallotVoter.objects.filter(ballot=kept, user_id=actor.user_id or 0).first()
    if voter is None:
        raise DomainError("not_on_list", "Cuộc biểu quyết này hỏi người khác.", status=403)
    if voter.has_voted:
        raise DomainError("has_voted", "Ông bà đã biểu quyết rồi.", status=409)
    voter.has_voted = True
    voter.save(update_fields=["has_voted"])
    # Every count is written anew, so that no row tells which of them the last voter changed.
    one_more = Case(When(choice=choice, then=1), default=0, output_field=IntegerField())
    BallotCount.objects.filter(ballot=kept).update(votes=F("votes") + one_more)
    if not kept.is_secret:
        BallotVoice.objects.create(
            ballot=kept, user_id=voter.user_id, choice=choice, words=nfc(words).strip(),
            at=clock.now(),
        )  # fmt: skip
    audit.record(actor, "meetings.cast_vote", kept)


@transaction.atomic
def close_ballot(*, actor: Actor, ballot: Ballot) -> Ballot:
    """Count and close: adopted when the majority of the ballot is reached.

    Raises NotAllowed, Frozen, and DomainError when it is closed already.
    """
    require_writable(actor, "meetings.keep", ballot.meeting.unit)
    locked = Ballot.objects.select_for_update(of=("self",)).select_related("rule")
    kept = locked.get(pk=ballot.pk)
    if not kept.is_open:
        raise DomainError("ballot_closed", "Cuộc biểu quyết này đã kết thúc.", status=409)
    votes = dict(BallotCount.objects.filter(ballot=kept).values_list("choice", "votes"))
    on_list = BallotVoter.objects.filter(ballot=kept).count()
    kept.is_adopted = majority_for(kept).is_reached(
        votes.get(Choice.FOR, 0), sum(votes.values()), on_list
    )
    kept.closed_at = clock.now()
    kept.save(update_fields=["is_adopted", "closed_at"])
    audit.record(
        actor, "meetings.close_ballot", kept, changes={"votes": votes, "adopted": kept.is_adopted}
    )
    return kept
