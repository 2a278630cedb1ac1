import datetime as dt

import pytest

from bongca.core.dates import PartialDate
from bongca.rolls.rules.problems import Problem, question
from bongca.rolls.rules.questions import choices_for, choices_for_all, masked, settle
from bongca.rolls.rules.rows import RollRow

TODAY = dt.date(2026, 11, 22)
DATE = question("no_such_day", "Tháng Hai không có ngày 30.", "birth", ("1948",))
NUMBER = question("id_lost_zero", "Số định danh có 11 chữ số.", "citizen_id", ("015050001227",))
SAME = question("maybe_same", "Có phải là một người không?", "person")


def row(*problems: Problem) -> RollRow:
    return RollRow("", 42, (), full_name="Trần Thị Mùi", problems=problems)


def test_the_answers_are_those_of_the_picture() -> None:
    assert [choice.label for choice in choices_for(DATE)] == [
        "Chỉ ghi năm 1948, hỏi lại gia đình sau",
        "Nhập ngày sinh đúng",
        "Để trống, bổ sung sau",
    ]
    assert choices_for(NUMBER)[0].label == "Thêm số 0 ở đầu: 0150 •••• ••27"
    assert [choice.label for choice in choices_for(SAME)] == [
        "Là một người, không ghi thêm",
        "Là hai người khác nhau, ghi cả hai",
    ]


@pytest.mark.parametrize(
    ("answer", "birth"),
    [
        ("guess0", PartialDate(1948)),
        ("blank", None),
        ("typed:29/2/1948", PartialDate(1948, 2, 29)),
        ("typed:3/1948", PartialDate(1948, 3)),
    ],
)
def test_an_answer_about_a_date_is_taken(answer: str, birth: PartialDate | None) -> None:
    settled = settle(row(DATE), {"no_such_day": answer}, TODAY)

    assert (settled.row.birth, settled.open_codes) == (birth, ())


@pytest.mark.parametrize("answer", ["", "typed:", "typed:31/2/1948", "guess7", "anything"])
def test_what_is_no_answer_leaves_the_question_open(answer: str) -> None:
    settled = settle(row(DATE, NUMBER), {"no_such_day": answer, "id_lost_zero": "guess0"}, TODAY)

    assert settled.open_codes == ("no_such_day",)
    assert settled.row.citizen_id == "015050001227"


def test_one_person_is_left_out_whatever_else_is_open() -> None:
    settled = settle(row(SAME, DATE), {"maybe_same": "same"}, TODAY)

    assert settled.is_left_out
    assert settled.open_codes == ()


def test_answers_for_many_lines_name_no_single_value() -> None:
    assert [choice.label for choice in choices_for_all(NUMBER)] == [
        "Thêm số 0 ở đầu số của từng dòng",
        "Để trống, bổ sung sau",
    ]
    assert not any("1948" in choice.label for choice in choices_for_all(DATE))


def test_a_number_shows_only_its_ends() -> None:
    assert masked("015050001227") == "0150 •••• ••27"
