"""A transfer, its answer, and a pause."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.admissions.forms.fields import place_choices, set_choices
from bongca.admissions.rules import unit_with_place
from bongca.core.ui.inputs import DayInput
from bongca.org.models import Unit


class SendForm(forms.Form):
    """Where to, and why."""

    unit = forms.TypedChoiceField(
        label="Chuyển đến đâu",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Xin chọn nơi đến trong danh sách",
            "invalid_choice": "Xin chọn nơi đến trong danh sách",
        },
    )
    reason = forms.CharField(
        label="Vì sao chuyển",
        help_text="Ví dụ: về ở với con",
        max_length=200,
        required=False,
    )
    citation = forms.CharField(
        label="Giấy giới thiệu", help_text="Chưa có thì để trống", max_length=200, required=False
    )

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(
            self, "unit", [(one.pk, unit_with_place(one.name, one.place_name)) for one in units]
        )


class AcceptForm(forms.Form):
    """Into which branch or group, from which day."""

    place = forms.TypedChoiceField(
        label="Sinh hoạt ở chi hội, tổ hội",
        coerce=int,
        error_messages={"required": "Xin chọn chi hội hoặc tổ hội"},
    )
    on = DayInput(label="Sinh hoạt ở đây từ ngày", help_text="Ví dụ 01/12/2026")

    def __init__(self, *args: Any, places: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "place", place_choices(places))


class DeclineForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label="Vì sao không tiếp nhận",
        help_text="Nơi chuyển đi sẽ đọc câu này. Ví dụ: người này không về ở đây",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Xin ghi vì sao, để nơi gửi biết"},
    )


class PauseForm(forms.Form):
    """From when, and why."""

    on = DayInput(label="Nghỉ từ ngày", help_text="Ví dụ 01/11/2026")
    reason = forms.CharField(
        label="Vì sao tạm nghỉ",
        help_text="Ví dụ: đi thăm con ở xa. Không ghi tên bệnh",
        max_length=200,
        error_messages={"required": "Xin ghi vì sao tạm nghỉ"},
    )


class ReturnForm(forms.Form):
    """From when the member takes part again."""

    on = DayInput(label="Sinh hoạt lại từ ngày", help_text="Ví dụ 01/12/2026")
