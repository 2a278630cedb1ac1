import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bongca.core import crypto, jobs
from bongca.core.jobs import work_off
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped
from bongca.people.models import IdentityClaim
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.models import ColumnMemory, RollBatch, RollLine
from bongca.rolls.tests.factories import HEAD, PEOPLE, brought, previewed, workbook, written
from tests.cast import Cast

pytestmark = pytest.mark.django_db

ROWS = [
    *PEOPLE,
    (5, "Trần Thị Mùi", "30/02/1948", "Nữ", "", "Tổ 1", ""),
    (6, "Đỗ Văn Thắng", "1950", "Nam", "15050001227", "Tổ 2", ""),
    (7, "", "1950", "", "", "Tổ 3", ""),
    (None, "Tổng cộng: 7 người"),
]


def upload(client: Client, cast: Cast, content: bytes) -> RollBatch:
    file = SimpleUploadedFile("DS Đồng Tâm.xlsx", content)
    response = client.post(reverse("rolls:roll_list"), {"unit": cast.dong_tam.pk, "file": file})
    assert response.status_code == 303
    work_off()
    return RollBatch.objects.latest("brought_at")


def address(name: str, batch: RollBatch) -> str:
    return reverse(f"rolls:{name}", args=[batch.pk])


def take_guesses(client: Client, batch: RollBatch) -> None:
    """Send the page of columns back as it is shown."""
    response = client.get(address("roll_detail", batch))
    fields = {c["name"]: c["chosen"] for one in response.context["lists"] for c in one["columns"]}
    assert client.post(address("roll_columns", batch), fields).status_code == 303
    work_off()
    batch.refresh_from_db()


def test_lan_brings_a_roll_page_by_page(cast: Cast) -> None:
    client = cast.client("lan")
    batch = upload(client, cast, workbook(ROWS))
    page = client.get(address("roll_detail", batch)).content.decode()
    assert "Khớp cột" in page
    assert "Nguyễn Thị Mận" in page

    take_guesses(client, batch)
    page = client.get(address("roll_detail", batch)).content.decode()
    assert "Tháng Hai không có ngày 30." in page
    assert "Chỉ ghi năm 1948, hỏi lại gia đình sau" in page
    assert "Thêm số 0 ở đầu: 0150 •••• ••27" in page
    assert "015050001227" not in page
    assert "Ô họ tên để trống, chỉ có “1950, Tổ 3”." in page
    assert "Đây có vẻ là dòng cộng" in page
    assert "Ghi 4 người vào sổ" in page

    with scoped(cast.actor("lan")):
        mui = RollLine.objects.get(batch=batch, line=6)
    response = client.post(address("roll_write", batch), {f"dong-{mui.pk}-no_such_day": "guess0"})
    assert response.status_code == 303
    work_off()
    page = client.get(address("roll_detail", batch)).content.decode()
    assert "Đã ghi 5 người vào sổ" in page
    assert "Còn dòng chưa ghi" in page


def test_one_answer_serves_many_lines(cast: Cast) -> None:
    names = ("Mận", "Đào", "Sen", "Lụa", "Huệ", "Cúc")
    rows = [
        (n, f"Lò Thị {name}", "", "Nữ", f"1515200010{n}", "Tổ 1", "")
        for n, name in enumerate(names)
    ]
    batch = previewed(cast.actor("lan"), cast.dong_tam, workbook(rows, HEAD))
    client = cast.client("lan")
    page = client.get(address("roll_detail", batch)).content.decode()
    assert "6 dòng cùng một câu hỏi" in page

    client.post(address("roll_write", batch), {"tat-ca-id_lost_zero": "guess0"})
    work_off()

    with scoped(cast.actor("lan")):
        claims = IdentityClaim.objects.order_by("last_digits")
        numbers = [crypto.decrypt(claim.number_sealed) for claim in claims]
    assert numbers == [f"01515200010{n}" for n in range(6)]


def test_a_column_in_doubt_must_be_chosen(cast: Cast) -> None:
    client = cast.client("lan")
    batch = upload(client, cast, workbook(PEOPLE, ["", "", "", "", "", "", ""]))

    response = client.get(address("roll_detail", batch))
    fields = {
        c["name"]: c["chosen"] or "?" for one in response.context["lists"] for c in one["columns"]
    }
    answer = client.post(address("roll_columns", batch), fields)

    assert answer.status_code == 422
    assert "Còn cột chưa chọn" in answer.content.decode()
    batch.refresh_from_db()
    assert batch.state == BatchState.COLUMNS


def test_columns_are_remembered_for_the_unit(cast: Cast) -> None:
    client = cast.client("lan")
    head = ("A", "B", "C", "D", "E", "F", "G")
    meanings = ["number", "name", "birth", "sex", "citizen_id", "group", "joined"]
    batch = upload(client, cast, workbook(PEOPLE, head))
    context = client.get(address("roll_detail", batch)).context
    names = sorted(c["name"] for one in context["lists"] for c in one["columns"])
    client.post(address("roll_columns", batch), dict(zip(names, meanings, strict=True)))
    assert ColumnMemory.objects.filter(unit=cast.dong_tam).count() == 1

    again = upload(client, cast, workbook(PEOPLE, head))

    columns = client.get(address("roll_detail", again)).context["lists"][0]["columns"]
    assert sorted(column["chosen"] for column in columns) == sorted(meanings)


def test_the_rest_comes_back_as_a_file_and_is_known_again(cast: Cast) -> None:
    client = cast.client("lan")
    batch = written(cast.actor("lan"), cast.dong_tam, workbook(ROWS))

    content = client.get(address("roll_rest", batch)).content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]

    assert rows[0] == [*HEAD, "Lý do chưa ghi"]
    assert [row[1] for row in rows[1:]] == ["Trần Thị Mùi", "Đỗ Văn Thắng", ""]
    assert rows[1][7] == "Dòng 6: Tháng Hai không có ngày 30."
    assert rows[2][4] == "15050001227"

    rows[1][2], rows[2][4], rows[3][1] = "29/02/1948", "015050001227", "Lò Văn Ón"
    mended = workbook([row for row in rows[1:]], [str(cell) for cell in rows[0]])
    again = previewed(cast.actor("lan"), cast.dong_tam, mended)
    with scoped(cast.actor("lan")):
        states = [line.state for line in RollLine.objects.filter(batch=again).order_by("ordinal")]
    assert states == [LineState.NEW] * 3


def test_text_that_looks_like_a_formula_stays_text(cast: Cast) -> None:
    rows = [(1, "", '=HYPERLINK("http://x","a")', "", "", "Tổ 1", "")]
    batch = previewed(cast.actor("lan"), cast.dong_tam, workbook([*PEOPLE, *rows]))

    content = cast.client("lan").get(address("roll_rest", batch)).content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]

    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_undo_asks_first_and_takes_back(cast: Cast) -> None:
    client = cast.client("lan")
    batch = written(cast.actor("lan"), cast.dong_tam)

    page = client.get(address("roll_undo", batch)).content.decode()
    assert "4 người ghi từ tệp" in page
    client.post(address("roll_undo", batch))
    work_off()

    assert "Đã hoàn tác 4 người" in client.get(address("roll_detail", batch)).content.decode()


def test_dropping_a_roll_forgets_its_lines(cast: Cast) -> None:
    client = cast.client("lan")
    batch = previewed(cast.actor("lan"), cast.dong_tam)

    assert client.post(address("roll_drop", batch)).status_code == 303

    batch.refresh_from_db()
    assert batch.state == BatchState.DROPPED
    with scoped(cast.actor("lan")):
        assert not RollLine.objects.filter(batch=batch).exists()


def test_stopped_work_is_gone_on_with(cast: Cast) -> None:
    client = cast.client("lan")
    batch = previewed(cast.actor("lan"), cast.dong_tam)
    client.post(address("roll_write", batch))
    client.post(address("roll_stop", batch))
    work_off()
    assert "đã dừng giữa chừng" in client.get(address("roll_detail", batch)).content.decode()

    client.post(address("roll_resume", batch))
    work_off()

    batch.refresh_from_db()
    assert (batch.state, batch.written_count) == (BatchState.WRITTEN, 4)


def test_progress_is_a_part_for_htmx(cast: Cast) -> None:
    client = cast.client("lan")
    batch = previewed(cast.actor("lan"), cast.dong_tam)
    client.post(address("roll_write", batch))

    part = client.get(address("roll_detail", batch), headers={"HX-Request": "true"})

    assert b"<html" not in part.content
    assert 'id="tien-do"' in part.content.decode()


def test_progress_leads_on_when_the_reading_is_over(cast: Cast) -> None:
    client = cast.client("lan")
    batch = upload(client, cast, workbook(ROWS))

    asked = client.get(address("roll_detail", batch), headers={"HX-Request": "true"})

    assert asked.headers["HX-Redirect"] == address("roll_detail", batch)
    assert asked.content == b""


def test_a_refused_file_says_what_to_do(cast: Cast) -> None:
    batch = brought(cast.actor("lan"), cast.dong_tam, b"%PDF-1.7")

    page = cast.client("lan").get(address("roll_detail", batch)).content.decode()

    assert "Đây là tệp PDF. Xin gửi tệp Excel đã dùng để in ra tệp này." in page


@pytest.mark.parametrize(
    ("who", "code"),
    [("lan2", 404), ("minh2", 404), ("hoa", 403), ("tu", 403), ("quan", 403), ("liaison", 403)],
)
def test_officers_elsewhere_find_nothing(cast: Cast, who: str, code: int) -> None:
    batch = previewed(cast.actor("lan"), cast.dong_tam)
    client = cast.client(who)

    for name in ("roll_detail", "roll_undo", "roll_rest", "roll_drop"):
        assert client.get(address(name, batch)).status_code == code
    for name in ("roll_columns", "roll_answers", "roll_write", "roll_undo", "roll_drop"):
        assert client.post(address(name, batch), {"x": "1"}).status_code in (code, 422)
    batch.refresh_from_db()
    assert batch.state == BatchState.PREVIEW


def test_the_commune_sees_the_rolls_of_its_branches(cast: Cast) -> None:
    batch = previewed(cast.actor("lan"), cast.dong_tam)

    assert cast.client("minh").get(address("roll_detail", batch)).status_code == 200


def test_the_preview_asks_a_fixed_number_of_questions(
    cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    rows = [(n, f"Nguyễn Thị Mận {'ABCDEFGH'[n % 8]}", 1940 + n % 30, "Nữ") for n in range(90)]
    batch = previewed(cast.actor("lan"), cast.dong_tam, workbook(rows, HEAD[:4]))
    client = cast.client("lan")
    client.get(address("roll_detail", batch))

    with django_assert_max_num_queries(40):  # type: ignore[operator]  # a context manager
        assert client.get(address("roll_detail", batch)).status_code == 200


def test_runs_are_kept_for_the_page(cast: Cast) -> None:
    batch = brought(cast.actor("lan"), cast.dong_tam)

    assert JobRun.objects.get(pk=str(batch.job_id)).is_finished
    assert "rolls.read_roll" in jobs.known_jobs()


def two_sheets() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    old = book.create_sheet("Danh sách cũ")
    old.append(list(HEAD))
    old.append([1, "Người Đã Chuyển", "1940", "Nam", "", "Tổ 1", ""])
    old.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_hidden_sheet_is_left_unless_it_is_chosen(cast: Cast) -> None:
    client = cast.client("lan")
    batch = upload(client, cast, two_sheets())
    assert "trang đang ẩn trong tệp" in client.get(address("roll_detail", batch)).content.decode()
    take_guesses(client, batch)
    with scoped(cast.actor("lan")):
        assert RollLine.objects.filter(batch=batch).count() == 4

    again = upload(client, cast, two_sheets())
    client.post(address("roll_lettering", again), {"trang": ["0", "1"]})
    work_off()
    take_guesses(client, again)
    with scoped(cast.actor("lan")):
        assert RollLine.objects.filter(batch=again).count() == 5
