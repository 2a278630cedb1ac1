"""How many must be there, and how many decide, from a day on."""

from fractions import Fraction
from typing import Any

from django import forms

from bongca.meetings.rules.majorities import QUORUM, SHARES, Majority


class VotingRuleForm(forms.Form):
    share = forms.ChoiceField(label="Phần phải đạt", choices=SHARES, widget=forms.RadioSelect)
    is_strict = forms.ChoiceField(
        label="Cách tính phần ấy",
        choices=[("", "Ít nhất bằng phần ấy"), ("yes", "Phải quá phần ấy")],
        required=False,
        widget=forms.RadioSelect,
    )
    of_list = forms.ChoiceField(
        label="Tính trên",
        choices=[("yes", "Số người trong danh sách"), ("", "Số người biểu quyết")],
        required=False,
        widget=forms.RadioSelect,
    )
    since = forms.DateField(
        label="Áp dụng từ ngày",
        error_messages={
            "required": "Xin ghi ngày áp dụng",
            "invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 31/12/2026",
        },
    )
    basis = forms.CharField(
        label="Căn cứ",
        max_length=200,
        required=False,
        help_text="Điều lệ, quy chế: số, ký hiệu, điều, khoản. Chưa có thì để trống.",
    )

    def __init__(self, *args: Any, rule: Majority, **kwargs: Any) -> None:
        share = f"{rule.share.numerator}/{rule.share.denominator}"
        initial = {
            "share": share, "is_strict": "yes" if rule.is_strict else "",
            "of_list": "yes" if rule.of_list else "", "basis": rule.basis,
        }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.initial = initial
        if rule.code == QUORUM:
            del self.fields["of_list"]

    def given(self) -> dict[str, Any]:
        """Return the rule as the action takes it."""
        typed = self.cleaned_data
        return {
            "share": Fraction(typed["share"]),
            "is_strict": bool(typed["is_strict"]),
            "of_list": bool(typed.get("of_list", "yes")),
            "since": typed["since"],
            "basis": typed["basis"],
        }
