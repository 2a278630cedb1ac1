"""The officers' guide names buttons that are there, in words without haste."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from bongca.org.enums import Tier
from bongca.portal.queries.guide import FOLDER
from tests.cast import Cast

GUIDE = sorted(FOLDER.glob("*.md"))
BOLD = re.compile(r"\*\*(.+?)\*\*")


@cache
def words_of_the_product() -> str:
    """Every word that can stand on a screen; a button for what is below names its tier."""
    code = Path(settings.ROOT) / "bongca"
    files = [*code.rglob("*.html"), *code.rglob("*.py")]
    words = "\n".join(
        path.read_text(encoding="utf-8") for path in files if "tests" not in path.parts
    )
    below = "{{ below|lower }}"
    lines = [line for line in words.splitlines() if below in line]
    named = [line.replace(below, tier.label.lower()) for line in lines for tier in Tier]
    return "\n".join([words, *named])


def named_in(page: Path) -> list[str]:
    """What stands in bold: the words on a button, a link or a tag; `…` is any number."""
    found = BOLD.findall(page.read_text(encoding="utf-8"))
    return [part.strip(" .") for words in found for part in words.split("…") if part.strip(" .")]


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_what_the_guide_names_is_on_the_screens(page: Path) -> None:
    missing = [words for words in named_in(page) if words not in words_of_the_product()]

    assert missing == []


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_guide_keeps_to_short_sentences(page: Path) -> None:
    text = BOLD.sub(r"\1", page.read_text(encoding="utf-8"))
    sentences = re.split(r"[.?:;|\n]", text)

    assert [one for one in sentences if len(one.split()) > 30] == []
    assert "!" not in text.replace("![", "[")


@pytest.mark.django_db
@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_pictures_of_the_guide_are_there_and_said_in_words(page: Path, cast: Cast) -> None:
    text = page.read_text(encoding="utf-8")
    pictures = re.findall(r"!\[([^\]]*)\]\(hinh/([a-z0-9-]+\.png)\)", text)
    html = cast.client("lan").get(f"/tro-giup/{page.stem}/").content.decode()

    assert text.count("![") == len(pictures)
    for words, name in pictures:
        assert len(words.split()) > 5, name
        assert f'src="../hinh/{name}"' in html
        answer = cast.client("lan").get(f"/tro-giup/hinh/{name}")
        assert b"".join(answer.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]  # a file is streamed


@pytest.mark.django_db
def test_paper_form_has_rows_for_a_whole_sheet(cast: Cast) -> None:
    page = cast.client("lan").get("/tro-giup/mau-giay/").content.decode()

    assert page.count('<th scope="row">') == 12
    assert "Chi hội thôn Đồng Tâm" in page
