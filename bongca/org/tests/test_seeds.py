"""The Association stands on the territory of today, with the names of every day since 2025."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from bongca.core.actor import Actor
from bongca.core.models import AuditEntry
from bongca.org import rules
from bongca.org.actions.seeds import seed_units
from bongca.org.models import Covers, Unit, UnitAncestry, UnitName
from bongca.org.queries.search import find_units
from tests.cast import TODAY

SYSTEM = Actor.system(TODAY)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def seeded(country: int, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed_units(actor=SYSTEM)
        transaction.set_rollback(True)


def test_every_province_and_commune_of_today_has_its_unit(seeded: int) -> None:
    tiers = Counter(Unit.objects.values_list("tier", flat=True))

    assert tiers == {"central": 1, "province": 34, "commune": 3321}
    assert seeded == 3356
    assert Covers.objects.count() == 3355


def test_names_follow_the_kind_of_the_place_on_each_day(seeded: int) -> None:
    bac_ninh = Unit.objects.get(seed_key="P-2-24")
    names = {
        day: UnitName.objects.get(unit=bac_ninh, during__contains=day).name
        for day in (date(2025, 7, 1), date(2026, 9, 19), date(2026, 9, 20), TODAY)
    }

    assert bac_ninh.name == "Hội Người cao tuổi thành phố Bắc Ninh"
    assert set(names.values()) == {
        "Hội Người cao tuổi tỉnh Bắc Ninh",
        "Hội Người cao tuổi thành phố Bắc Ninh",
    }
    assert names[date(2026, 9, 19)] == "Hội Người cao tuổi tỉnh Bắc Ninh"
    assert names[date(2026, 9, 20)] == bac_ninh.name


def test_commune_is_shown_with_its_province_of_today(seeded: int) -> None:
    tan_yen = Unit.objects.get(seed_key="C-2-07339")

    assert tan_yen.place_name == "xã Tân Yên, thành phố Bắc Ninh"
    assert tan_yen.commune == tan_yen
    assert tan_yen.province == Unit.objects.get(seed_key="P-2-24")


def test_ancestry_begins_with_the_two_tiers(seeded: int) -> None:
    root = Unit.objects.get(tier="central")
    below = UnitAncestry.objects.filter(ancestor=root)

    assert below.filter(during__contains=date(2025, 7, 1)).count() == 3355
    assert not below.filter(during__contains=date(2025, 6, 30)).exists()


def test_intervals_hold_the_units_below_and_no_other(seeded: int) -> None:
    for province in Unit.objects.filter(tier="province"):
        inside = Unit.objects.filter(lft__gt=province.lft, lft__lte=province.rgt)
        assert set(inside.values_list("parent_id", flat=True)) <= {province.pk}
        assert inside.count() == province.children.count()
    assert rules.SLOTS_PER_PARENT > 168  # the largest province has room to spare


def test_second_seed_changes_nothing_and_leaves_no_entry(seeded: int) -> None:
    entries, versions = AuditEntry.objects.count(), list(Unit.objects.values_list("pk", "version"))

    assert seed_units(actor=SYSTEM) == 0
    assert AuditEntry.objects.count() == entries
    assert list(Unit.objects.values_list("pk", "version")) == versions


def test_tan_tien_is_found_seven_times_and_told_apart(seeded: int) -> None:
    for typed in ("Tân Tiến", "tan tien", "TÂN  TIẾN"):
        found = [unit for unit in find_units(SYSTEM, typed) if "Tân Tiến" in unit.name]
        xa = {unit.place_name for unit in found if unit.name.endswith("xã Tân Tiến")}

        assert len(xa) == 7
        assert {place.split(", ")[0] for place in xa} == {"xã Tân Tiến"}


def test_bac_ninh_is_found_first_as_the_province(seeded: int) -> None:
    found = find_units(SYSTEM, "bac ninh")

    assert found[0].seed_key == "P-2-24"
    assert len(found) == 20


def test_words_of_name_and_province_find_the_one_meant(seeded: int) -> None:
    found = find_units(SYSTEM, "tân tiến hưng yên")

    assert [unit.place_name for unit in found] == ["xã Tân Tiến, tỉnh Hưng Yên"]
