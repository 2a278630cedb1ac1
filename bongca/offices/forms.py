"""What an officer writes about who holds an office."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.core.ui.inputs import DayInput, PartialDateInput
from bongca.offices.enums import BodyKind, HowAppointed, HowEnded
from bongca.people.enums import Sex
from bongca.people.models import Person

SOMEBODY_ELSE = "new"


class AppointForm(forms.Form):
    """Who holds which office from when, by which paper."""

    position = forms.ChoiceField(
        label="Chức danh",
        error_messages={
            "required": "Xin chọn chức danh",
            # A colleague formed the committee while this form was open.
            "invalid_choice": "Chức danh ở đây vừa có thay đổi. Xin chọn lại chức danh.",
        },
    )
    full_name = forms.CharField(
        label="Họ và tên", max_length=120, error_messages={"required": "Xin ghi họ và tên"}
    )
    birth = PartialDateInput(
        label="Sinh", required=False, help_text="Ví dụ 1958 hoặc 12/03/1958. Chưa rõ thì để trống."
    )
    sex = forms.ChoiceField(
        label="Nam, nữ", choices=[("", "Chưa rõ"), *Sex.choices], required=False
    )
    person = forms.ChoiceField(label="Trong sổ đã có người tên ấy", widget=forms.RadioSelect)
    how = forms.ChoiceField(label="Hình thức", choices=HowAppointed.choices)
    on = DayInput(label="Từ ngày", error_messages={"required": "Xin ghi từ ngày nào"})
    # Unlike the other days, this one usually lies ahead: the end of a term.
    until = forms.DateField(
        label="Đến ngày",
        required=False,
        help_text="Chưa biết thì để trống: giữ chức đến khi thôi.",
        error_messages={"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 31/12/2031"},
    )
    citation_symbol = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=60, required=False, help_text="Ví dụ 12/QĐ-HNCT"
    )
    citation_on = DayInput(label="Ngày văn bản", required=False)
    citation_issuer = forms.CharField(label="Nơi ban hành", max_length=160, required=False)

    def __init__(
        self,
        *args: Any,
        positions: Sequence[tuple[str, str]],
        namesakes: Sequence[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "position", [("", "Chọn chức danh"), *positions])
        if not namesakes:
            del self.fields["person"]
            return
        known = [(str(person.pk), _told_apart(person)) for person in namesakes]
        _offer(self, "person", [*known, (SOMEBODY_ELSE, "Là người khác, chưa có trong sổ")])
        question = f"Trong sổ đã có {namesakes[0].full_name}. Có phải là một người không?"
        self.fields["person"].error_messages["required"] = question


class EndForm(forms.Form):
    """When and why somebody holds an office no longer, by which paper."""

    how = forms.ChoiceField(label="Vì sao thôi giữ chức", choices=HowEnded.choices)
    on = DayInput(label="Thôi từ ngày", error_messages={"required": "Xin ghi từ ngày nào"})
    citation = forms.CharField(
        label="Văn bản",
        max_length=200,
        required=False,
        help_text="Ví dụ: Quyết định số 15/QĐ-HNCT ngày 01/05/2026 của Hội NCT xã",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class BodyForm(forms.Form):
    """A committee or office that a unit forms."""

    kind = forms.ChoiceField(label="Loại", choices=BodyKind.choices)
    name = forms.CharField(
        label="Tên", max_length=160, required=False, help_text="Để trống thì lấy tên của loại."
    )
    on = DayInput(label="Từ ngày", error_messages={"required": "Xin ghi từ ngày nào"})
    seats = forms.IntegerField(label="Số ủy viên", required=False, min_value=1, max_value=500)
    citation = forms.CharField(label="Văn bản thành lập", max_length=200, required=False)


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _told_apart(person: Person) -> str:
    born = f"sinh năm {person.birth_year}" if person.birth_year else "chưa rõ năm sinh"
    return f"{person.full_name}\n{born}, {person.unit.name}"
