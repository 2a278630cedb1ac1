"""What is written of books, secret papers, signs, and rules in force."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.core.citations import TYPE_NAMES
from bongca.core.ui.inputs import DayInput
from bongca.documents.enums import BookKind, Direction, Secrecy
from bongca.documents.forms.incoming import TYPES, offer
from bongca.documents.forms.outgoing import AUTHORITIES, OWN_TYPES


class GapForm(forms.Form):
    """Which number is left out, and why."""

    direction = forms.ChoiceField(label="Chiều văn bản", choices=Direction.choices)
    kind = forms.ChoiceField(label="Sổ", choices=BookKind.choices)
    reason = forms.CharField(
        label="Vì sao bỏ trống số kế tiếp",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Xin ghi lý do bỏ trống"},
    )


class PaperBookForm(forms.Form):
    """Where the paper book of a year has come to."""

    year = forms.IntegerField(
        label="Năm", min_value=1995, max_value=2100, error_messages={"required": "Xin ghi năm"}
    )
    direction = forms.ChoiceField(label="Chiều văn bản", choices=Direction.choices)
    kind = forms.ChoiceField(label="Sổ", choices=BookKind.choices)
    paper_number = forms.IntegerField(
        label="Số cuối trên sổ giấy",
        min_value=1,
        max_value=99_999,
        error_messages={"required": "Xin ghi số cuối trên sổ giấy"},
    )


class PostForm(forms.Form):
    """Between which days papers went to the post."""

    tu = DayInput(label="Từ ngày", required=False)
    den = DayInput(label="Đến ngày", required=False)


class SignOfUnitForm(forms.Form):
    sign = forms.CharField(
        label="Ký hiệu của đơn vị",
        max_length=24,
        help_text="Đứng sau loại văn bản, ví dụ HNCT trong 05/KH-HNCT",
        error_messages={"required": "Xin ghi ký hiệu"},
    )
    since = DayInput(label="Dùng từ ngày", error_messages={"required": "Xin ghi từ ngày nào"})


class SigningRuleForm(forms.Form):
    """Who signs which papers by which authority from a day on."""

    type_sign = forms.ChoiceField(
        label="Loại văn bản",
        choices=[("", "Mọi loại"), *((sign, TYPE_NAMES[sign]) for sign in OWN_TYPES)],
        required=False,
    )
    authority = forms.ChoiceField(label="Quyền hạn", choices=AUTHORITIES, required=False)
    lines = forms.CharField(
        label="Chức vụ ghi trên văn bản",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng một chức vụ, ví dụ: Chủ tịch, rồi Chánh Văn phòng",
        error_messages={"required": "Xin ghi chức vụ"},
    )
    signer_name = forms.CharField(label="Họ và tên người ký", max_length=120, required=False)
    citation = forms.CharField(label="Theo văn bản", max_length=200, required=False)
    since = DayInput(label="Từ ngày", error_messages={"required": "Xin ghi từ ngày nào"})


class SecretForm(forms.Form):
    """The entry of a paper marked Mật: nothing here asks what it says."""

    direction = forms.ChoiceField(label="Chiều văn bản", choices=Direction.choices)
    secrecy = forms.ChoiceField(label="Độ mật", choices=Secrecy.choices)
    on = DayInput(label="Ngày vào sổ", error_messages={"required": "Xin ghi ngày vào sổ"})
    symbol = forms.CharField(label="Số, ký hiệu trên văn bản", max_length=40, required=False)
    type_sign = forms.ChoiceField(label="Loại văn bản", choices=TYPES, required=False)
    written_on = DayInput(label="Ngày văn bản", required=False)
    place = forms.CharField(
        label="Nơi gửi hoặc nơi nhận",
        max_length=120,
        error_messages={"required": "Xin ghi nơi gửi hoặc nơi nhận"},
    )
    kept_by = forms.CharField(
        label="Người giữ văn bản",
        max_length=80,
        error_messages={"required": "Xin ghi người giữ văn bản"},
    )
    after_number = forms.IntegerField(label="Ghi chen sau số", required=False, min_value=1)


class RulingForm(forms.Form):
    """A quy chế or quy định as it is put in force."""

    title = forms.CharField(
        label="Tên quy chế, quy định",
        max_length=300,
        error_messages={"required": "Xin ghi tên quy chế, quy định"},
    )
    since = DayInput(label="Có hiệu lực từ", error_messages={"required": "Xin ghi từ ngày nào"})
    document = forms.ChoiceField(label="Văn bản ban hành, nếu có trong sổ", required=False)
    citation = forms.CharField(
        label="Ban hành kèm theo văn bản",
        max_length=300,
        required=False,
        help_text="Ví dụ: Quyết định số 12/QĐ-HNCT ngày 05/03/2026",
    )
    replaces = forms.ChoiceField(label="Thay thế", required=False)
    amends = forms.ChoiceField(label="Sửa đổi, bổ sung", required=False)
    review_due_on = forms.DateField(
        label="Rà soát trước ngày",
        required=False,
        error_messages={"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 31/12/2027"},
    )

    def __init__(
        self,
        *args: Any,
        papers: Sequence[tuple[str, str]],
        rules: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "document", [("", "Không có trong sổ"), *papers])
        offer(self, "replaces", [("", "Không thay thế văn bản nào"), *rules])
        offer(self, "amends", [("", "Không sửa đổi văn bản nào"), *rules])


class ReviewForm(forms.Form):
    next_due_on = forms.DateField(
        label="Rà soát lần sau trước ngày",
        required=False,
        error_messages={"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 31/12/2027"},
    )


class EndRuleForm(forms.Form):
    on = DayInput(label="Hết hiệu lực từ", error_messages={"required": "Xin ghi từ ngày nào"})
