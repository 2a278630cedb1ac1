"""What is typed when an account is opened and when a right is given."""

from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from typing import Any

from django import forms

from bongca.accounts.enums import Salutation
from bongca.accounts.rules import plain_phone
from bongca.org import rules
from bongca.org.models import Unit


def role_choices(roles: Iterable[rules.Role]) -> list[tuple[str, str]]:
    return [(role.code, role.title) for role in roles]


class AccountForm(forms.Form):
    """Who somebody is, how they are called and reached."""

    salutation = forms.ChoiceField(
        label="Cách gọi",
        choices=Salutation.choices,
        widget=forms.Select(attrs={"data-width": "10"}),
    )
    display_name = forms.CharField(
        label="Họ và tên", max_length=120, error_messages={"required": "Xin ghi họ và tên."}
    )
    phone = forms.CharField(
        label="Điện thoại",
        max_length=20,
        required=False,
        help_text="Dùng để đăng nhập thay tên, khi không ai khác báo cùng số.",
    )

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        phone = plain_phone(typed)
        if typed and not phone:
            raise forms.ValidationError("Số điện thoại có mười chữ số, ví dụ 0912 000 212.")
        return phone


class PlaceFields(forms.Form):
    """Where, as what: the units offered are given by the view, from a query."""

    unit = forms.ModelChoiceField(
        label="Đơn vị",
        queryset=Unit.objects.none(),
        empty_label="Chọn đơn vị",
        error_messages={
            "required": "Xin chọn đơn vị.",
            "invalid_choice": "Đơn vị này không ở cấp dưới của mình.",
        },
    )
    role = forms.ChoiceField(
        label="Vai trò", widget=forms.RadioSelect, error_messages={"required": "Xin chọn vai trò."}
    )
    title = forms.CharField(
        label="Chức danh ghi trên giấy",
        max_length=120,
        required=False,
        help_text="Để trống thì dùng tên của vai trò.",
    )

    def offer(self, units: Any, roles: Iterable[rules.Role]) -> None:
        unit, role = self.fields["unit"], self.fields["role"]
        assert isinstance(unit, forms.ModelChoiceField) and isinstance(role, forms.ChoiceField)
        unit.queryset = units
        role.choices = role_choices(roles)


class OpenAccountForm(AccountForm, PlaceFields):
    field_order = ["salutation", "display_name", "phone", "unit", "role", "title"]


class GrantForm(PlaceFields):
    until = forms.DateField(
        label="Đến hết ngày nào",
        required=False,
        help_text="Để trống nếu chưa biết.",
        error_messages={"invalid": "Xin ghi ngày như 31/12/2026."},
    )

    def clean_until(self) -> date | None:
        """Return the first day without the right: the day typed is still one with it."""
        last: date | None = self.cleaned_data["until"]
        if last is not None and last.year == MAXYEAR:
            raise forms.ValidationError("Ngày này xa quá. Để trống nếu chưa biết.")
        return last + timedelta(days=1) if last else None


class UserFilters(forms.Form):
    q = forms.CharField(label="Tìm theo tên hoặc tên đăng nhập", required=False, max_length=120)
