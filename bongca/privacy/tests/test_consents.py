"""Consents with their proof, withdrawal, and what becomes of them when a person moves."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from bongca.core.errors import DomainError, NotAllowed
from bongca.core.files import may_open
from bongca.core.models import AuditEntry
from bongca.core.scope import scoped
from bongca.documents.actions.attaching import Brought, NotAScan
from bongca.members.actions.moving import move_group
from bongca.members.tests.factories import admit
from bongca.people.actions.merging import merge_persons, undo_merge
from bongca.people.models import Person
from bongca.privacy.actions.consents import Given, record_consent, set_text, withdraw_consent
from bongca.privacy.actions.refusals import DayOutside, WordsMissing, WrongState
from bongca.privacy.models import Consent, PersonRequest
from bongca.privacy.tests.factories import add_text, agree, ask
from tests.cast import TODAY, Cast

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture
def person(cast: Cast) -> Person:
    minh = cast.actor("minh")
    with scoped(minh):
        return admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1940-02-03").person


def given(text_id: int, **changed: Any) -> Given:
    return replace(Given(text_id, "oral", TODAY, "Ngữ"), **changed)


def test_a_signed_paper_is_kept_and_opens_for_its_chain_alone(cast: Cast, person: Person) -> None:
    minh, lan = cast.actor("minh"), cast.actor("lan")
    with scoped(minh):
        text = add_text(minh, cast.tan_yen)
    with scoped(lan):
        paper = given(text.pk, how="paper", witness="", scan=Brought("don.pdf", PDF))
        consent = record_consent(actor=lan, person_id=person.pk, given=paper)
        assert consent.scan is not None and may_open(lan, consent.scan)
    for who in ("lan2", "minh2", "mai", "quantri"):
        other = cast.actor(who)
        with scoped(other):
            assert not may_open(other, consent.scan), who


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"witness": " "}, WordsMissing),
        ({"how": "paper"}, WordsMissing),
        ({"how": "paper", "scan": Brought("x.exe", b"MZ")}, NotAScan),
        ({"on": date(2026, 11, 23)}, DayOutside),
        ({"on": date(2026, 11, 21)}, DayOutside),  # before the text held
    ],
)
def test_a_consent_without_proof_is_refused(
    cast: Cast, person: Person, changed: dict[str, Any], refusal: type[Exception]
) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        text = add_text(minh, cast.tan_yen)
        with pytest.raises(refusal):
            record_consent(actor=minh, person_id=person.pk, given=given(text.pk, **changed))


def test_the_database_wants_proof_too(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        text = add_text(minh, cast.tan_yen)
        row = Consent(
            person=person, unit_pos=person.unit_pos, text=text, how="oral", given_on=TODAY
        )
        with pytest.raises(IntegrityError, match="privacy_consent_is_proved"), transaction.atomic():
            row.save()


def test_one_agrees_once_to_a_text_and_again_after_withdrawing(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        text = add_text(minh, cast.tan_yen)
        consent = agree(minh, person.pk, text)
        with pytest.raises(DomainError, match="privacy_consent_once"):
            agree(minh, person.pk, text)
        withdraw_consent(actor=minh, consent_id=consent.pk, on=TODAY, words="")
        agree(minh, person.pk, text)
        assert Consent.objects.filter(person=person).count() == 2


def test_withdrawing_opens_a_request_with_its_days(cast: Cast, person: Person) -> None:
    lan = cast.actor("lan")
    with scoped(cast.actor("minh")):
        text = add_text(cast.actor("minh"), cast.tan_yen)
    with scoped(lan):
        consent = agree(lan, person.pk, text)
        request = withdraw_consent(actor=lan, consent_id=consent.pk, on=TODAY, words="Thôi")
        assert (request.kind, request.words) == ("withdraw", "Thôi")
        assert request.due_on == date(2026, 11, 24)  # Sunday 22: Monday, Tuesday
        assert request.finish_by == date(2026, 12, 7)
        with pytest.raises(WrongState):
            withdraw_consent(actor=lan, consent_id=consent.pk, on=TODAY, words="")
    assert AuditEntry.objects.filter(act="privacy.withdraw_consent").count() == 1


def test_a_text_holds_below_its_unit_only(cast: Cast, person: Person) -> None:
    minh, minh2 = cast.actor("minh"), cast.actor("minh2")
    with scoped(minh2):
        theirs = add_text(minh2, cast.nha_nam)
    with scoped(minh), pytest.raises(Http404):
        agree(minh, person.pk, theirs)
    with scoped(cast.actor("hoa")):
        above = add_text(cast.actor("hoa"), cast.bac_ninh)
    with scoped(minh):
        agree(minh, person.pk, above)


def test_a_unit_has_one_text_a_day(cast: Cast) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        add_text(minh, cast.tan_yen)
        with pytest.raises(DomainError, match="privacy_one_text_a_day"):
            set_text(actor=minh, unit=cast.tan_yen, from_on=TODAY, purpose="Khác", body="Khác")


def test_others_write_nothing(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        text = add_text(minh, cast.tan_yen)
    for who, refusal in (("hoa", NotAllowed), ("lan2", Http404), ("minh2", Http404)):
        actor = cast.actor(who)
        with scoped(actor), pytest.raises(refusal):
            agree(actor, person.pk, text)
    lan = cast.actor("lan")
    with scoped(lan), pytest.raises(NotAllowed):
        add_text(lan, cast.dong_tam)


def test_both_follow_the_person(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        agree(minh, person.pk, add_text(minh, cast.tan_yen))
        ask(minh, person.pk)
        move_group(actor=minh, person_id=person.pk, to_unit=cast.yen_ly, on=TODAY)
    for who, count in (("lan2", 1), ("lan", 0)):
        with scoped(cast.actor(who)):
            assert Consent.objects.filter(person=person).count() == count
            assert PersonRequest.objects.filter(person=person).count() == count


def test_a_merge_takes_them_along_and_back(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        twin = admit(minh, cast.to_2, "Lò Thị Diễm", sex="f", birth="1940").person
        text = add_text(minh, cast.tan_yen)
        for one in (person, twin):
            agree(minh, one.pk, text)
        ask(minh, twin.pk)
        merge = merge_persons(actor=minh, keep_id=person.pk, gone_id=twin.pk, choices={})
        living = Consent.objects.filter(set_aside_at=None)
        assert living.get().person_id == person.pk
        assert PersonRequest.objects.get().person_id == person.pk
        undo_merge(actor=minh, merge_id=merge.pk)
        assert {one.person_id for one in living.all()} == {person.pk, twin.pk}
        request = PersonRequest.objects.get()
        assert (request.person_id, request.unit_pos) == (twin.pk, cast.to_2.lft)
