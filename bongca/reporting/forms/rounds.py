"""Opening a round, and the smaller questions."""

from datetime import date
from typing import Any

from django import forms

from bongca.core.ui.inputs import WholeNumberInput
from bongca.indicators.rules.numbers import LARGEST
from bongca.reporting.models import Form


def _day(label: str, when_missing: str) -> forms.DateField:
    """A day that may lie ahead, unlike the days of what has happened."""
    return forms.DateField(
        label=label,
        input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
        error_messages={
            "required": when_missing,
            "invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 05/12/2026",
        },
    )


class OpenRound(forms.Form):
    """What is asked, for which days, and by when from each tier."""

    form = forms.ModelChoiceField(Form.objects.none(), label="Mẫu báo cáo", empty_label=None)
    name = forms.CharField(
        label="Tên kỳ báo cáo",
        max_length=160,
        help_text="Ví dụ: Báo cáo công tác Hội 6 tháng đầu năm 2027",
        error_messages={"required": "Xin ghi tên kỳ báo cáo"},
    )
    first_day = _day("Số liệu từ ngày", "Xin ghi ngày đầu")
    last_day = _day("Số liệu đến ngày", "Xin ghi ngày cuối")
    due_branch = _day("Hạn của chi hội", "Xin ghi hạn của chi hội")
    due_commune = _day("Hạn của xã, phường", "Xin ghi hạn của xã, phường")
    due_province = _day("Hạn của tỉnh, thành phố", "Xin ghi hạn của tỉnh")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["form"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = Form.objects.filter(during__contains=today)

    @property
    def dues(self) -> dict[str, date]:
        """Return the due day of each tier."""
        cleaned = self.cleaned_data
        return {tier: cleaned[f"due_{tier}"] for tier in ("branch", "commune", "province")}


class Submitting(forms.Form):
    """Handing up while units below are missing takes a reason."""

    missing_note = forms.CharField(
        label="Vì sao vẫn nộp khi còn thiếu",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Còn nơi chưa gửi. Nếu vẫn nộp, xin ghi lý do."},
    )

    def __init__(self, *args: Any, is_short: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["missing_note"].required = is_short


class Returning(forms.Form):
    """Sending back takes a reason, or a reason at a single figure."""

    reason = forms.CharField(
        label="Lý do trả lại",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nói rõ cần sửa gì. Đơn vị sẽ đọc câu này.",
    )


class Amending(forms.Form):
    """Correcting an accepted figure: the right number, and why."""

    new_value = WholeNumberInput(
        label="Số đúng",
        min_value=0,
        max_value=LARGEST,
        error_messages={
            "required": "Xin ghi số đúng",
            "min_value": "Số không thể nhỏ hơn 0.",
            "max_value": "Số này lớn quá. Có thể thừa vài chữ số.",
        },
    )
    reason = forms.CharField(
        label="Lý do đính chính",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Xin ghi lý do đính chính"},
    )
