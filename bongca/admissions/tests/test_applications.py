"""Asking to come in, and what was decided."""

from datetime import date, timedelta

import pytest
from django.http import Http404

from bongca.admissions.actions.answering import ReasonMissing
from bongca.admissions.actions.applications import (
    AlreadyDecided,
    Asking,
    UnderSixtyUnexplained,
    record_application,
    record_known_application,
    withdraw_application,
)
from bongca.admissions.actions.deciding import (
    BeforeAsked,
    CannotDecide,
    NoMinutes,
    recognise,
    refuse,
    reopen_application,
)
from bongca.admissions.models import Application
from bongca.admissions.tests.factories import apply_for
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.core.scope import scoped, whole_tree
from bongca.members.actions.admitting import (
    AlreadyMember,
    MaybeSame,
    NotYet,
    TooSoonAgain,
    TooYoung,
)
from bongca.members.actions.undoing import undo_last_act
from bongca.members.enums import HowBegan, HowEnded, MemberKind
from bongca.members.models import Membership
from bongca.members.tests.factories import admit, end
from bongca.people.actions.persons import PersonFields
from bongca.people.models import Person
from tests.cast import Cast

PAPER = "Biên bản họp chi hội ngày 20/11/2026"


def read(row: Application) -> Application:
    with whole_tree():
        return Application.objects.select_related("person").get(pk=row.pk)


def decide(cast: Cast, row: Application, who: str = "lan", **changes: object) -> Membership:
    given = {"on": cast.today, "decided_by": cast.dong_tam, "citation": PAPER} | changes
    actor = cast.actor(who)
    with scoped(actor):
        return recognise(actor=actor, application_id=row.pk, **given)


def test_an_applicant_is_no_member_until_recognised(cast: Cast) -> None:
    row = apply_for(cast)
    assert read(row).person.status == "not_member"

    membership = decide(cast, row)

    known = read(row)
    assert (known.state, known.person.status) == ("recognised", "member")
    assert (known.decided_by, known.citation) == (cast.dong_tam, PAPER)
    assert (membership.began_how, membership.during.lower, membership.citation) == (
        HowBegan.ADMITTED, cast.today, PAPER,
    )  # fmt: skip


def test_the_commune_recognises_where_the_chi_hoi_did_not(cast: Cast) -> None:
    row = apply_for(cast)

    decide(cast, row, "minh", decided_by=cast.tan_yen)

    assert read(row).decided_by == cast.tan_yen


def test_recognition_needs_minutes_a_decider_and_a_day(cast: Cast) -> None:
    row = apply_for(cast, asked_on=cast.today - timedelta(days=5))

    with pytest.raises(NoMinutes):
        decide(cast, row, citation=" ")
    with pytest.raises(CannotDecide):
        decide(cast, row, decided_by=cast.yen_ly)
    with pytest.raises(BeforeAsked):
        decide(cast, row, on=cast.today - timedelta(days=6))
    with pytest.raises(NotYet):
        decide(cast, row, on=cast.today + timedelta(days=1))
    assert read(row).state == "waiting"


def test_from_55_to_60_the_reason_is_asked(cast: Cast) -> None:
    with pytest.raises(UnderSixtyUnexplained):
        apply_for(cast, birth="1970-03-12")

    row = apply_for(cast, birth="1970-03-12", under_sixty="active")

    decide(cast, row)
    assert read(row).under_sixty == "active"


def test_an_honorary_member_may_be_of_any_age(cast: Cast) -> None:
    with pytest.raises(TooYoung):
        apply_for(cast, birth="1980")

    row = apply_for(cast, birth="1980", kind=MemberKind.HONORARY)

    assert decide(cast, row).kind == MemberKind.HONORARY


def test_a_refusal_says_why_and_one_may_ask_again(cast: Cast) -> None:
    row, lan = apply_for(cast), cast.actor("lan")
    with scoped(lan), pytest.raises(ReasonMissing):
        refuse(actor=lan, application_id=row.pk, on=cast.today, reason="  ")
    with scoped(lan):
        refuse(actor=lan, application_id=row.pk, on=cast.today, reason="Không ở thôn này")

    with scoped(lan):
        again = record_known_application(
            actor=lan, person_id=row.person_id, unit=cast.dong_tam, asking=Asking(cast.today)
        )

    assert read(row).state == "refused"
    decide(cast, again)
    assert read(again).person.status == "member"


def test_one_application_waits_at_a_time(cast: Cast) -> None:
    row, lan = apply_for(cast), cast.actor("lan")

    with scoped(lan), pytest.raises(DomainError) as refusal:
        record_known_application(
            actor=lan, person_id=row.person_id, unit=cast.dong_tam, asking=Asking(cast.today)
        )
    assert refusal.value.code == "application_one_waiting"


def test_a_member_does_not_ask_and_the_struck_off_wait_a_year(cast: Cast) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        person = admit(lan, cast.to_1, joined="2010-01-01").person
        with pytest.raises(AlreadyMember):
            record_known_application(
                actor=lan, person_id=person.pk, unit=cast.to_1, asking=Asking(cast.today)
            )
        end(lan, person, HowEnded.STRUCK_OFF, date(2026, 1, 5))
        with pytest.raises(TooSoonAgain):
            record_known_application(
                actor=lan, person_id=person.pk, unit=cast.to_1, asking=Asking(cast.today)
            )
    later = cast.actor("lan", date(2027, 1, 6))
    with scoped(later):
        row = record_known_application(
            actor=later, person_id=person.pk, unit=cast.to_1, asking=Asking(later.today)
        )
        membership = recognise(
            actor=later, application_id=row.pk, on=later.today, decided_by=cast.dong_tam,
            citation=PAPER,
        )  # fmt: skip
    assert membership.began_how == HowBegan.READMITTED


@pytest.mark.parametrize("way", ["application", "member"])
def test_a_recognition_is_undone_from_either_page(cast: Cast, way: str) -> None:
    row, lan = apply_for(cast), cast.actor("lan")
    membership = decide(cast, row)

    with scoped(lan):
        if way == "application":
            reopen_application(actor=lan, application_id=row.pk)
        else:
            undo_last_act(actor=lan, membership_id=membership.pk)

    known = read(row)
    assert (known.state, known.membership_id, known.person.status) == (
        "waiting", None, "not_member",
    )  # fmt: skip


def test_a_withdrawn_application_is_not_answered(cast: Cast) -> None:
    row, lan = apply_for(cast), cast.actor("lan")
    with scoped(lan):
        withdraw_application(actor=lan, application_id=row.pk)

    with pytest.raises(AlreadyDecided):
        decide(cast, row)
    with scoped(lan):
        reopen_application(actor=lan, application_id=row.pk)
    assert read(row).state == "waiting"


def test_somebody_alike_is_asked_about(cast: Cast) -> None:
    row, lan = apply_for(cast), cast.actor("lan")
    wanted = PersonFields(read(row).person.full_name, "f", PartialDate(1966, None, None))

    with scoped(lan), pytest.raises(MaybeSame):
        record_application(actor=lan, unit=cast.dong_tam, wanted=wanted, asking=Asking(cast.today))
    with whole_tree():
        assert Person.objects.count() == 1


def test_a_neighbour_finds_no_application(cast: Cast) -> None:
    row = apply_for(cast)

    for who in ("lan2", "minh2", "tu"):
        with pytest.raises(Http404):
            decide(cast, row, who)
