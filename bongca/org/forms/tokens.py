"""What is typed when a key for a program is made."""

from collections.abc import Iterable
from typing import Any

from django import forms


class TokenForm(forms.Form):
    name = forms.CharField(
        label="Dùng cho việc gì", max_length=80, error_messages={"required": "Xin ghi dùng làm gì."}
    )
    words = forms.MultipleChoiceField(
        label="Được làm gì",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Xin chọn ít nhất một việc."},
    )
    expires_on = forms.DateField(
        label="Dùng đến ngày",
        error_messages={
            "required": "Xin ghi ngày hết hạn.",
            "invalid": "Xin ghi ngày như 31/12/2026.",
        },
    )

    def __init__(self, *args: Any, words: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["words"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(words)
