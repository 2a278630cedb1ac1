"""Whose meetings an actor sees: those of the own unit, and those one was invited to."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from bongca.core.actor import Actor
from bongca.core.models import Attachment
from bongca.meetings.models import AgendaPaper, BallotVoter, Meeting, Participant
from bongca.org import policies as org

PAPER_PURPOSE = "meetings.agenda_paper"


def visible_meetings(actor: Actor) -> QuerySet[Meeting]:
    """Return the meetings of the actor's unit and of the closed ones it keeps, and those that the
    unit or the person was invited to.

    A meeting is nobody else's, not even of those above: what leaves it is its notice.
    """
    if actor.is_system:
        return Meeting.objects.all()
    if not actor.holds("meetings.view"):
        return Meeting.objects.none()
    kept = Q(unit__is_open=False, unit__parent_id=actor.unit_id)
    invited = Participant.objects.filter(
        Q(user_id=actor.user_id) | Q(unit_id=actor.unit_id) | kept,
        meeting=OuterRef("pk"),
        invited_at__isnull=False,
    )
    return Meeting.objects.filter(Q(unit_id=actor.unit_id) | kept | Exists(invited))


def can_keep(actor: Actor, meeting: Meeting) -> bool:
    """Tell whether the actor keeps the papers of this meeting."""
    return org.may(actor, "meetings.keep", meeting.unit)


def can_conclude(actor: Actor, meeting: Meeting) -> bool:
    """Tell whether the actor says what was concluded here."""
    return org.may(actor, "meetings.conclude", meeting.unit)


def can_write(actor: Actor, meeting: Meeting) -> bool:
    """Tell whether the actor may word the conclusions: who keeps the papers, or who concludes."""
    return can_keep(actor, meeting) or can_conclude(actor, meeting)


def require_write(actor: Actor, meeting: Meeting) -> None:
    """Let those who keep or conclude write. Raises Http404 out of sight, NotAllowed, Frozen."""
    word = "meetings.conclude" if can_conclude(actor, meeting) else "meetings.keep"
    org.require_writable(actor, word, meeting.unit)


def may_answer(actor: Actor, participant: Participant) -> bool:
    """Tell whether the actor answers this invitation: the invited one, or their office."""
    if participant.invited_at is None:
        return False
    if participant.user_id is not None:
        return participant.user_id == actor.user_id
    return participant.unit_id == actor.unit_id and actor.holds("meetings.keep")


def attended(actor: Actor, meeting: Meeting) -> bool:
    """Tell whether this person was at the meeting under their own name."""
    there = Participant.objects.filter(meeting=meeting, user_id=actor.user_id or 0, attended=True)
    return there.exists()


def may_vote(actor: Actor, ballot_id: int) -> bool:
    """Tell whether this person is on the list of a ballot and has not voted."""
    return BallotVoter.objects.filter(
        ballot=ballot_id, user_id=actor.user_id or 0, has_voted=False
    ).exists()


def may_open_paper(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may open a paper of an agenda: whoever sees the meeting may."""
    return AgendaPaper.objects.filter(
        attachment=attachment, item__meeting__in=visible_meetings(actor).values("pk")
    ).exists()
