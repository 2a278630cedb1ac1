"""The two rounds of the demonstration, on the small country of the cast."""

from bongca.core.actor import Actor
from bongca.indicators.actions import load_indicators
from bongca.portal.actions.demo_reports import report_first_round, report_second_round
from bongca.reporting.actions.forms import load_forms
from bongca.reporting.models import Report, Round
from bongca.reporting.tests.factories import add_members
from tests.cast import TODAY, Cast


def states(cast: Cast, name: str) -> dict[str, str]:
    rows = Report.objects.filter(round=Round.objects.get(name=name))
    by_unit = dict(rows.values_list("unit_id", "state"))
    return {key: by_unit[unit.pk] for key, unit in cast.units.items() if unit.pk in by_unit}


def test_two_rounds_stand_where_the_story_has_them(cast: Cast) -> None:
    system = Actor.system(TODAY)
    load_indicators(actor=system)
    load_forms(actor=system)
    for key in ("dong_tam", "yen_ly", "cau_xi", "an_thuong"):
        add_members(cast.units[key], 4)

    for _ in range(2):
        report_first_round(system, cast.units)
        report_second_round(system, cast.units)

    first = states(cast, "Báo cáo công tác Hội 6 tháng đầu năm 2026")
    second = states(cast, "Báo cáo công tác Hội 6 tháng cuối năm 2026")
    for key in ("central", "bac_ninh", "hai_phong", "tan_yen", "nha_nam", "nam_sach", "dong_tam"):
        assert first[key] == "closed", key
    assert {key: second[key] for key in ("tan_yen", "nha_nam", "nam_sach", "phuc_hoa")} == {
        "tan_yen": "drafting",
        "nha_nam": "submitted",
        "nam_sach": "accepted",
        "phuc_hoa": "not_submitted",
    }
    assert (second["dong_tam"], second["yen_ly"]) == ("not_submitted", "submitted")
    assert second["bac_ninh"] == "not_submitted"
