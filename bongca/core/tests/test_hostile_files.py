import resource
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bongca.core.tests import hostile
from bongca.core.workbooks import preflight
from bongca.core.workbooks.child import MEMORY
from bongca.core.workbooks.preflight import FileKind, inspect_file
from bongca.core.workbooks.refusals import SENTENCES, FileRefused
from bongca.core.workbooks.workbook import _reason_of_death, _run_child, read_workbook


def refusal(folder: Path, content: bytes, name: str = "danh-sach.xlsx") -> str:
    with pytest.raises(FileRefused) as refused:
        read_workbook(hostile.write(folder, content, name))
    assert refused.value.sentence == SENTENCES[refused.value.code]
    return refused.value.code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: hostile.far_cell("XFD1048576"), "too_wide"),
        (lambda: hostile.far_cell("ALL1000000"), "too_wide"),
        (lambda: hostile.far_cell("A9999999"), "too_long"),
        (hostile.hidden_reference, "broken"),
        (hostile.shared_string_bomb, "inflates"),
        (hostile.one_huge_string, "inflates"),
        (hostile.cell_flood, "inflates"),
        (hostile.billion_laughs, "doctype"),
        (hostile.external_entity, "doctype"),
        (hostile.cut_xml, "broken"),
        (hostile.cut_zip, "broken"),
        (hostile.damaged_zip, "broken"),
        (hostile.locked_workbook, "password"),
        (lambda: b"", "empty"),
        (lambda: b"%PDF-1.7\n...", "pdf"),
        (lambda: b"\xff\xd8\xff\xe0JFIF", "picture"),
        (lambda: b"<html><table><tr><td>Nguy\xe1\xbb\x85n</td></tr></table>", "web_page"),
        (lambda: b"\x00\x01\x02\x03" * 500, "unknown"),
        (lambda: b"PK\x03\x04 not a zip at all", "broken"),
        (lambda: b"\n\n \n", "no_rows"),
    ],
)
def test_hostile_file_is_refused_with_its_own_sentence(
    tmp_path: Path, make: Callable[[], bytes], code: str
) -> None:
    assert refusal(tmp_path, make()) == code


@pytest.mark.parametrize("make", [hostile.bad_reference, hostile.bad_string_index])
def test_broken_inside_is_refused_or_read_as_nothing(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    assert refusal(tmp_path, make()) in {"broken", "no_rows", "too_heavy"}


def test_lying_dimension_costs_nothing(tmp_path: Path) -> None:
    sheets = read_workbook(hostile.write(tmp_path, hostile.lying_dimension()))

    assert [(line.number, line.cells) for line in sheets[0].lines] == [(2, (1,))]


def test_formulas_give_their_last_value_and_errors_nothing(tmp_path: Path) -> None:
    sheets = read_workbook(hostile.write(tmp_path, hostile.formulas()))

    assert sheets[0].lines[0].cells == ("Nguyễn Thị Mận", "", 1948)


def test_links_and_web_formulas_fetch_nothing(tmp_path: Path) -> None:
    sheets = read_workbook(hostile.write(tmp_path, hostile.fetching_formulas()))

    assert sheets[0].lines[0].cells == ("Nguyễn Thị Mận",)
    assert all(cell == "" for line in sheets[0].lines[1:] for cell in line.cells)


def test_a_reader_that_dies_does_not_take_the_parent_with_it(tmp_path: Path) -> None:
    """The file that aborts the reader, sent past the preflight to the child itself."""
    path = hostile.write(tmp_path, hostile.far_cell("XFD1048576"))
    with (tmp_path / "output").open("w+b") as output:
        code = _run_child(FileKind.XLSX, path, output, 60)
        output.seek(0)
        ending = output.read()

    assert code < 0 or b'{"end": "read"}' not in ending
    assert _reason_of_death(-6) == "too_heavy"
    assert read_workbook(hostile.write(tmp_path, hostile.plain_roll()))[0].lines


def test_a_slow_file_is_ended_by_the_clock(tmp_path: Path) -> None:
    path = hostile.write(tmp_path, hostile.plain_roll())
    started = time.monotonic()
    with pytest.raises(FileRefused) as refused:
        read_workbook(path, wall_seconds=0.01)

    assert refused.value.code == "took_too_long"
    assert time.monotonic() - started < 5


def test_the_parent_keeps_its_own_limits(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)

    read_workbook(hostile.write(tmp_path, hostile.plain_roll()))

    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert MEMORY == 2 * 1024**3


def test_more_rows_than_any_roll_has_are_refused(tmp_path: Path) -> None:
    lines = "Họ và tên;Năm sinh\n" + "Nguyễn Thị Mận;1948\n" * 100_001

    assert refusal(tmp_path, lines.encode(), "lon.csv") == "too_many_rows"


def test_a_file_over_the_limit_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preflight, "MAX_FILE", 1000)

    assert refusal(tmp_path, hostile.plain_roll()) == "too_big"


@pytest.mark.parametrize("name", ["ds.xls", "ds.csv", "ds", "ds.pdf"])
def test_kind_is_told_by_content_not_by_name(tmp_path: Path, name: str) -> None:
    assert inspect_file(hostile.write(tmp_path, hostile.plain_roll(), name)) == FileKind.XLSX
    text = "Họ và tên;Năm sinh\nNguyễn Thị Mận;1948\n"
    assert inspect_file(hostile.write(tmp_path, text.encode(), name)) == FileKind.CSV


def test_the_child_gets_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "must-not-reach-the-child")
    seen: list[bytes] = []

    def watch() -> None:
        end = time.monotonic() + 3
        while time.monotonic() < end and not seen:
            for entry in Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    if b"workbooks.child" in entry.read_bytes():
                        seen.append((entry.parent / "environ").read_bytes())
                except OSError:
                    continue

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(3):
        read_workbook(hostile.write(tmp_path, hostile.plain_roll()))
    watcher.join()

    assert seen
    assert b"must-not-reach-the-child" not in seen[0]


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        ("utf-8", ","),
        ("utf-8-sig", ";"),
        ("utf-16", "\t"),
        ("utf-16-le", ";"),
    ],
)
def test_text_files_are_read_in_any_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [["STT", "Họ và tên", "Ngày sinh"]]
    rows += [[str(n), "Đỗ Thị Mận", "12/5/1948"] for n in range(1, 40)]
    content = "\r\n".join(separator.join(row) for row in rows).encode(encoding)

    sheets = read_workbook(hostile.write(tmp_path, content, "ds.csv"))

    assert [list(line.cells) for line in sheets[0].lines] == rows


def test_windows_vietnamese_text_is_composed(tmp_path: Path) -> None:
    row = "Nguye\u0302\u0303n Thi\u0323 Ma\u0323\u0302n;1948"
    text = "Ho\u0323 va\u0300 te\u0302n;N\u0103m sinh\n" + (row + "\n") * 40
    content = text.replace("e\u0302", "ê").replace("a\u0323\u0302", "â\u0323").encode("cp1258")

    sheets = read_workbook(hostile.write(tmp_path, content, "ds.csv"))

    assert sheets[0].lines[0].cells == ("Họ và tên", "Năm sinh")
    assert sheets[0].lines[1].cells == ("Nguyễn Thị Mận", "1948")
