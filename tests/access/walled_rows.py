"""For each person-bearing table a row inside Lan's chi hội and one in the commune next door."""

from typing import Any

from django.db import models

from bongca.admissions.models import Application, Pause, Transfer
from bongca.cards.models import Card, CardBatch
from bongca.care.models import CareAnswers, LongevityRound, Recipient, RightRequest
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.core.text import name_keys
from bongca.members.models import Membership
from bongca.org.models import Unit
from bongca.people.models import (
    Circumstance,
    FamilyContact,
    IdentityClaim,
    Person,
    PersonMerge,
    SensitiveRecord,
)
from bongca.privacy.actions.requests import open_request
from bongca.privacy.models import Consent, ConsentText
from bongca.rolls.models import RollBatch, RollLine
from tests.access.wall import Walled
from tests.cast import SINCE, TODAY, Cast


def build_walled(cast: Cast) -> list[Walled]:
    """Write the rows as rows, with the wall open, and say where each stands."""
    with whole_tree():
        inside, outside = _rows_at(cast.dong_tam), _rows_at(cast.cau_xi)
    return [_walled(cast, ours, theirs) for ours, theirs in zip(inside, outside, strict=True)]


def _walled(cast: Cast, ours: models.Model, theirs: models.Model) -> Walled:
    meta = ours._meta
    assert meta.pk is not None and meta.pk.column is not None
    return Walled(
        meta.db_table, meta.pk.column, ours.pk, theirs.pk,
        cast.dong_tam.lft, cast.cau_xi.lft, (cast.dong_tam.lft, cast.dong_tam.rgt),
    )  # fmt: skip


def _rows_at(unit: Unit) -> list[models.Model]:
    person = add_person_row(unit)
    pos: dict[str, Any] = {"unit_pos": unit.lft}
    claim = IdentityClaim.objects.create(
        person=person, number_sealed=b"x", number_hash=b"h", number_length=12, last_digits="123",
        recorded_at=clock.now(), **pos,
    )  # fmt: skip
    sensitive = SensitiveRecord.objects.create(person=person, **pos)
    living = Circumstance.objects.create(
        person=person, kind="alone", recorded_at=clock.now(), **pos
    )
    kin = FamilyContact.objects.create(person=person, full_name="Vũ Thị Lan", **pos)
    merge = PersonMerge.objects.create(
        kept_id=person.pk, gone_id=person.pk, inverse={}, merged_at=clock.now(), **pos
    )
    membership = Membership.objects.create(
        person=person, unit=unit, full_name=person.full_name, during=SINCE, began_how="roll",
        recorded_at=clock.now(), **pos,
    )  # fmt: skip
    application = Application.objects.create(
        person=person, unit=unit, kind="regular", asked_how="orally", asked_on=TODAY,
        recorded_at=clock.now(), **pos,
    )  # fmt: skip
    transfer = Transfer.objects.create(
        transfer=person.pk, side="out", person=person, full_name=person.full_name,
        from_unit=unit, to_unit=unit, sent_on=TODAY, sent_by="Lan", recorded_at=clock.now(), **pos,
    )  # fmt: skip
    pause = Pause.objects.create(
        person=person, unit=unit, during=SINCE, reason="Ốm", recorded_at=clock.now(), **pos
    )
    batch = RollBatch.objects.create(unit=unit, file_name="DS.xlsx", brought_at=clock.now())
    line = RollLine.objects.create(
        batch=batch, ordinal=1, table=0, sheet="DS", line=2, state="new", **pos
    )
    cards = CardBatch.objects.create(unit=unit, ordered_by=unit, listed_at=clock.now())
    card = Card.objects.create(
        person=person, batch=cards, number=f"1-{unit.pk}", edition=1, reason="first", **pos
    )
    away = [application, transfer, pause]
    known = [person, claim, sensitive, merge, membership, living, kin]
    others = [*_care_rows(unit, person), *_privacy_rows(unit, person)]
    return [*known, *away, line, card, *others]


def _care_rows(unit: Unit, person: Person) -> list[models.Model]:
    pos: dict[str, Any] = {"unit_pos": unit.lft, "person": person, "recorded_by": "Thử"}
    day = clock.today()
    round = LongevityRound.objects.create(unit=unit, year=day.year, occasion="tet")
    recipient = Recipient.objects.create(
        round=round, unit=unit, full_name=person.full_name, birth_year=1936, age=90,
        congratulator="province", listed_on=day, **pos,
    )  # fmt: skip
    answers = CareAnswers.objects.create(answered_on=day, **pos)
    request = RightRequest.objects.create(
        code="social_pension", state="handed_in", handed_in_on=day, **pos
    )
    return [recipient, answers, request]


def _privacy_rows(unit: Unit, person: Person) -> list[models.Model]:
    text = ConsentText.objects.create(
        unit=unit, from_on=TODAY, purpose="Thử", body="Thử", recorded_at=clock.now()
    )
    consent = Consent.objects.create(
        person=person, unit_pos=unit.lft, text=text, how="oral", witness="Lò Thị Ngữ",
        given_on=TODAY, recorded_by="Thử",
    )  # fmt: skip
    actor = Actor.system(TODAY)
    request = open_request(actor, person, kind="see", words="Xem", on=TODAY)
    return [consent, request]


def add_person_row(unit: Unit, name: str = "Bùi Thị Lượng") -> Person:
    """Write one person as a row."""
    keys = name_keys(name)
    return Person.objects.create(
        full_name=name, sort_key=keys.sort_key, given_ascii=keys.given_ascii,
        search_name=keys.search_name, match_key=keys.match_key, status="member",
        unit=unit, unit_pos=unit.lft, commune=unit.commune, province=unit.province,
    )  # fmt: skip
