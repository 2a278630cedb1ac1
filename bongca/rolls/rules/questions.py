"""The answers an officer may give to each doubt, and what a row becomes by them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bongca.core.dates import DateProblem, PartialDate, parse_partial_date
from bongca.rolls.rules.problems import Problem
from bongca.rolls.rules.rows import RollRow

BLANK, SKIP, KEEP, SAME, DIFFERENT, TYPED = "blank", "skip", "keep", "same", "different", "typed"
LEAVES_OUT = {SKIP, SAME}


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer; `takes_text` where the officer writes the right value herself."""

    key: str
    label: str
    takes_text: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A row with the answers applied."""

    row: RollRow
    open_codes: tuple[str, ...]
    is_left_out: bool


def choices_for(problem: Problem, birth_year: int | None = None) -> list[Choice]:
    """Give the answers to one doubt, the likeliest first."""
    if problem.code in _FIXED:
        return [Choice(key, label) for key, label in _FIXED[problem.code]]
    if problem.field in ("birth", "joined"):
        return _date_choices(problem)
    if problem.field == "citizen_id":
        return _number_choices(problem)
    if problem.field == "sex":
        return [Choice("m", "Nam"), Choice("f", "Nữ"), Choice(BLANK, "Để trống, bổ sung sau")]
    return [Choice(KEEP, "Ghi như trong tệp"), Choice(SKIP, "Không ghi dòng này")]


_FIXED = {
    "maybe_gone": ((SKIP, "Không ghi vào sổ"), (KEEP, "Vẫn đang sinh hoạt, ghi vào sổ")),
    "maybe_hidden": ((SKIP, "Không ghi vào sổ"), (KEEP, "Vẫn là hội viên, ghi vào sổ")),
    "maybe_struck": ((SKIP, "Không ghi vào sổ"), (KEEP, "Vẫn đang sinh hoạt, ghi vào sổ")),
    "maybe_outside": ((SKIP, "Không ghi vào sổ"), (KEEP, "Đang là hội viên, ghi vào sổ")),
    "maybe_same": (
        (SAME, "Là một người, không ghi thêm"),
        (DIFFERENT, "Là hai người khác nhau, ghi cả hai"),
    ),
    "twice_in_file": (
        (SAME, "Là một người, chỉ ghi một lần"),
        (DIFFERENT, "Là hai người khác nhau, ghi cả hai"),
    ),
}


def _date_choices(problem: Problem) -> list[Choice]:
    what = "ngày sinh" if problem.field == "birth" else "ngày vào Hội"
    choices = []
    for at, guess in enumerate(problem.guesses):
        date = PartialDate.from_iso(guess)
        is_year_of_more = date.month is None and problem.code == "no_such_day"
        label = f"Ghi {date.display()}"
        if is_year_of_more:
            label = f"Chỉ ghi năm {date.year}, hỏi lại gia đình sau"
        choices.append(Choice(f"guess{at}", label))
    choices.append(Choice(TYPED, f"Nhập {what} đúng", takes_text=True))
    choices.append(Choice(BLANK, "Để trống, bổ sung sau"))
    return choices


def _number_choices(problem: Problem) -> list[Choice]:
    choices = [
        Choice(f"guess{at}", f"Thêm số 0 ở đầu: {masked(guess)}")
        for at, guess in enumerate(problem.guesses)
    ]
    return [*choices, Choice(BLANK, "Để trống, bổ sung sau")]


_FOR_ALL = {
    ("date_maybe_swapped", "guess0"): "Giữ như trong tệp",
    ("date_maybe_swapped", "guess1"): "Đổi chỗ ngày và tháng",
    ("no_such_day", "guess0"): "Chỉ ghi năm, hỏi lại gia đình sau",
    ("year_shown_as_date", "guess0"): "Ghi năm mà máy đoán ở từng dòng",
    ("maybe_outside", SKIP): "Không ghi những dòng này vào sổ",
    ("maybe_outside", KEEP): "Đều đang là hội viên, ghi vào sổ",
    ("maybe_hidden", SKIP): "Không ghi những dòng bị ẩn",
    ("maybe_hidden", KEEP): "Đều là hội viên, ghi vào sổ",
    ("maybe_struck", SKIP): "Không ghi những dòng bị gạch ngang",
    ("maybe_struck", KEEP): "Đều đang sinh hoạt, ghi vào sổ",
    ("id_lost_zero", "guess0"): "Thêm số 0 ở đầu số của từng dòng",
}


def choices_for_all(problem: Problem) -> list[Choice]:
    """Give the answers that many lines may share, in words that fit each of them."""
    shared = []
    for choice in choices_for(problem):
        label = _FOR_ALL.get((problem.code, choice.key), choice.label)
        if choice.key.startswith("guess") and label == choice.label:
            label = "Ghi theo cách máy đoán ở từng dòng"
        is_first = choice.key in ("guess0", BLANK) or (problem.code, choice.key) in _FOR_ALL
        if is_first and not choice.takes_text:
            shared.append(Choice(choice.key, label))
    return shared


def masked(number: str) -> str:
    """Show of an identity number only its two ends: 0150 •••• ••27."""
    hidden = number[:4] + "•" * (len(number) - 6) + number[-2:]
    return " ".join(hidden[at : at + 4] for at in range(0, len(hidden), 4))


def settle(row: RollRow, answers: Mapping[str, str], today: dt.date) -> Settled:
    """Apply the answers given so far; what was not answered well enough stays open."""
    still_open = []
    is_left_out = False
    for problem in row.questions:
        key, _, text = answers.get(problem.code, "").partition(":")
        allowed = {choice.key for choice in choices_for(problem)}
        if key not in allowed:
            still_open.append(problem.code)
            continue
        if key in LEAVES_OUT:
            is_left_out = True
            continue
        answered = _answered(row, problem, key, text, today)
        if answered is None:
            still_open.append(problem.code)
        else:
            row = answered
    return Settled(row, () if is_left_out else tuple(still_open), is_left_out)


def _answered(
    row: RollRow, problem: Problem, key: str, text: str, today: dt.date
) -> RollRow | None:
    if key == TYPED:
        found = parse_partial_date(text, today=today)
        if isinstance(found, DateProblem):
            return None
        return replace(row, birth=found) if problem.field == "birth" else replace(row, joined=found)
    if key in (KEEP, DIFFERENT):
        return row
    value = "" if key == BLANK else key
    if key.startswith("guess"):
        value = problem.guesses[int(key.removeprefix("guess"))] if problem.guesses else ""
    match problem.field:
        case "birth":
            return replace(row, birth=PartialDate.from_iso(value) if value else None)
        case "joined":
            return replace(row, joined=PartialDate.from_iso(value) if value else None)
        case "citizen_id":
            return replace(row, citizen_id=value)
        case "sex":
            return replace(row, sex=value)
    return row
