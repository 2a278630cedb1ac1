"""What the register writes of a paper that came in, and what is done with it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.accounts.models import User
from bongca.core.citations import TYPE_NAMES
from bongca.core.ui.inputs import DayInput
from bongca.documents.actions.attaching import Brought
from bongca.documents.enums import BookKind, IncomingState, Urgency

SCAN_HELP = "Tệp PDF, Word (.docx) hoặc ảnh chụp, nặng nhất 30 MB. Chưa có thì bổ sung sau."
TYPES = [("", "Công văn, hoặc chưa rõ"), *sorted(TYPE_NAMES.items(), key=lambda one: one[1])]
OPEN_KINDS = [choice for choice in BookKind.choices if choice[0] != BookKind.SECRET]


class ArrivalForm(forms.Form):
    """A paper at the register: the fields of the stamp ĐẾN and of the book."""

    kind = forms.ChoiceField(label="Ghi vào sổ", choices=OPEN_KINDS)
    arrived_on = DayInput(label="Ngày đến", error_messages={"required": "Xin ghi ngày văn bản đến"})
    arrived_at = forms.TimeField(
        label="Giờ đến",
        required=False,
        help_text="Chỉ cần với văn bản thượng khẩn, hỏa tốc. Ví dụ 14:30",
        input_formats=["%H:%M", "%H giờ %M", "%Hh%M"],
        error_messages={"invalid": "Xin ghi giờ và phút, ví dụ 14:30"},
    )
    issuer = forms.CharField(
        label="Nơi gửi", max_length=200, error_messages={"required": "Xin ghi nơi gửi văn bản"}
    )
    symbol = forms.CharField(
        label="Số, ký hiệu",
        max_length=80,
        required=False,
        help_text="Ghi như trên giấy, ví dụ 23/KH-UBND hoặc 58-KL/TW",
    )
    written_on = DayInput(label="Ngày văn bản", required=False)
    type_sign = forms.ChoiceField(
        label="Loại văn bản",
        choices=TYPES,
        required=False,
        help_text="Để trống thì lấy theo ký hiệu.",
    )
    abstract = forms.CharField(
        label="Trích yếu",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Xin ghi trích yếu"},
    )
    urgency = forms.ChoiceField(label="Mức độ khẩn", choices=Urgency.choices)
    scan = forms.FileField(label="Bản chụp hoặc tệp", required=False, help_text=SCAN_HELP)
    presented_to = forms.ChoiceField(label="Trình ai cho ý kiến", required=False)
    after_number = forms.IntegerField(
        label="Ghi chen sau số",
        required=False,
        min_value=1,
        help_text="Chỉ dùng khi vào sổ muộn: ghi sau số 25 thì thành 25a.",
    )
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)

    def __init__(self, *args: Any, leaders: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "presented_to", [("", "Chưa trình"), *people(leaders)])


ARRIVAL_FIELDS = (
    "arrived_on", "arrived_at", "issuer", "symbol", "written_on", "type_sign", "abstract",
    "urgency", "note",
)  # fmt: skip


class CorrectForm(ArrivalForm):
    """What was written of a paper, to be mended; its book and number are not among it."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, leaders=(), **kwargs)
        for name in set(self.fields) - {*ARRIVAL_FIELDS, "version"}:
            del self.fields[name]


class AttachForm(forms.Form):
    scan = forms.FileField(
        label="Bản chụp hoặc tệp",
        help_text="Tệp PDF, Word (.docx) hoặc ảnh chụp, nặng nhất 30 MB.",
        error_messages={"required": "Xin chọn tệp"},
    )


class PresentForm(forms.Form):
    to = forms.ChoiceField(
        label="Trình ai cho ý kiến", error_messages={"required": "Xin chọn người cho ý kiến"}
    )

    def __init__(self, *args: Any, leaders: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [("", "Chọn một người"), *people(leaders)])


class InstructForm(forms.Form):
    """Bút phê: what is done, by whom, by when."""

    words = forms.CharField(
        label="Ý kiến chỉ đạo",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Xin ghi ý kiến chỉ đạo"},
    )
    handler = forms.ChoiceField(label="Giao ai xử lý", required=False)
    handler_name = forms.CharField(
        label="Người khác, chưa có tài khoản", max_length=160, required=False
    )
    # Unlike the other days, this one lies ahead.
    due_on = forms.DateField(
        label="Xong trước ngày",
        required=False,
        error_messages={"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 30/11/2026"},
    )

    def __init__(self, *args: Any, handlers: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "handler", [("", "Chưa giao"), *people(handlers)])


class FinishForm(forms.Form):
    """How a paper was dealt with, and by which paper it was answered."""

    note = forms.CharField(
        label="Kết quả xử lý",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answered_by = forms.ChoiceField(label="Văn bản trả lời", required=False)

    def __init__(self, *args: Any, answers: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "answered_by", [("", "Không có văn bản trả lời"), *answers])


class TakeInForm(forms.Form):
    presented_to = forms.ChoiceField(label="Trình ai cho ý kiến", required=False)

    def __init__(self, *args: Any, leaders: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "presented_to", [("", "Chưa trình"), *people(leaders)])


class IncomingFilters(forms.Form):
    q = forms.CharField(
        label="Tìm văn bản đến",
        help_text="Gõ số, ký hiệu, nơi gửi hoặc chữ trong trích yếu. Không cần gõ dấu.",
        required=False,
        max_length=80,
        widget=forms.SearchInput,
    )
    nam = forms.ChoiceField(label="Năm", required=False)
    so = forms.ChoiceField(label="Sổ", choices=[("", "Mọi sổ"), *OPEN_KINDS], required=False)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng",
        choices=[
            ("", "Tất cả"),
            ("open", "Chưa xử lý xong"),
            ("late", "Quá hạn"),
            *IncomingState.choices,
        ],
        required=False,
    )

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "nam", [("", "Mọi năm"), *((str(year), str(year)) for year in years)])


def offer(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    """Give a choice its answers."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def people(users: Sequence[User]) -> list[tuple[str, str]]:
    """Return people as answers."""
    return [(str(user.pk), user.display_name) for user in users]


def brought(file: Any) -> Brought | None:
    """Return the file as it was brought, or nothing."""
    return Brought(file.name, file.read()) if file else None
