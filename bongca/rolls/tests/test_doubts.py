"""What must never be written without a question: the dead, those outside, two people as one."""

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from bongca.rolls.ingest.gone import says_gone, says_outside
from bongca.rolls.ingest.names import read_name
from bongca.rolls.ingest.plan import describe, read_whole
from bongca.rolls.queries.columns import found_in, proposed_mapping
from bongca.rolls.rules.rows import RollRow
from bongca.rolls.tests.factories import HEAD as ROLL_HEAD
from bongca.rolls.tests.factories import brought, workbook, written
from tests.cast import Cast

TODAY = dt.date(2026, 11, 22)
HEAD = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Ghi chú"]


def read(folder: Path, *lines: tuple[object, ...]) -> list[RollRow]:
    path = folder / "danh-sach.xlsx"
    path.write_bytes(workbook(lines, HEAD))
    return read_file(path)


def read_file(path: Path) -> list[RollRow]:
    found = describe(path, TODAY)
    mapping = {
        table["signature"]: {str(c["index"]): c["field"] or "notes" for c in table["columns"]}
        for table in found["tables"]
    }
    return list(read_whole(path, mapping, {}, {0}, TODAY).rows)


def asked(rows: list[RollRow]) -> list[list[str]]:
    return [[problem.code for problem in row.questions] for row in rows]


LEFT = ["Mất", "mất 2/2024", "Đã mất", "+ 12/3/2023", "† 2020", "tạ thế 2022", "hy sinh", "Chết"]
LEFT += ["chuyển sinh hoạt về Hà Nội", "xin ra khỏi Hội", "nghỉ sinh hoạt", "chưa vào Hội"]
STAYED = ["Nghỉ mất sức", "Đau mắt", "Vợ liệt sĩ", "Mất trí nhớ", "Hộ nghèo", "Mới chuyển đến", ""]


@pytest.mark.parametrize("words", LEFT)
def test_words_of_leaving_are_asked_about(words: str) -> None:
    assert says_gone(words)


@pytest.mark.parametrize("words", STAYED)
def test_other_words_are_not(words: str) -> None:
    assert not says_gone(words)


def test_people_under_a_title_of_the_dead_are_asked_until_the_next_part(tmp_path: Path) -> None:
    rows = read(
        tmp_path,
        (1, "Trần Văn Ba", 1950, "Nam"),
        (None, "II. HỘI VIÊN ĐÃ TỪ TRẦN NĂM 2026"),
        (1, "Lê Thị Tư", 1940, "Nữ"),
        ("III. Hội viên mới kết nạp",),
        (1, "Ngô Văn Năm", 1965, "Nam"),
    )

    assert asked(rows) == [[], ["maybe_outside"], []]
    assert says_outside("Chưa vào hội")
    assert not says_outside("Tổ 1")


def test_rows_hidden_or_struck_through_are_asked(tmp_path: Path) -> None:
    people = [(n, f"Trần Văn {name}", 1950, "Nam", "") for n, name in enumerate("ABCD", start=1)]
    book = load_workbook(io.BytesIO(workbook(people, HEAD)))
    sheet = book.active
    assert sheet is not None
    first = next(row for row in range(1, 9) if sheet.cell(row, 2).value == "Trần Văn A")
    sheet.row_dimensions[first + 1].hidden = True
    for column in range(1, 6):
        sheet.cell(first + 2, column).font = Font(strike=True)
    sheet.cell(first + 3, 3).font = Font(strike=True)  # one figure corrected by hand
    path = tmp_path / "danh-sach.xlsx"
    book.save(path)

    assert asked(read_file(path)) == [[], ["maybe_hidden"], ["maybe_struck"], []]


def test_death_in_brackets_after_the_name_is_asked(tmp_path: Path) -> None:
    assert asked(read(tmp_path, (1, "Trần Văn Ba (đã mất)", 1950, "Nam"))) == [["maybe_gone"]]


def test_a_line_unlike_all_others_is_asked(tmp_path: Path) -> None:
    people = [(n, f"Trần Văn {name}", 1940 + n, "Nam") for n, name in enumerate("ABCDEFGH", 1)]
    rows = read(tmp_path, *people, (None, "Gia Đình Văn Hóa"))

    assert asked(rows)[-1] == ["name_alone"]


@pytest.mark.parametrize(
    "typed",
    ["Nguyễn Văn Đôi - Trần Thị Lứa", "Nguyễn Văn Đồng\nLê Thị Vợ", "Đỗ Văn Bảy và vợ Lê Thị Tám"],
)
def test_two_people_in_one_cell_are_asked(typed: str) -> None:
    _, problems = read_name(typed)

    assert [problem.code for problem in problems] == ["name_two"]


def test_a_great_age_is_asked(tmp_path: Path) -> None:
    rows = read(tmp_path, (1, "Trần Thị Cổ", 1906, "Nữ"), (2, "Lê Văn Tư", 1950, "Nam"))

    assert asked(rows) == [["birth_very_old"], []]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Trần Thị Lụa", "14/12/1950", "Nữ"), ("Trần Thị Lụa", 1950, "Nữ")),
        (("Trần Thị Lụa", None, "Nữ"), ("Trần Thị Lụa", None, "Nữ")),
        (("Trần Thị Lụa", 1950, "Nữ"), ("TRAN THI LUA", 1950, "")),
    ],
)
def test_one_person_written_twice_is_asked(
    tmp_path: Path, first: tuple[object, ...], second: tuple[object, ...]
) -> None:
    rows = read(tmp_path, (1, *first), (2, *second))

    assert asked(rows) == [[], ["twice_in_file"]]


def test_namesakes_are_not(tmp_path: Path) -> None:
    rows = read(tmp_path, (1, "Trần Thị Lụa", 1950, "Nữ"), (2, "Trần Thị Lụa", 1951, "Nữ"))

    assert asked(rows) == [[], []]


def test_the_file_of_lines_to_mend_asks_for_no_column_again(cast: Cast) -> None:
    lan = cast.actor("lan")
    written(lan, cast.dong_tam)
    line = (5, "Đỗ Văn Thắng", "1950", "Nam", "", "Tổ 2", "", "Dòng 9: Họ tên có chữ lạ.")

    again = brought(lan, cast.dong_tam, workbook([line], (*ROLL_HEAD, "Lý do chưa ghi")))

    proposal = proposed_mapping(found_in(again), again.unit)
    assert [fields.get("7") for fields in proposal.values()] == ["skip"]
