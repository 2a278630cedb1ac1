"""The quorum and the majorities of a day, as set or as usual."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bongca.core.actor import Actor
from bongca.meetings.models import Ballot, VotingRule
from bongca.meetings.rules.majorities import QUORUM, USUAL, Majority, majority_of
from bongca.org.models import Unit


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule of a day, since when, and the row it was set in, if it was set."""

    rule: Majority
    row: VotingRule | None

    @property
    def since(self) -> date | None:
        """The day it was set from; None for what is usual."""
        return self.row.during.lower if self.row else None


def voting_rules(on: date) -> dict[str, Standing]:
    """Return every rule of a day by its code; one statement."""
    rows = {row.code: row for row in VotingRule.objects.filter(during__contains=on)}
    return {
        code: Standing(rule_of(rows[code]) if code in rows else usual, rows.get(code))
        for code, usual in USUAL.items()
    }


def majorities(on: date) -> dict[str, Standing]:
    """Return the majorities that may be chosen on a day, by code."""
    return {code: one for code, one in voting_rules(on).items() if code != QUORUM}


def quorum(on: date) -> Majority:
    """Return the quorum of a day."""
    return voting_rules(on)[QUORUM].rule


def rule_of(row: VotingRule) -> Majority:
    """Return a row as the rule it sets."""
    share = Fraction(row.numerator, row.denominator)
    return Majority(row.code, share, row.of_list, row.is_strict, row.basis)


def majority_for(ballot: Ballot) -> Majority:
    """Return the majority a ballot was opened under, whatever is set now."""
    return rule_of(ballot.rule) if ballot.rule else majority_of(ballot.majority)


def later_rules(on: date) -> list[VotingRule]:
    """Return what is set from a day to come."""
    return list(VotingRule.objects.filter(during__startswith__gt=on).order_by("during", "code"))


def rules_home() -> Unit:
    """Return the unit whose leaders set the rules: that at the top of the tree."""
    return Unit.objects.filter(parent__isnull=True, is_open=True).order_by("lft")[0]


def may_set_rules(actor: Actor) -> bool:
    """Tell whether the actor concludes at the top of the tree."""
    return actor.tier == "central" and actor.holds("meetings.conclude")
