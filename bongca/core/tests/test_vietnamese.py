"""Words and numbers that Django would leave in English, or write in another way."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.validators import FileExtensionValidator, validate_slug
from django.forms import DateField, UUIDField, ValidationError
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext

from bongca.core.vietnamese import SUPPLEMENT


@pytest.mark.parametrize("english", sorted(SUPPLEMENT))
def test_supplemented_sentence_is_vietnamese(english: str) -> None:
    assert gettext(english) == SUPPLEMENT[english]


@pytest.mark.parametrize(
    "check",
    [
        lambda: validate_slug("chi hội"),
        lambda: UUIDField().clean("x"),
        lambda: FileExtensionValidator(["xlsx"])(ContentFile(b"", name="a.exe")),
    ],
)
def test_refusals_of_fields_carry_vietnamese_letters(check: Callable[[], object]) -> None:
    with pytest.raises(ValidationError) as refusal:
        check()

    assert any(ord(letter) > 0xC0 for letter in "".join(refusal.value.messages))


def test_dates_are_read_and_written_day_first() -> None:
    assert DateField().clean("7/12/2026") == date(2026, 12, 7)
    assert date_format(date(2026, 12, 7), "SHORT_DATE_FORMAT") == "07/12/2026"


def test_thousands_have_a_full_stop_and_decimals_a_comma() -> None:
    assert number_format(41400000, force_grouping=True) == "41.400.000"
    assert number_format(92.4) == "92,4"
