from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from bongca.core.models import Installation
from bongca.papers.queries import PaperTypeMissing, render_pdf, render_word
from bongca.papers.rules.sheet import WATERMARK
from bongca.papers.tests.factories import REPORT, as_pdf, as_word, opened_word, pages_of

pytestmark = pytest.mark.django_db


def test_real_installation_prints_the_paper_as_it_is() -> None:
    assert render_pdf(REPORT) == as_pdf(REPORT)
    assert len(opened_word(render_word(REPORT)).paragraphs) == len(
        opened_word(as_word(REPORT)).paragraphs
    )


def test_demonstration_marks_every_print_whatever_the_paper_says() -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})

    first_page = pages_of(render_pdf(REPORT))[0]
    header = opened_word(render_word(REPORT)).sections[0].header

    assert [c for c in first_page.chars if c["size"] > 20]
    assert WATERMARK in [part.get("string") for part in header._element.iter()]


@pytest.mark.parametrize("render", [render_pdf, render_word])
def test_missing_type_is_told_in_one_sentence(
    settings: Settings, tmp_path: Path, render: Callable[..., bytes]
) -> None:
    settings.ROOT = settings.NODE_MODULES = tmp_path

    with pytest.raises(PaperTypeMissing) as refusal:
        render(REPORT)

    assert "phông chữ" in refusal.value.message
