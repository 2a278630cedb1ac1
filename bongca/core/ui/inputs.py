"""Form fields for what people write here: dates known in part, numbers with dots."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from bongca.core import clock
from bongca.core.dates import DateProblem, PartialDate, YearWindow, parse_partial_date

_DOTTED = re.compile(r"^\d{1,3}(?:[. ]\d{3})+$")


class PartialDateInput(forms.CharField):
    """A date as it is known: "1948", "3/1948" or "12/03/1948"; cleans to a PartialDate or None."""

    default_error_messages = {"required": "Xin ghi ngày, tháng hoặc năm"}

    def __init__(self, *, window: YearWindow | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 30)
        super().__init__(**kwargs)
        self.window = window
        self.widget.attrs.setdefault("data-width", "10")
        self.widget.attrs.setdefault("autocomplete", "off")

    def prepare_value(self, value: Any) -> Any:
        return value.display().removeprefix("tháng ") if isinstance(value, PartialDate) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = parse_partial_date(text, today=clock.today(), window=self.window)
        if isinstance(found, DateProblem):
            raise ValidationError(found.sentence, code=found.code)
        return found


class DayInput(PartialDateInput):
    """A date that must be known to the day; cleans to a date or None."""

    default_error_messages = {"incomplete": "Xin ghi đủ ngày, tháng, năm. Ví dụ 12/03/2026"}

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else value

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if found is None:
            return None
        if found.day is None:
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return found.first_day


class WholeNumberInput(forms.IntegerField):
    """A whole number, taken with or without dots between thousands."""

    default_error_messages = {
        "invalid": "Xin ghi một số, ví dụ 2.648",
        "required": "Xin ghi một số; không có thì ghi 0",
    }

    def to_python(self, value: Any) -> Any:
        text = str(value).strip() if value is not None else ""
        return super().to_python(
            text.replace(".", "").replace(" ", "") if _DOTTED.match(text) else value
        )

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value
