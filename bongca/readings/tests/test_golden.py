"""The rules on the five articles they were written on: what was read by eye, and no more.

Text of the articles as published; `golden.json` was checked against each by a person. What the
rules miss there is written down beside it, so that a change for the better shows as well.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bongca.meetings.rules.spans import Span
from bongca.readings.rules.reading import day_of, read

HERE = Path(__file__).parent / "articles"
GOLDEN: dict[str, dict[str, Any]] = json.loads((HERE / "golden.json").read_text(encoding="utf-8"))
ARTICLES = sorted(GOLDEN)


def text_of(name: str) -> str:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8")


def found_in(name: str) -> dict[str, list[Span]]:
    text = text_of(name)
    found = read(text, day_of(text))
    kinds = ("conclusions", "persons", "units", "times", "papers")
    return {kind: getattr(found, kind) for kind in kinds}


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("kind", ["persons", "units", "papers"])
def test_names_are_found_where_they_stand(name: str, kind: str) -> None:
    assert [span.words for span in found_in(name)[kind]] == GOLDEN[name][kind]


@pytest.mark.parametrize("name", ARTICLES)
def test_times_said_become_days(name: str) -> None:
    said = [
        [span.words, span.meaning["from"], span.meaning["to"]] for span in found_in(name)["times"]
    ]
    assert said == GOLDEN[name]["times"]


@pytest.mark.parametrize("name", ARTICLES)
def test_conclusions_are_the_sentences_that_ask(name: str) -> None:
    said = [
        [span.words, span.meaning.get("owner"), span.meaning.get("deadline")]
        for span in found_in(name)["conclusions"]
    ]
    assert said == GOLDEN[name]["conclusions"]


@pytest.mark.parametrize("name", ARTICLES)
def test_every_span_is_the_text_itself(name: str) -> None:
    text = text_of(name)
    for spans in found_in(name).values():
        for span in spans:
            assert text[span.start : span.end] == span.words


@pytest.mark.parametrize("name", ARTICLES)
def test_offices_stand_beside_their_names(name: str) -> None:
    offices = {span.words: span.meaning.get("office") for span in found_in(name)["persons"]}
    for person, office in GOLDEN[name]["offices"].items():
        assert offices[person] == office
