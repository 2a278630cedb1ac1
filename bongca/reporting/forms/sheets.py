"""What comes back from a report's page: numbers as people write them, words, answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from bongca.indicators.rules.numbers import NotANumber, parse_whole
from bongca.reporting.actions.filling import TypedFigure, TypedWords
from bongca.reporting.queries.lines import Line
from bongca.reporting.queries.sheet import Sheet

NUMBER, WAS, SOURCE, ANSWER, NOTE = "so_", "cu_", "nguon_", "vi_sao_", "ly_do_"
WORDS, WORDS_WAS = "loi_", "loi_cu_"


@dataclass(slots=True)
class SheetAnswers:
    """The readable entries, and by code what could not be read, as it was written and why."""

    figures: list[TypedFigure] = field(default_factory=list)
    words: list[TypedWords] = field(default_factory=list)
    unread: dict[str, tuple[str, str]] = field(default_factory=dict)


def read_answers(posted: QueryDict, sheet: Sheet) -> SheetAnswers:
    """Read a posted sheet; fields that were not on the page are left alone."""
    answers = SheetAnswers()
    for line in sheet.lines:
        if line.may_type and NUMBER + line.code in posted:
            _read_line(posted, line, answers)
    for part in sheet.parts:
        answers.words += _read_words(posted, [words.section.pk for words in part.words])
    return answers


def _read_line(posted: QueryDict, line: Line, answers: SheetAnswers) -> None:
    written = posted.get(NUMBER + line.code, "")
    try:
        value = parse_whole(written)
        was = parse_whole(posted.get(WAS + line.code, ""))
    except NotANumber as problem:
        answers.unread[line.code] = (written, str(problem))
        return
    answers.figures.append(
        TypedFigure(
            code=line.code,
            value=value,
            was=was,
            source_note=posted.get(SOURCE + line.code),
            answer=posted.get(ANSWER + line.code),
            answer_note=posted.get(NOTE + line.code, ""),
        )
    )


def _read_words(posted: QueryDict, sections: Sequence[int]) -> list[TypedWords]:
    return [
        TypedWords(pk, posted.get(f"{WORDS}{pk}", ""), posted.get(f"{WORDS_WAS}{pk}", ""))
        for pk in sections
        if f"{WORDS}{pk}" in posted
    ]


def read_reasons(posted: QueryDict, prefix: str = "tra_lai_") -> dict[str, str]:
    """Read the reasons at single figures, by indicator code."""
    return {
        name.removeprefix(prefix): str(posted[name])
        for name in posted
        if name.startswith(prefix) and str(posted[name]).strip()
    }
