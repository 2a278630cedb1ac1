"""Minutes and ballots."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.meetings.enums import BallotForm as Form
from bongca.meetings.enums import Choice


class MinutesForm(forms.Form):
    text = forms.CharField(
        label="Diễn biến cuộc họp",
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Thành phần, báo cáo, ý kiến và kết luận đã ghi thì tự vào biên bản.",
        error_messages={"required": "Xin ghi diễn biến cuộc họp"},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ConfirmForm(forms.Form):
    agrees = forms.ChoiceField(
        label="Biên bản này",
        choices=[("yes", "Ghi đúng"), ("no", "Cần sửa")],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn ghi đúng hoặc cần sửa"},
    )
    note = forms.CharField(
        label="Điều cần sửa", max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("agrees") == "no" and not given.get("note"):
            self.add_error("note", "Xin ghi rõ điều cần sửa")
        return given

    def given(self) -> dict[str, Any]:
        """Return the word on the minutes as the action takes it."""
        return {**self.cleaned_data, "agrees": self.cleaned_data["agrees"] == "yes"}


class BallotForm(forms.Form):
    form = forms.ChoiceField(label="Hình thức", choices=Form.choices, widget=forms.RadioSelect)
    question = forms.CharField(
        label="Nội dung hỏi ý kiến",
        max_length=500,
        error_messages={"required": "Xin ghi nội dung hỏi ý kiến"},
    )
    draft = forms.CharField(
        label="Dự thảo kèm theo", required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    majority = forms.ChoiceField(label="Được thông qua khi có", choices=())
    due_on = forms.DateField(
        label="Trả lời trước ngày",
        required=False,
        error_messages={"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 31/12/2026"},
    )

    def __init__(self, *args: Any, majorities: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["majority"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(majorities)


class HallCountForm(forms.Form):
    """What was counted in the hall: hands, or papers by those who counted them."""

    form = forms.ChoiceField(
        label="Hình thức",
        choices=[(Form.OPEN.value, "Giơ tay"), (Form.SECRET.value, "Phiếu kín, kiểm tại chỗ")],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn giơ tay hoặc phiếu kín"},
    )
    question = forms.CharField(
        label="Nội dung biểu quyết",
        max_length=500,
        error_messages={"required": "Xin ghi nội dung biểu quyết"},
    )
    majority = forms.ChoiceField(label="Được thông qua khi có", choices=())

    def __init__(self, *args: Any, majorities: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["majority"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(majorities)
        for choice in Choice:
            self.fields[choice.value] = forms.IntegerField(
                label=f"Số phiếu: {choice.label.lower()}", min_value=0,
                error_messages={"required": "Xin ghi số phiếu, không có thì ghi 0"},
            )  # fmt: skip

    def given(self) -> dict[str, Any]:
        """Return what was counted as the action takes it."""
        named = {name: self.cleaned_data[name] for name in ("form", "question", "majority")}
        return {**named, "votes": {one: self.cleaned_data[one] for one in Choice.values}}


class VoteForm(forms.Form):
    choice = forms.ChoiceField(
        label="Ý kiến của ông bà",
        choices=Choice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một ý kiến"},
    )
    words = forms.CharField(label="Góp ý", required=False, widget=forms.Textarea(attrs={"rows": 4}))
