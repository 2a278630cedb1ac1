"""Pages of reports for everybody: full, empty, in error, with the longest names."""

import pytest

from bongca.core.models import Installation
from bongca.core.scope import scoped
from bongca.reporting.actions.reviewing import amend_figure
from bongca.reporting.tests.factories import Setting, add_members, open_setting
from tests.browsing import Visit

pytestmark = pytest.mark.browser
LONGEST = "Hội Người cao tuổi liên xã Thượng Kiệm, Kim Chính và các thôn Đông Khánh Thượng Cầu"


@pytest.fixture
def setting(visit: Visit) -> Setting:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})
    unit = visit.cast.nha_nam
    unit.name = LONGEST
    unit.save(update_fields=["name"])
    return open_setting(visit.cast)


def look_at(visit: Visit, places: list[tuple[str, str]]) -> str:
    faults = []
    for who, path in places:
        visit.sign_in(who).open(path)
        faults += [f"{who} {path} {fault}" for fault in visit.faults_at_every_width()]
    return "\n".join(faults)


def address(setting: Setting, unit: str, tail: str = "") -> str:
    return f"/bao-cao/{setting.report(unit).pk}/{tail}"


def opened(setting: Setting, code: str, unit: str) -> str:
    return f"/bao-cao/ky/{setting.round.pk}/so/{code}/{setting.cast.units[unit].pk}/"


def test_pages_before_anything_is_written(visit: Visit, setting: Setting) -> None:
    places = [
        ("lan", "/bao-cao/"),
        ("mai", "/bao-cao/"),
        ("lan", address(setting, "dong_tam")),
        ("lan", address(setting, "dong_tam", "nop/")),
        ("minh2", address(setting, "nha_nam")),
        ("minh2", address(setting, "nha_nam", "lich-su/")),
        ("hoa", address(setting, "phuc_hoa")),
        ("hoa", f"/bao-cao/ky/{setting.round.pk}/"),
        ("hoa", f"/bao-cao/ky/{setting.round.pk}/?nhom=da-duyet"),
        ("tu", address(setting, "central")),
        ("tu", opened(setting, "A5", "nha_nam")),
        ("mai", "/bao-cao/mo-ky/"),
        ("mai", f"/bao-cao/ky/{setting.round.pk}/chot/"),
    ]

    assert look_at(visit, places) == ""


def test_pages_of_an_accepted_and_amended_report(visit: Visit, setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 60)
    minh = setting.cast.actor("minh")
    with scoped(minh):
        setting.fill_commune("minh", "tan_yen", A1=100)
        setting.fill("minh", "tan_yen", {"A5": 61}, answer="roll_behind")
        setting.submit("minh", "tan_yen", "Chi hội thôn Yên Lý mới lập.")
    report = setting.report("tan_yen")
    places = [
        ("hoa", address(setting, "tan_yen")),
        ("hoa", address(setting, "tan_yen", "duyet/")),
        ("hoa", address(setting, "tan_yen", "tra-lai/")),
    ]
    assert look_at(visit, places) == ""

    setting.accept("hoa", "tan_yen")
    amend_figure(actor=minh, report_id=report.pk, code="D3", new_value=5, reason="Ghi thiếu.")

    places = [
        ("minh", address(setting, "tan_yen")),
        ("minh", address(setting, "tan_yen", "dinh-chinh/D3/")),
        ("minh", address(setting, "tan_yen", "lich-su/")),
        ("hoa", address(setting, "bac_ninh")),
        ("hoa", opened(setting, "A5", "dong_tam")),
        ("tu", opened(setting, "A5", "dong_tam")),
        ("tu", opened(setting, "D3", "tan_yen")),
        ("tu", opened(setting, "A8", "tan_yen")),
        ("tu", opened(setting, "B2", "tan_yen")),
    ]
    assert look_at(visit, places) == ""


def test_sheet_in_error_and_with_two_versions(visit: Visit, setting: Setting) -> None:
    page = visit.sign_in("lan").open(address(setting, "dong_tam"))
    setting.fill("minh", "dong_tam", {"C12": 12})
    page.locator("#so_C12").fill("15")
    page.locator("#so_C14").fill("mười lăm")
    page.get_by_role("button", name="Lưu", exact=True).click()

    page.get_by_text("Có người vừa ghi cùng lúc").wait_for()
    assert page.get_by_text("Chưa đọc được số “mười lăm”.").is_visible()
    assert "\n".join(visit.faults_at_every_width()) == ""


def test_page_saves_itself_and_says_what_is_odd(visit: Visit, setting: Setting) -> None:
    setting.fill("minh", "tan_yen", {"A1": 2738})
    page = visit.sign_in("minh").open(address(setting, "tan_yen"))

    page.locator("#so_C1").fill("18.420")
    page.locator("#so_C1").blur()

    page.get_by_text("18.420 lớn hơn tổng số người cao tuổi").wait_for()
    page.get_by_text("Đã tự lưu lúc").wait_for()
    assert setting.report("tan_yen").figures.get(indicator_id="C1").typed == 18_420


def test_page_of_one_signed_out_is_not_said_to_be_saved(visit: Visit, setting: Setting) -> None:
    page = visit.sign_in("minh").open(address(setting, "tan_yen"))
    page.context.clear_cookies(name="sessionid")

    page.locator("#so_C1").fill("12")

    page.get_by_text("Xin bấm Lưu để xem vì sao.").wait_for()
    assert page.get_by_text("Đã tự lưu").count() == 0


def test_telephone_shows_one_part_at_a_time(visit: Visit, setting: Setting) -> None:
    page = visit.sign_in("minh").at(390).open(address(setting, "tan_yen"))
    parts = page.locator(".bc-report__part")
    assert [parts.nth(one).is_visible() for one in range(parts.count())] == [True] + [False] * 4

    page.get_by_role("link", name="Phần tiếp theo: Chăm sóc người cao tuổi").click()

    assert [parts.nth(one).is_visible() for one in range(parts.count())] == [
        False, True, False, False, False,
    ]  # fmt: skip
