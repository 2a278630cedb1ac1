"""Setting the quorum and the majorities: from a day on, what was before stays as it was."""

from datetime import date
from fractions import Fraction

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.meetings.actions.refusals import CONSTRAINT_SENTENCES
from bongca.meetings.models import VotingRule
from bongca.meetings.queries.voting import rules_home
from bongca.meetings.rules.majorities import QUORUM, USUAL
from bongca.org.policies import require_writable


@transaction.atomic
def set_voting_rule(
    *,
    actor: Actor,
    code: str,
    share: Fraction,
    since: date,
    of_list: bool = True,
    is_strict: bool = False,
    basis: str = "",
) -> VotingRule:
    """Set a quorum or a majority for the whole Association from a day on.

    A rule set for a later day is replaced; ballots keep the one they were opened under.
    Raises NotAllowed, Frozen, and DomainError for an unknown rule, a share that is none, or a day
    that is past.
    """
    require_writable(actor, "meetings.conclude", rules_home())
    if code not in USUAL:
        raise DomainError("majority_unknown", "Xin chọn cách tính có trong danh sách.", field="")
    if not 0 < share <= 1 or (share == 1 and is_strict):
        raise DomainError("voting_share_is_a_share", "Xin chọn lại phần phải đạt.", field="share")
    if since < actor.today:
        raise DomainError(
            "rule_of_the_past",
            "Ngày áp dụng không thể trước hôm nay: việc đã biểu quyết giữ cách tính cũ.",
            field="since",
        )
    kept = VotingRule.objects.select_for_update().filter(code=code)
    kept.filter(during__startswith__gte=since).filter(ballots__isnull=True).delete()
    for row in kept.filter(during__contains=since):
        row.during = DateRange(row.during.lower, since)
        row.save(update_fields=["during"])
    with said_in_words(CONSTRAINT_SENTENCES):
        made = VotingRule.objects.create(
            code=code, numerator=share.numerator, denominator=share.denominator,
            of_list=of_list or code == QUORUM, is_strict=is_strict, basis=nfc(basis).strip(),
            during=DateRange(since, None), set_at=clock.now(), set_by_label=actor.label,
        )  # fmt: skip
    audit.record(
        actor,
        "meetings.set_voting_rule",
        made,
        changes={"code": code, "share": str(share), "since": since, "basis": made.basis},
    )
    return made
