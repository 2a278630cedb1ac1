"""Who a person is, and how they came into the Association."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.core.ui.inputs import PartialDateInput
from bongca.members.actions.recording import Beginning
from bongca.members.enums import HowBegan, MemberKind
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.people.actions.persons import PersonFields

SEXES = (("m", "Nam"), ("f", "Nữ"), ("", "Chưa rõ"))


def place_name(unit: Unit) -> str:
    """Return a unit's name with the branch a group belongs to."""
    if unit.tier == Tier.GROUP and unit.parent is not None:
        return f"{unit.name}, {unit.parent.name}"
    return unit.name


class PersonForm(forms.Form):
    """The fields that people.actions.persons.PersonFields takes."""

    full_name = forms.CharField(
        label="Họ và tên",
        help_text="Như trên giấy tờ",
        max_length=120,
        error_messages={"required": "Xin ghi họ và tên"},
    )
    birth = PartialDateInput(
        label="Ngày sinh",
        help_text="Ví dụ 12/03/1948. Chỉ biết năm thì ghi 1948",
        required=False,
    )
    sex = forms.ChoiceField(
        label="Nam hay nữ", choices=SEXES, widget=forms.RadioSelect, required=False
    )
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    address = forms.CharField(label="Chỗ ở", max_length=200, required=False)
    note = forms.CharField(
        label="Ghi chú",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def person_fields(self) -> PersonFields:
        """Return what was written about the person."""
        given = self.cleaned_data
        return PersonFields(
            full_name=given["full_name"],
            sex=given["sex"],
            birth=given["birth"],
            phone=given["phone"],
            address=given["address"],
            note=given["note"],
        )


class EditForm(PersonForm):
    """The same, with the version that was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class BeginningForm(forms.Form):
    """How a membership begins, and in which unit."""

    unit = forms.TypedChoiceField(label="Chi hội, tổ hội", coerce=int)
    how = forms.ChoiceField(
        label="Vào Hội thế nào",
        choices=(
            (HowBegan.ADMITTED, "Mới kết nạp"),
            (HowBegan.ROLL, "Đã là hội viên từ trước\nGhi bổ sung vào sổ"),
        ),
        widget=forms.RadioSelect,
        initial=HowBegan.ADMITTED,
    )
    joined = PartialDateInput(
        label="Ngày vào Hội",
        help_text="Mới kết nạp thì xin ghi. Ví dụ 12/09/2026, chỉ biết năm thì ghi 1998",
        required=False,
    )
    kind = forms.ChoiceField(
        label="Là hội viên",
        choices=MemberKind.choices,
        widget=forms.RadioSelect,
        initial=MemberKind.REGULAR,
    )
    citation = forms.CharField(
        label="Biên bản họp chi hội",
        help_text="Ví dụ: biên bản ngày 12/9/2026",
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, places: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ChoiceField)
        unit.choices = [(one.pk, place_name(one)) for one in places]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("how") in NEW and not given.get("joined") and "joined" not in self.errors:
            self.add_error("joined", "Xin ghi ngày kết nạp, hoặc tháng, hoặc năm")
        return given

    def beginning(self) -> Beginning:
        """Return how the membership begins."""
        given = self.cleaned_data
        return Beginning(
            HowBegan(given["how"]), given["joined"], MemberKind(given["kind"]), given["citation"]
        )


NEW = (HowBegan.ADMITTED, HowBegan.READMITTED)


class AdmitForm(BeginningForm, PersonForm):
    """A new member: who, and how they come in."""

    number = forms.CharField(
        label="Số định danh",
        help_text="12 chữ số trên căn cước, hoặc 9 chữ số của chứng minh nhân dân cũ",
        max_length=20,
        required=False,
    )
    is_someone_else = forms.BooleanField(label="Không phải, đây là người khác", required=False)
    field_order = [
        "full_name", "birth", "sex", "phone", "address", "number", "unit", "how", "joined",
        "kind", "citation", "note", "is_someone_else",
    ]  # fmt: skip


class ReadmitForm(BeginningForm):
    """Someone the register knows comes in, or in again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        how = self.fields["how"]
        assert isinstance(how, forms.ChoiceField)
        how.choices = [
            (HowBegan.ADMITTED, "Mới kết nạp"),
            (HowBegan.READMITTED, "Công nhận lại"),
        ]


class NumberForm(forms.Form):
    """An identity number."""

    number = forms.CharField(
        label="Số định danh",
        help_text="12 chữ số trên căn cước, hoặc 9 chữ số của chứng minh nhân dân cũ",
        max_length=20,
        error_messages={"required": "Xin ghi số định danh"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
