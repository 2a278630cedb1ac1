"""The pages of a report as a browser without a script gets them."""

import pytest
from django.test import Client

from bongca.core.scope import scoped
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Figure, Narrative, NarrativeSection
from bongca.reporting.tests.factories import (
    BRANCH_CODES,
    COMMUNE_CODES,
    Setting,
    add_members,
)


def posted_sheet(codes: tuple[str, ...], **numbers: str) -> dict[str, str]:
    """Return what the form sends: each field with the number it had shown."""
    sent = {f"so_{code}": "0" for code in codes} | {f"cu_{code}": "" for code in codes}
    return sent | {f"so_{code}": number for code, number in numbers.items()}


def url(setting: Setting, unit: str, tail: str = "") -> str:
    return f"/bao-cao/{setting.report(unit).pk}/{tail}"


def send_branch(setting: Setting, who: str, unit: str) -> None:
    client = setting.cast.client(who)
    client.post(url(setting, unit), posted_sheet(BRANCH_CODES, C12="12", C12V="1.200.000"))
    client.post(url(setting, unit, "nop/"))


def fill_commune(setting: Setting, client: Client) -> None:
    sent = posted_sheet(COMMUNE_CODES, A1="2.738", D3="5 triệu")
    sent |= {"cu_A1": "", "nguon_A1": "Công an xã"}
    for section in NarrativeSection.objects.filter(tier="commune"):
        sent |= {f"loi_{section.pk}": "Làm tốt.", f"loi_cu_{section.pk}": ""}
    client.post(url(setting, "tan_yen"), sent)


def test_a_round_from_branch_to_province_by_hand(setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 7)
    send_branch(setting, "lan", "dong_tam")
    send_branch(setting, "lan2", "yen_ly")
    minh, hoa = setting.cast.client("minh"), setting.cast.client("hoa")

    fill_commune(setting, minh)
    minh.post(url(setting, "tan_yen", "nop/"))
    assert setting.report("tan_yen").state == ReportState.SUBMITTED
    hoa.post(url(setting, "tan_yen", "duyet/"))

    assert setting.report("tan_yen").state == ReportState.ACCEPTED
    page = hoa.get(url(setting, "bac_ninh")).content.decode()
    assert "Các xã, phường gửi 24" in page
    assert (
        Figure.objects.get(report=setting.report("tan_yen"), indicator_id="D3").value == 5_000_000
    )


def test_unreadable_number_comes_back_as_typed_and_the_rest_is_saved(setting: Setting) -> None:
    lan = setting.cast.client("lan")

    answer = lan.post(url(setting, "dong_tam"), posted_sheet(BRANCH_CODES, C12="mười hai", C14="9"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="mười hai"' in page
    assert "Chưa đọc được số “mười hai”" in page
    figures = Figure.objects.filter(report=setting.report("dong_tam"))
    assert figures.get(indicator_id="C14").typed == 9
    assert not figures.filter(indicator_id="C12").exists()


def test_second_person_is_shown_both_numbers(setting: Setting) -> None:
    lan, minh = setting.cast.client("lan"), setting.cast.client("minh")
    lan.post(url(setting, "dong_tam"), posted_sheet(BRANCH_CODES, C12="12"))

    answer = minh.post(url(setting, "dong_tam"), posted_sheet(BRANCH_CODES, C12="15"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Vũ Thị Lan vừa ghi 12." in page
    assert 'value="15"' in page


def test_autosave_keeps_and_says_nothing(setting: Setting) -> None:
    lan = setting.cast.client("lan")
    section = NarrativeSection.objects.filter(tier="commune").first()
    assert section is not None

    answer = lan.post(url(setting, "dong_tam", "tu-luu/"), {"so_C12": "12", "cu_C12": ""})
    again = lan.post(url(setting, "dong_tam", "tu-luu/"), {"so_C12": "13", "cu_C12": ""})
    minh = setting.cast.client("minh")
    minh.post(url(setting, "tan_yen", "tu-luu/"), {f"loi_{section.pk}": "Tốt"})

    assert (answer.status_code, again.status_code) == (204, 204)
    assert Figure.objects.get(indicator_id="C12").typed == 13
    assert Narrative.objects.get().text == "Tốt"


def test_autosave_tells_when_somebody_else_wrote_here(setting: Setting) -> None:
    setting.cast.client("lan").post(url(setting, "dong_tam", "tu-luu/"), {"so_C12": "12"})

    answer = setting.cast.client("minh").post(
        url(setting, "dong_tam", "tu-luu/"), {"so_C12": "15", "cu_C12": ""}
    )

    assert answer.status_code == 409
    assert answer.content.decode().startswith("Vũ Thị Lan cũng vừa ghi ở đây.")


def test_check_says_what_is_odd_against_what(setting: Setting) -> None:
    minh = setting.cast.client("minh")
    setting.fill("minh", "tan_yen", {"A1": 2738})

    odd = minh.get(url(setting, "tan_yen", "kiem-tra/C1/"), {"so_C1": "18.420"}).content.decode()
    fine = minh.get(url(setting, "tan_yen", "kiem-tra/C1/"), {"so_C1": "2691"}).content.decode()

    assert "18.420 lớn hơn tổng số người cao tuổi" in odd and "(2.738)" in odd
    assert "Hợp lý: 98,3%" in fine


def test_submitting_too_early_names_the_places(setting: Setting) -> None:
    lan = setting.cast.client("lan")

    page = lan.get(url(setting, "dong_tam", "nop/")).content.decode()

    assert "Còn 9 chỗ cần làm" in page
    assert f'href="{url(setting, "dong_tam")}#chi-tieu-C12"' in page


def test_submitting_while_branches_are_missing_names_them(setting: Setting) -> None:
    minh = setting.cast.client("minh")
    fill_commune(setting, minh)

    page = minh.get(url(setting, "tan_yen", "nop/")).content.decode()
    refused = minh.post(url(setting, "tan_yen", "nop/"), {"missing_note": ""})

    assert "Thiếu 2 chi hội: thôn Yên Lý, thôn Đồng Tâm (chưa nộp)" in page
    assert refused.status_code == 422
    assert "Còn nơi chưa gửi. Nếu vẫn nộp, xin ghi lý do." in refused.content.decode()
    assert setting.report("tan_yen").state == ReportState.DRAFTING


def test_returned_figure_is_shown_where_it_stands(setting: Setting) -> None:
    minh, hoa = setting.cast.client("minh"), setting.cast.client("hoa")
    fill_commune(setting, minh)
    minh.post(url(setting, "tan_yen", "nop/"), {"missing_note": "Chưa có chi hội nào gửi"})

    hoa.post(url(setting, "tan_yen", "tra-lai/"), {"tra_lai_D3": "Chân quỹ giảm hẳn, vì sao?"})

    page = minh.get(url(setting, "tan_yen")).content.decode()
    assert "Cấp trên trả lại để sửa" in page
    assert "Chân quỹ giảm hẳn, vì sao?" in page


def test_returning_without_a_reason_asks_for_it(setting: Setting) -> None:
    minh, hoa = setting.cast.client("minh"), setting.cast.client("hoa")
    fill_commune(setting, minh)
    minh.post(url(setting, "tan_yen", "nop/"), {"missing_note": "Chưa có chi hội nào gửi"})

    answer = hoa.post(url(setting, "tan_yen", "tra-lai/"), {"reason": ""})

    assert answer.status_code == 422
    assert "Xin ghi lý do trả lại." in answer.content.decode()


def test_central_office_opens_and_closes_a_round(setting: Setting) -> None:
    mai = setting.cast.client("mai")
    sent = {
        "form": str(setting.round.form_id),
        "name": "Báo cáo công tác Hội 6 tháng đầu năm 2027",
        "first_day": "1/12/2026",
        "last_day": "31/5/2027",
        "due_branch": "1/6/2027",
        "due_commune": "5/6/2027",
        "due_province": "10/6/2027",
    }

    opened = mai.post("/bao-cao/mo-ky/", sent)
    again = mai.post("/bao-cao/mo-ky/", sent)
    turned = mai.post("/bao-cao/mo-ky/", sent | {"last_day": "1/1/2026"})
    closed = mai.post(f"/bao-cao/ky/{setting.round.pk}/chot/")

    assert opened.status_code == 303 and closed.status_code == 303
    assert "Kỳ báo cáo này đã được mở rồi." in again.content.decode()
    assert "Ngày cuối kỳ phải sau ngày đầu kỳ." in turned.content.decode()


def test_short_sheet_shows_the_register_beside_it(setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 7)

    page = setting.cast.client("lan").get(url(setting, "dong_tam")).content.decode()

    assert "Sổ hội viên đang có" in page
    assert '<td class="bc-number">7 <a' in page


def test_accepted_report_can_only_be_amended(setting: Setting) -> None:
    minh, hoa = setting.cast.client("minh"), setting.cast.client("hoa")
    fill_commune(setting, minh)
    minh.post(url(setting, "tan_yen", "nop/"), {"missing_note": "Chưa có chi hội nào gửi"})
    hoa.post(url(setting, "tan_yen", "duyet/"))

    refused = minh.post(url(setting, "tan_yen"), {"so_D3": "1", "cu_D3": "5000000"})
    minh.post(
        url(setting, "tan_yen", "dinh-chinh/D3/"), {"new_value": "6.000.000", "reason": "Ghi thiếu"}
    )

    assert refused.status_code == 409
    page = hoa.get(url(setting, "bac_ninh")).content.decode()
    assert "6.000.000" in page
    with scoped(setting.cast.actor("hoa")):
        kept = Figure.objects.get(report=setting.report("tan_yen"), indicator_id="D3")
    assert kept.value == 5_000_000


@pytest.mark.parametrize("who", ["lan", "minh", "hoa", "mai", "tu", "binh", "quan"])
def test_everyone_with_reports_opens_the_list(setting: Setting, who: str) -> None:
    page = setting.cast.client(who).get("/bao-cao/")

    assert page.status_code == 200
    assert setting.round.name in page.content.decode()


@pytest.mark.parametrize(
    ("who", "unit", "expected"),
    [
        ("lan", "dong_tam", 200),
        ("lan", "yen_ly", 404),
        ("lan", "tan_yen", 404),
        ("minh", "dong_tam", 200),
        ("minh", "nha_nam", 404),
        ("hoa", "tan_yen", 200),
        ("hoa", "nam_sach", 404),
        ("hoa2", "tan_yen", 404),
        ("tu", "central", 200),
        ("tu", "dong_tam", 200),
        ("mai", "bac_ninh", 200),
        ("quan", "tan_yen", 200),
        ("quantri", "tan_yen", 404),
        ("liaison", "tan_yen", 404),
    ],
)
def test_reports_open_within_reach_only(
    setting: Setting, who: str, unit: str, expected: int
) -> None:
    client = setting.cast.client(who)

    assert client.get(url(setting, unit)).status_code == expected
    assert client.get(url(setting, unit, "lich-su/")).status_code == expected


@pytest.mark.parametrize(
    ("who", "unit", "code", "expected"),
    [
        ("lan", "dong_tam", "A5", 200),
        ("lan", "yen_ly", "A5", 404),
        ("minh", "tan_yen", "A5", 200),
        ("minh", "tan_yen", "A8", 200),
        ("minh", "dong_tam", "C12", 200),
        ("hoa", "dong_tam", "B2T", 200),
        ("tu", "central", "A5", 200),
        ("tu", "dong_tam", "A17", 200),
        ("minh", "nha_nam", "A5", 404),
        ("minh", "tan_yen", "khong-co", 404),
        ("quantri", "tan_yen", "A5", 403),
        ("liaison", "tan_yen", "A5", 404),
    ],
)
def test_figures_open_within_reach_only(
    setting: Setting, who: str, unit: str, code: str, expected: int
) -> None:
    add_members(setting.cast.dong_tam, 3)
    client = setting.cast.client(who)

    page = client.get(f"/bao-cao/ky/{setting.round.pk}/so/{code}/{setting.cast.units[unit].pk}/")

    assert page.status_code == expected


def test_names_open_to_those_who_keep_the_roll_only(setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 3)
    path = f"/bao-cao/ky/{setting.round.pk}/so/A5/{setting.cast.dong_tam.pk}/"

    for who in ("lan", "minh", "hoa"):
        assert "Nguyễn Thị Thử 1" in setting.cast.client(who).get(path).content.decode()
    for who in ("tu", "mai", "binh", "quan"):
        page = setting.cast.client(who).get(path).content.decode()
        assert "Nguyễn Thị Thử" not in page
        assert "Tên hội viên chỉ hiện cho người được xem sổ" in page
