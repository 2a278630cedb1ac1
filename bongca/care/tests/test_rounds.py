"""A round from its beginning to the last receipt, with what happens in between."""

from datetime import date

import pytest
from django.http import Http404

from bongca.care.actions.levels import NewLevel, set_level
from bongca.care.actions.receipts import Receipt, clear_receipt, record_receipts
from bongca.care.actions.refusals import DayOutside, NobodyListed, WordsMissing, WrongRoundState
from bongca.care.actions.rounds import (
    Ceremony,
    add_round,
    close_round,
    drop_round,
    edit_round,
    freeze_round,
    take_in_changes,
)
from bongca.care.models import LongevityRound, Recipient
from bongca.care.queries.rounds import changes_since, standing_recipients
from bongca.care.tests.factories import add_elders, make_round
from bongca.core.dates import PartialDate
from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.models import AuditEntry
from bongca.core.scope import scoped
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import admit, end
from bongca.people.actions.merging import merge_persons, undo_merge
from bongca.people.actions.persons import PersonFields, edit_person, fields_of
from bongca.people.models import Person
from tests.cast import Cast

DAY = date(2026, 11, 20)


@pytest.fixture
def elders(cast: Cast) -> dict[str, Person]:
    return add_elders(cast)


def names(cast: Cast, round: LongevityRound, who: str = "minh") -> list[str]:
    actor = cast.actor(who)
    with scoped(actor):
        return [row.full_name for row in standing_recipients(actor, round)]


def receipt(**changes: object) -> Receipt:
    given = {"received": "came", "on": DAY, "handed_by": "Nguyễn Văn Minh"} | changes
    return Receipt(**given)  # type: ignore[arg-type]  # a few words of it


def test_a_list_is_frozen_with_age_gift_and_who_congratulates(
    cast: Cast, elders: dict[str, Person]
) -> None:
    hoa, minh = cast.actor("hoa"), cast.actor("minh")
    new = NewLevel("95", date(2026, 1, 1), 600_000, "", "Nghị quyết 12/NQ-HĐND")
    own = NewLevel("80", date(2026, 1, 1), 0, "một chiếc chăn", "Nghị quyết BCH Hội xã")
    with scoped(hoa):
        set_level(actor=hoa, unit=cast.bac_ninh, level=new)
    with scoped(minh):
        set_level(actor=minh, unit=cast.tan_yen, level=own)
    round = make_round(cast, is_frozen=True)

    with scoped(minh):
        rows = Recipient.objects.filter(round=round).order_by("-age", "sort_key")
        listed = [
            (row.full_name, row.age, row.congratulator, row.state_gift, row.own_gift)
            for row in rows
        ]
    cash = "\u00a0đồng"
    assert listed == [
        ("Đặng Thị Bích", 101, "president", "", ""),
        ("Hoàng Văn Chiến", 100, "president", f"5 m vải lụa và 700.000{cash}", ""),
        ("Nguyễn Thị Dậu", 95, "commune", f"600.000{cash}", ""),
        ("Lò Thị Diễm", 90, "province", f"hiện vật trị giá 150.000 đồng và 500.000{cash}", ""),
        ("Phạm Văn Đễ", 80, "commune", "", "một chiếc chăn"),
        ("Trần Thị Giỏi", 70, "commune", "", ""),
    ]
    round.refresh_from_db()
    assert (round.listed_count, round.received_count) == (6, 0)


def test_who_dies_is_out_to_the_last_day_and_shown_as_a_change(
    cast: Cast, elders: dict[str, Person]
) -> None:
    round = make_round(cast, is_frozen=True)
    minh = cast.actor("minh")
    with scoped(minh):
        end(minh, elders["Lò Thị Diễm"], HowEnded.DECEASED, date(2026, 11, 21))
        end(minh, elders["Phạm Văn Đễ"], HowEnded.MOVED_AWAY, date(2026, 11, 21))
        admit(minh, cast.to_1, "Vũ Đình Khuyến", birth="1941")
        changes = changes_since(minh, round)
        gone = {row.full_name: why.value for row, why in changes.gone}

    assert "Lò Thị Diễm" not in names(cast, round)
    assert gone == {"Lò Thị Diễm": "deceased", "Phạm Văn Đễ": "gone"}
    assert [person.full_name for person in changes.added] == ["Vũ Đình Khuyến"]

    with scoped(minh):
        take_in_changes(actor=minh, round_id=round.pk)
        assert not changes_since(minh, round)
        late = Recipient.objects.get(round=round, full_name="Vũ Đình Khuyến")
    round.refresh_from_db()
    assert late.is_late_entry
    assert round.listed_count == 5


def test_a_corrected_year_takes_off_and_puts_back(cast: Cast, elders: dict[str, Person]) -> None:
    round = make_round(cast, is_frozen=True)
    minh, person = cast.actor("minh"), elders["Phạm Văn Đễ"]

    def born(year: int) -> None:
        row = Person.objects.get(pk=person.pk)
        fields = fields_of(row)
        wanted = PersonFields(fields.full_name, fields.sex, PartialDate(year))
        edit_person(actor=minh, person_id=row.pk, wanted=wanted, version=row.version)
        take_in_changes(actor=minh, round_id=round.pk)

    with scoped(minh):
        born(1947)
        assert Recipient.objects.get(round=round, person=person).removed_why == "corrected"
        born(1946)
        assert Recipient.objects.get(round=round, person=person).removed_why == ""


def test_a_branch_records_receipts_of_its_own_and_the_round_counts_them(
    cast: Cast, elders: dict[str, Person]
) -> None:
    minh, lan = cast.actor("minh"), cast.actor("lan")
    with scoped(minh):
        other = admit(minh, cast.yen_ly, "Bùi Thị Lượng", birth="1936").person
    round = make_round(cast, is_frozen=True)
    with scoped(minh):
        theirs = Recipient.objects.get(round=round, person=other).pk
    with scoped(lan):
        keys = list(Recipient.objects.filter(round=round).values_list("pk", flat=True))
        assert len(keys) == 6
        assert record_receipts(actor=lan, keys=keys[:2], receipt=receipt()) == 2
        with pytest.raises(Http404):
            record_receipts(actor=lan, keys=[theirs], receipt=receipt())
        row = Recipient.objects.get(pk=keys[0])
    round.refresh_from_db()

    assert (row.signed_by, row.handed_by) == (row.full_name, "Nguyễn Văn Minh")
    assert (round.listed_count, round.received_count) == (7, 2)
    with scoped(lan):
        clear_receipt(actor=lan, key=keys[0])
    round.refresh_from_db()
    assert round.received_count == 1


def test_who_received_stays_on_the_list_though_he_died(
    cast: Cast, elders: dict[str, Person]
) -> None:
    round = make_round(cast, is_frozen=True)
    minh, person = cast.actor("minh"), elders["Lò Thị Diễm"]
    with scoped(minh):
        key = Recipient.objects.get(round=round, person=person).pk
        record_receipts(actor=minh, keys=[key], receipt=receipt())
        end(minh, person, HowEnded.DECEASED, date(2026, 11, 21))
        take_in_changes(actor=minh, round_id=round.pk)
        assert Recipient.objects.get(pk=key).removed_why == ""


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"on": date(2026, 11, 23)}, DayOutside),
        ({"on": date(2020, 1, 1)}, DayOutside),
        ({"handed_by": " "}, WordsMissing),
    ],
)
def test_an_odd_receipt_is_refused(
    cast: Cast, elders: dict[str, Person], changes: dict[str, object], refusal: type[Exception]
) -> None:
    round = make_round(cast, is_frozen=True)
    minh = cast.actor("minh")
    with scoped(minh):
        key = Recipient.objects.filter(round=round)[0].pk
        with pytest.raises(refusal):
            record_receipts(actor=minh, keys=[key], receipt=receipt(**changes))


def test_a_closed_round_takes_nothing_until_it_is_opened(
    cast: Cast, elders: dict[str, Person]
) -> None:
    round = make_round(cast, is_frozen=True)
    minh = cast.actor("minh")
    with scoped(minh):
        key = Recipient.objects.filter(round=round)[0].pk
        close_round(actor=minh, round_id=round.pk)
        with pytest.raises(WrongRoundState):
            record_receipts(actor=minh, keys=[key], receipt=receipt())
        with pytest.raises(WrongRoundState):
            take_in_changes(actor=minh, round_id=round.pk)
        close_round(actor=minh, round_id=round.pk, is_closed=False)
        assert record_receipts(actor=minh, keys=[key], receipt=receipt()) == 1


def test_what_cannot_be_is_refused_in_words(cast: Cast) -> None:
    minh = cast.actor("minh")
    round = make_round(cast)
    with scoped(minh):
        with pytest.raises(NobodyListed):
            freeze_round(actor=minh, round_id=round.pk)
        for ceremony, refusal in (
            (Ceremony(2031, "tet", date(2031, 1, 1)), DayOutside),
            (Ceremony(2026, "tet"), WordsMissing),
            (Ceremony(2026, "tet", date(2030, 1, 1)), DayOutside),
            (Ceremony(2026, "elders_day", date(2026, 6, 6)), DomainError),
        ):
            with pytest.raises(refusal):
                add_round(actor=minh, unit=cast.tan_yen, ceremony=ceremony)
        with pytest.raises(Changed):
            edit_round(
                actor=minh, round_id=round.pk, version=9,
                ceremony=Ceremony(2026, "elders_day", date(2026, 6, 6)),
            )  # fmt: skip
        drop_round(actor=minh, round_id=round.pk)
    assert not LongevityRound.objects.exists()


def test_only_the_commune_prepares_and_nobody_next_door(
    cast: Cast, elders: dict[str, Person]
) -> None:
    round = make_round(cast)
    for who, refusal in (("lan", Http404), ("hoa", NotAllowed), ("minh2", Http404)):
        actor = cast.actor(who)
        with scoped(actor), pytest.raises(refusal):
            freeze_round(actor=actor, round_id=round.pk)


def test_every_step_leaves_one_entry(cast: Cast, elders: dict[str, Person]) -> None:
    round = make_round(cast, is_frozen=True)
    minh = cast.actor("minh")
    with scoped(minh):
        keys = list(Recipient.objects.filter(round=round).values_list("pk", flat=True))
        record_receipts(actor=minh, keys=keys, receipt=receipt())
        close_round(actor=minh, round_id=round.pk)
    acts = AuditEntry.objects.filter(act__startswith="care.").order_by("id")

    assert list(acts.values_list("act", flat=True)) == [
        "care.add_round", "care.freeze_round", "care.record_receipts", "care.close_round",
    ]  # fmt: skip


def test_a_merge_keeps_one_on_the_list_and_can_be_undone(
    cast: Cast, elders: dict[str, Person]
) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        twin = admit(minh, cast.to_1, "Phạm Văn Đễ", birth="1946").person
    round = make_round(cast, is_frozen=True)
    kept = elders["Phạm Văn Đễ"]
    with scoped(minh):
        merge = merge_persons(actor=minh, keep_id=kept.pk, gone_id=twin.pk, choices={})
        assert names(cast, round).count("Phạm Văn Đễ") == 1
        assert Recipient.objects.get(round=round, person=twin).removed_why == "merged"
    round.refresh_from_db()
    assert round.listed_count == 6
    with scoped(minh):
        undo_merge(actor=minh, merge_id=merge.pk)
        assert names(cast, round).count("Phạm Văn Đễ") == 2


def test_a_level_ends_the_one_before_and_a_commune_sets_no_allowance(cast: Cast) -> None:
    hoa, minh = cast.actor("hoa"), cast.actor("minh")
    with scoped(hoa):
        for since, amount in ((date(2026, 1, 1), 550_000), (date(2027, 1, 1), 600_000)):
            level = NewLevel("social_pension", since, amount, "", "Nghị quyết của HĐND")
            set_level(actor=hoa, unit=cast.bac_ninh, level=level)
    with scoped(minh), pytest.raises(DomainError) as refused:
        level = NewLevel("social_pension", DAY, 1, "", "Quyết định")
        set_level(actor=minh, unit=cast.tan_yen, level=level)

    assert refused.value.message == "Mức này do tỉnh, thành phố ghi."
