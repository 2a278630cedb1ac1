"""A text to be read, and what a person makes of a conclusion found in it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.meetings.actions.conclusions import ConclusionWords
from bongca.meetings.enums import Part
from bongca.offices.models import Body

_DAY_WRONG = {"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 31/12/2026"}


class ReadingForm(forms.Form):
    """A text to be read: pasted, or a file of Word or plain text."""

    text = forms.CharField(
        label="Dán văn bản vào đây",
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label="Hoặc chọn tệp",
        required=False,
        help_text="Tệp Word (.docx) hoặc tệp chữ thường (.txt), đến 5 MB.",
    )
    said_on = forms.DateField(
        label="Ngày của văn bản",
        required=False,
        help_text="Để trống thì lấy ngày họp. “Quý IV”, “tháng 3” được tính theo ngày này.",
        error_messages=_DAY_WRONG,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("text") and not given.get("file") and "file" not in self.errors:
            self.add_error("text", "Xin dán văn bản hoặc chọn tệp")
        return given


class TakingForm(forms.Form):
    """A conclusion as found, to be read over and written; it asks what that of meetings asks."""

    words = forms.CharField(
        label="Nội dung kết luận",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Ghi đúng lời kết luận.",
        error_messages={"required": "Xin ghi nội dung kết luận"},
    )
    lead = forms.MultipleChoiceField(
        label="Ban, văn phòng chủ trì", required=False, widget=forms.CheckboxSelectMultiple
    )
    lead_others = forms.CharField(
        label="Nơi khác chủ trì",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Đơn vị của Hội hoặc đơn vị phối hợp, mỗi dòng một tên.",
    )
    support = forms.MultipleChoiceField(
        label="Ban, văn phòng phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )
    support_others = forms.CharField(
        label="Nơi khác phối hợp",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng một tên.",
    )
    deadline_said = forms.CharField(
        label="Thời hạn, như đã nói",
        max_length=80,
        required=False,
        help_text="Ví dụ: trung tuần tháng 3, quý IV, từ nay đến cuối năm, trước ngày 15/12.",
    )
    due_on = forms.DateField(
        label="Hạn",
        required=False,
        help_text="Để trống thì tính từ lời ở trên. Ghi ngày khác thì lấy ngày ấy.",
        error_messages=_DAY_WRONG,
    )
    citation = forms.CharField(
        label="Văn bản liên quan", max_length=200, required=False,
        help_text="Ví dụ: Kế hoạch số 52/KH-HNCT ngày 18/2/2022",
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: Sequence[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("lead", "support"):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [(str(body.pk), body.name) for body in bodies]
            if not bodies:
                others = self.fields[f"{name}_others"]
                others.label = (others.label or "").replace("Nơi khác", "Nơi")
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        both = set(given.get("lead", [])) & set(given.get("support", []))
        if both:
            self.add_error("support", "Ban đã chủ trì thì không ghi phối hợp nữa")
        return given

    def conclusion_words(self) -> ConclusionWords:
        given = self.cleaned_data
        return ConclusionWords(
            words=given["words"],
            deadline_said=given["deadline_said"],
            due_on=given["due_on"],
            citation=given["citation"],
        )

    def chosen(self, part: Part) -> tuple[list[int], list[str]]:
        """Return the bodies chosen for a part, and the other names written for it."""
        lines = self.cleaned_data[f"{part.value}_others"].splitlines()
        bodies = [int(key) for key in self.cleaned_data.get(part.value, [])]
        return bodies, [line.strip(" ,;") for line in lines if line.strip(" ,;")]
