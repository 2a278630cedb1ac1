"""What is written of a conclusion and of its notice."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.meetings.actions.conclusions import ConclusionWords
from bongca.meetings.enums import Part
from bongca.meetings.models import Conclusion
from bongca.offices.models import Body
from bongca.programmes.models import Programme

_DAY_WRONG = {"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 31/12/2026"}


class ConclusionForm(forms.Form):
    """A conclusion in the words as concluded, who owns it, who helps, until when."""

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
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

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


def written(conclusion: Conclusion) -> dict[str, Any]:
    """Return a conclusion as the form shows it."""
    shown: dict[str, Any] = {
        "words": conclusion.words,
        "deadline_said": conclusion.deadline_said,
        "due_on": conclusion.due_on if conclusion.is_due_typed else None,
        "citation": conclusion.citation,
        "version": conclusion.version,
    }
    parties = list(conclusion.parties.select_related("unit", "body", "partner"))
    for part in Part:
        mine = [party for party in parties if party.part == part]
        shown[part.value] = [str(party.body_id) for party in mine if party.body_id]
        shown[f"{part.value}_others"] = "\n".join(party.name for party in mine if not party.body_id)
    return shown


class NoticeForm(forms.Form):
    """What is to be known of a notice before it goes out.

    Number, day and signer are asked only where the paper is somebody else's or of the past: an own
    notice gets them in the register.
    """

    symbol = forms.CharField(
        label="Số, ký hiệu",
        max_length=60,
        required=False,
        help_text="Ví dụ 87/TB-HNCT. Chưa có số thì để trống.",
    )
    signed_on = forms.DateField(label="Ngày ký", required=False, error_messages=_DAY_WRONG)
    signer = forms.CharField(
        label="Người ký", max_length=120, required=False, help_text="Họ tên Chánh Văn phòng."
    )

    programme = forms.ChoiceField(
        label="Thực hiện bằng chương trình, kế hoạch",
        required=False,
        help_text="Các nhiệm vụ sẽ đứng trong chương trình này.",
    )

    def __init__(
        self, *args: Any, programmes: Sequence[Programme], has_paper: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not has_paper:
            for name in ("symbol", "signed_on", "signer"):
                del self.fields[name]
        self._programmes = {str(one.pk): one for one in programmes}
        field = self.fields["programme"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "Chưa có"),
            *((key, one.name) for key, one in self._programmes.items()),
        ]
        if not programmes:
            del self.fields["programme"]

    def given(self) -> dict[str, Any]:
        """Return what was written, with the programme itself."""
        chosen = self.cleaned_data.get("programme", "")
        return {**self.cleaned_data, "programme": self._programmes.get(chosen)}
