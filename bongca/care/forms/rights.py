"""What a person is asked, and the steps of a request."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.care.actions.requests import Answers, RequestStep
from bongca.care.enums import Household, RequestState, RightCode, Standing, YesNo
from bongca.care.forms.longevity import offer_units
from bongca.care.queries.rights import GROUPS, Asked
from bongca.care.rules.rights import MONTHS_AHEAD
from bongca.core.ui.inputs import DayInput
from bongca.org.models import Unit

USUAL_MONTHS = 3
_ASKED = [*YesNo.choices, ("", "Chưa hỏi")]


class RightFilters(forms.Form):
    """Which right, which group, how many months ahead; odd words narrow nothing."""

    don_vi = forms.TypedChoiceField(label="Đơn vị", coerce=int, required=False)
    quyen = forms.ChoiceField(label="Quyền lợi", choices=RightCode.choices, required=False)
    nhom = forms.ChoiceField(
        label="Nhóm", choices=[(one.value, one.label) for one in GROUPS], required=False
    )
    thang = forms.TypedChoiceField(
        label="Nhìn trước",
        choices=[(str(months), f"{months} tháng tới") for months in MONTHS_AHEAD],
        coerce=int,
        required=False,
    )

    def __init__(self, words: Any, *, units: Sequence[Unit]) -> None:
        usual = {
            "quyen": RightCode.SOCIAL_PENSION.value,
            "nhom": Standing.COMING.value,
            "thang": str(USUAL_MONTHS),
        }
        super().__init__({**usual, **{key: words[key] for key in words}})
        offer_units(self, units)

    def asked(self) -> Asked:
        """Return what is asked for."""
        self.is_valid()
        chosen = self.cleaned_data
        return Asked(
            chosen.get("quyen") or RightCode.SOCIAL_PENSION,
            chosen.get("nhom") or Standing.COMING,
            chosen.get("thang") or USUAL_MONTHS,
        )


class PurposeForm(forms.Form):
    """What a list leaves the product for."""

    purpose = forms.CharField(
        label="Dùng để làm gì",
        help_text="Ví dụ: đi hỏi từng nhà. Lời này được giữ cùng tên người xuất",
        max_length=200,
        error_messages={"required": "Xin ghi danh sách này để làm gì"},
    )


class AnswersForm(forms.Form):
    """What a person was asked at home."""

    pension = forms.ChoiceField(
        label="Có lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng không",
        choices=_ASKED,
        widget=forms.RadioSelect,
        required=False,
    )
    household = forms.ChoiceField(
        label="Có thuộc hộ nghèo, cận nghèo không",
        choices=[*Household.choices, ("", "Chưa hỏi")],
        widget=forms.RadioSelect,
        required=False,
    )
    household_year = forms.IntegerField(
        label="Theo giấy chứng nhận năm nào",
        help_text="Chỉ ghi khi thuộc hộ nghèo, cận nghèo. Ví dụ 2026",
        min_value=2000,
        max_value=2100,
        required=False,
        error_messages={"invalid": "Xin ghi một năm, ví dụ 2026"},
    )
    carer = forms.ChoiceField(
        label="Có người có nghĩa vụ và đủ điều kiện phụng dưỡng không",
        choices=_ASKED,
        widget=forms.RadioSelect,
        required=False,
    )
    insured = forms.ChoiceField(
        label="Có thẻ bảo hiểm y tế chưa",
        choices=[(YesNo.YES, "Có"), (YesNo.NO, "Chưa có"), ("", "Chưa hỏi")],
        widget=forms.RadioSelect,
        required=False,
    )

    def answers(self) -> Answers:
        """Return what was written."""
        given = self.cleaned_data
        return Answers(
            given["pension"],
            given["household"],
            given["household_year"],
            given["carer"],
            given["insured"],
        )


class RequestForm(forms.Form):
    """Where a request stands."""

    state = forms.ChoiceField(
        label="Hồ sơ đến đâu rồi",
        choices=RequestState.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một điều"},
    )
    handed_in_on = DayInput(label="Ngày nộp đơn", help_text="Ví dụ 12/03/2026")
    decided_on = DayInput(
        label="Ngày có quyết định hoặc được trả lời",
        help_text="Mới nộp đơn thì để trống",
        required=False,
    )
    citation = forms.CharField(label="Số quyết định", max_length=200, required=False)
    paid_from = DayInput(label="Được hưởng từ ngày", required=False)
    refusal = forms.CharField(
        label="Lý do không được duyệt",
        help_text="Ghi đúng như xã trả lời",
        max_length=200,
        required=False,
    )
    note = forms.CharField(label="Ghi chú", max_length=200, required=False)

    def step(self) -> RequestStep:
        """Return what was written."""
        given = self.cleaned_data
        return RequestStep(
            given["state"],
            given["handed_in_on"],
            given["decided_on"],
            given["citation"],
            given["paid_from"],
            given["refusal"],
            given["note"],
        )
