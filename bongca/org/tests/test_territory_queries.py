"""The map read on a day, against the table of the territory README, its numbers typed by hand."""

from collections import Counter
from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from bongca.org.queries.territory import (
    MapNotKnown,
    became,
    came_from,
    communes_on,
    provinces_on,
)

pytestmark = pytest.mark.django_db

BEFORE, JULY, APRIL, SEPTEMBER = (
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2026, 4, 30),
    date(2026, 9, 20),
)

# Province, provinces it came from, old communes; xã, phường, đặc khu on 30/4/2026.
PROVINCES = [
    ("01", "Hà Nội", ("01",), 526, (75, 51, 0)),
    ("04", "Cao Bằng", ("04",), 161, (53, 3, 0)),
    ("08", "Tuyên Quang", ("02", "08"), 330, (117, 7, 0)),
    ("11", "Điện Biên", ("11",), 129, (42, 3, 0)),
    ("12", "Lai Châu", ("12",), 106, (36, 2, 0)),
    ("14", "Sơn La", ("14",), 200, (67, 8, 0)),
    ("15", "Lào Cai", ("10", "15"), 319, (89, 10, 0)),
    ("19", "Thái Nguyên", ("06", "19"), 280, (77, 15, 0)),
    ("20", "Lạng Sơn", ("20",), 194, (61, 4, 0)),
    ("22", "Quảng Ninh", ("22",), 171, (22, 30, 2)),
    ("24", "Bắc Ninh", ("24", "27"), 313, (66, 33, 0)),
    ("25", "Phú Thọ", ("17", "25", "26"), 479, (133, 15, 0)),
    ("31", "Hải Phòng", ("30", "31"), 374, (67, 45, 2)),
    ("33", "Hưng Yên", ("33", "34"), 381, (93, 11, 0)),
    ("37", "Ninh Bình", ("35", "36", "37"), 398, (97, 32, 0)),
    ("38", "Thanh Hóa", ("38",), 547, (147, 19, 0)),
    ("40", "Nghệ An", ("40",), 412, (119, 11, 0)),
    ("42", "Hà Tĩnh", ("42",), 209, (60, 9, 0)),
    ("44", "Quảng Trị", ("44", "45"), 264, (69, 8, 1)),
    ("46", "Huế", ("46",), 133, (19, 21, 0)),
    ("48", "Đà Nẵng", ("48", "49"), 280, (70, 23, 1)),
    ("51", "Quảng Ngãi", ("51", "62"), 272, (86, 9, 1)),
    ("52", "Gia Lai", ("52", "64"), 373, (110, 25, 0)),
    ("56", "Khánh Hòa", ("56", "58"), 194, (48, 16, 1)),
    ("66", "Đắk Lắk", ("54", "66"), 286, (88, 14, 0)),
    ("68", "Lâm Đồng", ("60", "67", "68"), 329, (103, 20, 1)),
    ("75", "Đồng Nai", ("70", "75"), 270, (62, 33, 0)),
    ("79", "Hồ Chí Minh", ("74", "77", "79"), 441, (54, 113, 1)),
    ("80", "Tây Ninh", ("72", "80"), 280, (82, 14, 0)),
    ("82", "Đồng Tháp", ("82", "87"), 305, (82, 20, 0)),
    ("86", "Vĩnh Long", ("83", "84", "86"), 354, (105, 19, 0)),
    ("91", "An Giang", ("89", "91"), 298, (85, 14, 3)),
    ("92", "Cần Thơ", ("92", "93", "94"), 263, (72, 31, 0)),
    ("96", "Cà Mau", ("95", "96"), 164, (55, 9, 0)),
]
# What was otherwise on other days.
OTHERWISE = {
    ("75", JULY): (72, 23, 0),
    ("24", SEPTEMBER): (54, 45, 0),
}


def kinds_on(day: date, province_uid: str) -> tuple[int, int, int]:
    counted = Counter(place.kind for place in communes_on(day, province_uid))
    assert set(counted) <= {"xã", "phường", "đặc khu"}
    return counted["xã"], counted["phường"], counted["đặc khu"]


@pytest.mark.parametrize("day", [JULY, APRIL, SEPTEMBER])
def test_every_province_has_its_communes_on_every_date(country: int, day: date) -> None:
    found = {code: kinds_on(day, f"P-2-{code}") for code, *_ in PROVINCES}
    expected = {code: OTHERWISE.get((code, day), in_april) for code, _, _, _, in_april in PROVINCES}

    assert found == expected


def test_every_province_came_from_the_old_ones_with_their_communes(country: int) -> None:
    wrong: list[tuple[object, ...]] = []
    for code, name, old_codes, old_count, _ in PROVINCES:
        old_uids = [f"P-1-{old}" for old in old_codes]
        found = {step.place.uid for step in came_from(f"P-2-{code}")}
        count = sum(len(communes_on(BEFORE, uid)) for uid in old_uids)
        if found != set(old_uids):
            wrong.append((name, "from", found))
        if count != old_count:
            wrong.append((name, "old communes", count))

    assert wrong == []


@pytest.mark.parametrize(
    ("day", "cities", "provinces"),
    [
        (BEFORE, 6, 57),
        (JULY, 6, 28),
        (date(2026, 4, 29), 6, 28),
        (APRIL, 7, 27),
        (date(2026, 9, 1), 8, 26),
        (SEPTEMBER, 9, 25),
    ],
)
def test_provinces_and_cities_of_a_day(
    country: int, day: date, cities: int, provinces: int
) -> None:
    kinds = Counter(place.kind for place in provinces_on(day))

    assert kinds == {"thành phố trung ương": cities, "tỉnh": provinces}


def test_days_before_the_data_are_said_to_be_unknown(country: int) -> None:
    with pytest.raises(MapNotKnown, match="map_not_known"):
        communes_on(date(2017, 11, 20), "P-1-24")

    assert provinces_on(date(2025, 3, 1))


def test_old_commune_names_what_it_became(country: int) -> None:
    (step,) = became("C-1-00001")

    assert step.place.full_name == "Phường Hồng Hà"
    assert (step.on, step.is_default) == (JULY, True)


def test_split_commune_names_every_successor_the_likeliest_first(country: int) -> None:
    steps = became("C-1-00019")

    assert len(steps) > 1
    assert [step.is_default for step in steps] == [True] + [False] * (len(steps) - 1)


def test_successor_is_named_as_on_the_day_it_began(country: int) -> None:
    bac_giang = became("P-1-24")

    assert [step.place.full_name for step in bac_giang] == ["Tỉnh Bắc Ninh"]


def test_reads_take_a_fixed_number_of_queries(
    country: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        communes_on(SEPTEMBER, "P-2-79")
    with django_assert_num_queries(2):
        came_from("P-2-79")
