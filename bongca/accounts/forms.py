"""What a person types about the own account."""

from django import forms

from bongca.accounts import rules
from bongca.accounts.enums import Salutation

PHONE_HINT = "Dùng để đăng nhập thay tên, khi không ai khác báo cùng số."
NOT_A_PHONE = "Số điện thoại có mười chữ số, ví dụ 0912 000 212."


class OwnAccountForm(forms.Form):
    """How one is called and reached; one's name is kept by the officer one tier up."""

    salutation = forms.ChoiceField(
        label="Cách gọi",
        choices=Salutation.choices,
        widget=forms.Select(attrs={"data-width": "10"}),
    )
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False, help_text=PHONE_HINT)

    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        help_text="Không có cũng được. Lời nhắn vẫn đứng ở Việc cần làm.",
        error_messages={"invalid": "Xin ghi đủ địa chỉ thư, ví dụ lan@example.vn."},
    )
    mails_wanted = forms.BooleanField(
        label="Gửi lời nhắn qua thư điện tử, mỗi ngày nhiều nhất một lá", required=False
    )

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        phone = rules.plain_phone(typed)
        if typed and not phone:
            raise forms.ValidationError(NOT_A_PHONE)
        return phone
