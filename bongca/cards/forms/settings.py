"""The design of cards, a campaign, the book of blanks."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.cards.actions.settings import DesignFields
from bongca.cards.enums import BlankMove, Prefix
from bongca.core.ui.inputs import DayInput, WholeNumberInput
from bongca.org.models import Unit


class DesignForm(forms.Form):
    """How cards look and are numbered from a day on."""

    since = DayInput(label="Dùng từ ngày", help_text="Thẻ đã in trước ngày này giữ nguyên")
    issuer = forms.CharField(label="Dòng trên cùng", max_length=80)
    title = forms.CharField(label="Tên thẻ", max_length=60)
    signatory_title = forms.CharField(
        label="Chức danh người ký", help_text="Ví dụ: CHỦ TỊCH", max_length=80, required=False
    )
    signatory_name = forms.CharField(label="Người ký", max_length=80, required=False)
    number_prefix = forms.ChoiceField(
        label="Số thẻ bắt đầu bằng", choices=Prefix.choices, widget=forms.RadioSelect
    )
    digits = WholeNumberInput(
        label="Số chữ số của số thứ tự", min_value=4, max_value=8, help_text="Từ 4 đến 8"
    )
    basis = forms.CharField(
        label="Theo văn bản", help_text="Số, ký hiệu và ngày", max_length=200, required=False
    )

    def fields_set(self) -> DesignFields:
        """Return the design as typed."""
        given = dict(self.cleaned_data)
        return DesignFields(prefix=given.pop("number_prefix"), **given)


class CampaignForm(forms.Form):
    """A renewal of all cards."""

    name = forms.CharField(
        label="Tên đợt đổi thẻ", help_text="Ví dụ: Đổi thẻ hội viên năm 2027", max_length=160
    )
    basis = forms.CharField(label="Theo văn bản", max_length=200, required=False)
    due_on = DayInput(label="Xong trước ngày", required=False)


class BlankForm(forms.Form):
    """A line of the book of blanks."""

    move = forms.ChoiceField(
        label="Việc",
        choices=[
            (move.value, move.label)
            for move in (BlankMove.RECEIVED, BlankMove.SPOILT, BlankMove.GIVEN)
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một việc"},
    )
    count = WholeNumberInput(label="Số phôi", min_value=1, max_value=5_000_000)
    to_unit = forms.TypedChoiceField(
        label="Chuyển cho", coerce=int, empty_value=None, required=False,
        help_text="Chỉ chọn khi chuyển phôi xuống cấp dưới",
    )  # fmt: skip
    note = forms.CharField(label="Ghi chú", max_length=200, required=False)

    def __init__(self, *args: Any, parts: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to_unit = self.fields["to_unit"]
        assert isinstance(to_unit, forms.ChoiceField)
        to_unit.choices = [("", "Không chuyển"), *((part.pk, part.name) for part in parts)]
