"""The map in the database says what the README of its files counts, date by date."""

from collections import Counter
from datetime import date

import pytest

from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.core.models import AuditEntry
from bongca.org.actions.seeds import seed_units
from bongca.org.actions.territory import TerritoryFiles, load_territory
from bongca.org.ingest import FOLDER, read_territory
from bongca.org.models import TerritoryLineage, TerritoryVersion, Unit

TODAY = date(2026, 11, 22)
SYSTEM = Actor.system(TODAY)
pytestmark = pytest.mark.django_db

# README, "How the counts were checked": day, level, kinds
COUNTS = (
    ("2025-06-30", "province", {"thành phố trung ương": 6, "tỉnh": 57}),
    ("2025-06-30", "district", {"quận": 49, "huyện": 508, "thị xã": 52, "thành phố": 87}),
    ("2025-06-30", "commune", {"xã": 7692, "phường": 1726, "thị trấn": 617}),
    ("2025-07-01", "province", {"thành phố trung ương": 6, "tỉnh": 28}),
    ("2025-07-01", "commune", {"xã": 2621, "phường": 687, "đặc khu": 13}),
    ("2026-04-30", "province", {"thành phố trung ương": 7, "tỉnh": 27}),
    ("2026-04-30", "commune", {"xã": 2611, "phường": 697, "đặc khu": 13}),
    ("2026-09-01", "province", {"thành phố trung ương": 8, "tỉnh": 26}),
    ("2026-09-20", "province", {"thành phố trung ương": 9, "tỉnh": 25}),
    ("2026-09-20", "commune", {"xã": 2599, "phường": 709, "đặc khu": 13}),
)


def kinds(day: str, level: str) -> dict[str, int]:
    rows = TerritoryVersion.objects.filter(
        during__contains=date.fromisoformat(day), territory__level=level
    )
    counted = Counter(rows.values_list("kind", flat=True))
    cities = ("thành phố", "thành phố thuộc tỉnh")
    if level == "district":
        counted["thành phố"] = sum(counted.pop(city, 0) for city in cities)
    return dict(counted)


def table_of_readme() -> list[tuple[str, int, dict[str, int], dict[str, int]]]:
    """Read the province table: code, old communes, counts on 30/4/2026 and on 20/9/2026."""
    rows = []
    for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 7 and cells[0].isdigit():
            april, september = cells[5].split("=")[0], cells[6]
            rows.append((cells[0], int(cells[3]), counted(april), counted(september)))
    return rows


def counted(text: str) -> dict[str, int]:
    numbers = [int(part) for part in text.strip().split("+")]
    named = zip(("xã", "phường", "đặc khu"), numbers, strict=True)
    return {kind: number for kind, number in named if number}


def test_counts_agree_with_the_readme_on_every_date(country: int) -> None:
    for day, level, expected in COUNTS:
        assert kinds(day, level) == expected, (day, level)


def test_counts_agree_with_the_readme_province_by_province(country: int) -> None:
    table = table_of_readme()
    assert len(table) == 34

    for code, _, april, september in table:
        for day, expected in ((date(2026, 4, 30), april), (date(2026, 9, 20), september)):
            rows = TerritoryVersion.objects.filter(
                during__contains=day, territory__parent_id=f"P-2-{code}"
            )
            assert dict(Counter(rows.values_list("kind", flat=True))) == expected, (code, day)


def test_old_communes_of_each_province_of_today_agree_with_the_readme(country: int) -> None:
    default = TerritoryLineage.objects.filter(
        is_default=True, source__level="commune", target__level="commune"
    )
    into = Counter(default.values_list("target__parent_id", flat=True))

    assert sum(into.values()) == 10_035
    assert {f"P-2-{code}": old for code, old, _, _ in table_of_readme()} == dict(into)


def test_lineage_has_every_pair(country: int) -> None:
    pairs = TerritoryLineage.objects.filter(source__level="commune", target__isnull=False)

    assert pairs.count() == 10_566
    assert TerritoryLineage.objects.filter(kind="dissolved").count() == 691


def test_second_load_changes_nothing_and_leaves_no_entry(country: int) -> None:
    entries = AuditEntry.objects.count()

    assert country > 25_000
    assert load_territory(actor=SYSTEM, files=read_territory()) == 0
    assert AuditEntry.objects.count() == entries


def test_later_change_of_a_name_ends_the_version_before_it(country: int) -> None:
    files = read_territory()
    bac_ninh = next(v for v in files.versions if v.uid == "P-2-24" and v.until is None)
    TerritoryVersion.objects.filter(
        territory_id="P-2-24", during__startswith=bac_ninh.since
    ).delete()
    TerritoryVersion.objects.filter(territory_id="P-2-24").update(during=(date(2025, 7, 1), None))

    assert load_territory(actor=SYSTEM, files=files) == 2
    assert kinds("2026-09-20", "province")["thành phố trung ương"] == 9


def test_only_the_installation_loads_the_map() -> None:
    nobody = Actor(user_id=7, label="Trần Anh Tú", today=TODAY)

    with pytest.raises(NotAllowed):
        load_territory(actor=nobody, files=TerritoryFiles([], [], {}))


def test_seed_of_an_earlier_day_is_carried_on_when_a_place_changes(country: int) -> None:
    august = Actor.system(date(2026, 8, 1))
    TerritoryVersion.objects.exclude(territory__uid__regex="^(P-2-2|C-2-07294)").delete()

    seed_units(actor=august)
    before = Unit.objects.get(seed_key="C-2-07294")
    renamed = seed_units(actor=SYSTEM)
    after = Unit.objects.get(seed_key="C-2-07294")

    assert before.place_name == "xã Bố Hạ, tỉnh Bắc Ninh"
    assert after.name == "Hội Người cao tuổi phường Bố Hạ"
    assert after.place_name == "phường Bố Hạ, thành phố Bắc Ninh"
    assert "thanh pho bac ninh" in after.search_name
    assert renamed == 3  # Quảng Ninh, Bắc Ninh, Bố Hạ
