"""An application, and what was decided on it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.admissions.actions.applications import Asking
from bongca.admissions.enums import AskedHow, UnderSixty
from bongca.admissions.forms.fields import place_choices, set_choices
from bongca.core.ui.inputs import DayInput, PartialDateInput
from bongca.members.enums import MemberKind
from bongca.org.models import Unit
from bongca.people.actions.persons import PersonFields

SEXES = (("m", "Nam"), ("f", "Nữ"), ("", "Chưa rõ"))


class AskingForm(forms.Form):
    """What is asked, by someone the register knows."""

    unit = forms.TypedChoiceField(label="Xin vào chi hội, tổ hội", coerce=int)
    kind = forms.ChoiceField(
        label="Xin làm",
        choices=(
            (MemberKind.REGULAR, "Hội viên chính thức"),
            (MemberKind.HONORARY, "Hội viên danh dự\nKhông biểu quyết, bầu cử, ứng cử"),
        ),
        widget=forms.RadioSelect,
        initial=MemberKind.REGULAR,
    )
    how = forms.ChoiceField(
        label="Xin bằng cách nào",
        choices=AskedHow.choices,
        widget=forms.RadioSelect,
        initial=AskedHow.WRITTEN,
    )
    asked_on = DayInput(label="Ngày xin vào Hội", help_text="Ví dụ 12/11/2026")
    under_sixty = forms.ChoiceField(
        label="Nếu từ 55 đến dưới 60 tuổi, vì sao được xét",
        choices=(("", "Đã đủ 60 tuổi, hoặc xin làm hội viên danh dự"), *UnderSixty.choices),
        widget=forms.RadioSelect,
        required=False,
    )
    asking_note = forms.CharField(label="Ghi chú về đơn", max_length=300, required=False)

    def __init__(self, *args: Any, places: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "unit", place_choices(places))

    def asking(self) -> Asking:
        """Return what is asked."""
        given = self.cleaned_data
        return Asking(
            asked_on=given["asked_on"],
            kind=MemberKind(given["kind"]),
            how=AskedHow(given["how"]),
            under_sixty=given["under_sixty"],
            note=given["asking_note"],
        )


class ApplicationForm(AskingForm):
    """The same, by someone new."""

    full_name = forms.CharField(
        label="Họ và tên",
        help_text="Như trên giấy tờ",
        max_length=120,
        error_messages={"required": "Xin ghi họ và tên"},
    )
    birth = PartialDateInput(
        label="Ngày sinh",
        help_text="Ví dụ 12/03/1966. Chỉ biết năm thì ghi 1966",
        error_messages={"required": "Xin ghi ngày sinh hoặc năm sinh, để biết đủ tuổi chưa"},
    )
    sex = forms.ChoiceField(
        label="Nam hay nữ", choices=SEXES, widget=forms.RadioSelect, required=False
    )
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    address = forms.CharField(label="Chỗ ở", max_length=200, required=False)
    number = forms.CharField(
        label="Số định danh",
        help_text="12 chữ số trên căn cước. Chưa có thì để trống",
        max_length=20,
        required=False,
    )
    is_someone_else = forms.BooleanField(label="Không phải, đây là người khác", required=False)
    field_order = ["full_name", "birth", "sex", "phone", "address", "number"]

    def person_fields(self) -> PersonFields:
        """Return what was written about the person."""
        given = self.cleaned_data
        return PersonFields(
            given["full_name"], given["sex"], given["birth"], given["phone"], given["address"]
        )


class RecogniseForm(forms.Form):
    """Who took the person in, when, on what minutes."""

    decided_by = forms.TypedChoiceField(
        label="Ai công nhận",
        help_text="Chi hội; nơi không có chi hội thì Ban Chấp hành Hội xã, phường",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn nơi công nhận"},
    )
    on = DayInput(label="Ngày công nhận", help_text="Ví dụ 20/11/2026")
    citation = forms.CharField(
        label="Biên bản họp",
        help_text="Ví dụ: biên bản họp chi hội ngày 20/11/2026",
        max_length=200,
        error_messages={"required": "Xin ghi biên bản họp đã công nhận"},
    )

    def __init__(self, *args: Any, deciders: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "decided_by", [(one.pk, one.name) for one in deciders])


class RefuseForm(forms.Form):
    """When and why the person was not taken in."""

    on = DayInput(label="Ngày quyết định", help_text="Ví dụ 20/11/2026")
    reason = forms.CharField(
        label="Vì sao chưa công nhận",
        help_text="Người xin vào Hội sẽ được nghe câu này",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Xin ghi vì sao, để nói lại với người xin"},
    )
