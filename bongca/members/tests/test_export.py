import io

import pytest
from openpyxl import load_workbook

from bongca.core.jobs import work_off
from bongca.core.models import Attachment, AuditEntry
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit, admit_several
from bongca.members.views import lists
from tests.cast import Cast

EXPORT = "/hoi-vien/xuat/"
PURPOSE = {"purpose": "Lập danh sách mừng thọ năm 2027"}


def rows(content: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.fixture
def roll(cast: Cast) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        admit_several(lan, cast.to_1)
        admit(lan, cast.to_2, "=HYPERLINK(1) Vũ", sex="m", birth="1951-05-12", phone="0900000135")


def test_the_list_leaves_as_it_is_narrowed(cast: Cast, roll: None) -> None:
    response = cast.client("lan").post(f"{EXPORT}?gioi=m&tuoi=from_70_to_79", PURPOSE)

    head, *body = rows(response.content)
    assert response["Content-Disposition"].endswith('danh-sach-hoi-vien-22-11-2026.xlsx"')
    assert head[:4] == ["STT", "Họ và tên", "Nam, nữ", "Ngày sinh"]
    assert [row[1] for row in body] == [
        "Phạm Văn Đễ", "Nguyễn Văn Hòa", "Vũ Đình Khuyến", "=Hyperlink(1) Vũ",
    ]  # fmt: skip
    assert body[3][3] == "12/5/1951" and body[3][6] == "0900000135"


def test_a_text_is_never_a_formula(cast: Cast, roll: None) -> None:
    content = cast.client("lan").post(EXPORT, PURPOSE).content

    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_an_export_leaves_its_purpose_and_no_name(cast: Cast, roll: None) -> None:
    cast.client("lan").post(f"{EXPORT}?q=hoa", PURPOSE)

    entry = AuditEntry.objects.get(act="members.export_members")
    assert entry.changes["purpose"] == PURPOSE["purpose"] and entry.changes["count"] == 1
    assert "hoa" not in str(entry.changes["narrowed"])


def test_an_export_without_a_purpose_or_a_right_is_refused(cast: Cast, roll: None) -> None:
    assert cast.client("lan").post(EXPORT, {"purpose": " "}).status_code == 422
    query = f"?don_vi={cast.dong_tam.pk}"
    assert cast.client("lan2").post(EXPORT + query, PURPOSE).status_code == 404
    assert cast.client("quan").post(EXPORT + query, PURPOSE).status_code == 403
    assert not AuditEntry.objects.filter(act="members.export_members").exists()


def test_a_long_list_is_written_in_the_background(
    cast: Cast, roll: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "AT_ONCE", 5)
    lan, minh = cast.client("lan"), cast.client("minh")

    state = lan.post(EXPORT, PURPOSE)
    waiting = lan.get(state["Location"]).content.decode()
    work_off()
    ready = lan.get(state["Location"]).content.decode()

    assert "Đang chờ đến lượt" in waiting and "Tải tệp Excel về" in ready
    url = ready.split('href="/tep/')[1].split('"')[0]
    content = b"".join(lan.get(f"/tep/{url}").streaming_content)  # type: ignore[attr-defined]  # a file
    assert len(rows(content)) == 12
    assert minh.get(f"/tep/{url}").status_code == 404
    assert minh.get(state["Location"]).status_code == 404
    assert Attachment.objects.get().keep_until is not None


@pytest.mark.parametrize("narrowed", ["?tuoi=from_70_to_79", "?q=Hoa&trang=1", "?gioi=m&phan="])
def test_the_list_links_to_itself_as_it_is_narrowed(cast: Cast, roll: None, narrowed: str) -> None:
    client = cast.client("lan")

    page = client.get(f"/hoi-vien/{narrowed}").content.decode()

    kept = narrowed.replace("&trang=1", "").replace("&", "&amp;")
    assert f'href="/hoi-vien/xuat/{kept}"' in page
    assert f'href="/hoi-vien/in/{kept}"' in page
