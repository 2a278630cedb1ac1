"""Precision and recall of the reading, on a text small enough to count by hand."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = (
    "Kết luận buổi họp, Chủ tịch Trần Văn Mười giao Văn phòng báo cáo trước ngày 05/12/2026. "
    "Chị tư Út dự."
)


def marked(kind: str, words: str, **meaning: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"kind": kind, "start": start, "end": start + len(words), "text": words, **meaning}


def put(folder: Path, marks: list[dict[str, object]], text: str = TEXT) -> None:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    given = {"said_on": "2026-11-16", "marks": marks}
    (folder / "a.json").write_text(json.dumps(given), encoding="utf-8")


def measured(folder: Path, *options: str) -> dict[str, list[str]]:
    out = StringIO()
    call_command("measure_reading", str(folder), *options, stdout=out)
    return {line.split()[0]: line.split()[1:] for line in out.getvalue().splitlines()[2:]}


def test_hits_misses_and_ends_are_counted_apart(tmp_path: Path) -> None:
    put(
        tmp_path,
        [
            marked("person", "Trần Văn Mười"),
            marked("person", "tư Út"),
            marked("unit", "giao Văn phòng"),
            marked("deadline", "trước ngày 05/12/2026", due="2026-12-04"),
            marked("conclusion", TEXT[: TEXT.index(" Chị")], owner="văn phòng"),
        ],
    )
    lines = measured(tmp_path)
    assert lines["person"] == ["2", "1", "1.00", "0.50", "1.00", "0.50"]
    assert lines["unit"] == ["1", "1", "0.00", "0.00", "1.00", "1.00"]
    assert lines["deadline"][-4:] == ["1", "of", "1", "days"]
    assert lines["paper"] == ["0", "0", "-", "-", "-", "-"]
    assert lines["conclusion"][4:] == ["1.00", "1.00", "1", "of", "1", "owner"]


def test_a_day_read_wrongly_is_not_right(tmp_path: Path) -> None:
    put(tmp_path, [marked("deadline", "trước ngày 05/12/2026", due="2026-12-05")])
    assert measured(tmp_path)["deadline"][-4:] == ["0", "of", "1", "days"]


def test_marks_beside_the_words_are_refused(tmp_path: Path) -> None:
    put(tmp_path, [{"kind": "person", "start": 0, "end": 3, "text": "Mười"}])
    with pytest.raises(CommandError, match="does not mark those words"):
        measured(tmp_path)


def test_a_text_without_marks_beside_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(CommandError, match=r"no a\.json"):
        measured(tmp_path)
