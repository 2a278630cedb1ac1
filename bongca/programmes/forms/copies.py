"""What is typed at one copy: result, progress, reasons, a later day."""

from django import forms

from bongca.programmes.forms.fields import day, lines


class HandIn(forms.Form):
    """The result, with a photograph or paper that shows it."""

    result = lines(
        "Kết quả đã làm", required=True, error_messages={"required": "Xin ghi kết quả đã làm"}
    )
    file = forms.FileField(
        label="Ảnh hoặc giấy tờ minh chứng",
        required=False,
        help_text="Ảnh chụp, PDF, Word hoặc Excel. Không có cũng báo được.",
        widget=forms.FileInput(attrs={"accept": "image/*,.pdf,.docx,.xlsx"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Progress(forms.Form):
    """How far it is, in words; a percentage only where nothing better can be said."""

    words = lines("Đã làm được gì", max_length=2000)
    percent = forms.IntegerField(
        label="Phần trăm",
        required=False,
        min_value=0,
        max_value=100,
        help_text="Chỉ ghi khi không có cách nói nào rõ hơn",
    )
    late_reason = lines("Nếu chậm thì vì sao", rows=2, max_length=1000)


class EvidenceForm(forms.Form):
    """One more photograph or paper."""

    file = forms.FileField(
        label="Ảnh hoặc giấy tờ minh chứng",
        help_text="Ảnh chụp, PDF, Word hoặc Excel.",
        error_messages={"required": "Xin chọn tệp", "empty": "Tệp này trống"},
        widget=forms.FileInput(attrs={"accept": "image/*,.pdf,.docx,.xlsx"}),
    )
    caption = forms.CharField(label="Ảnh, giấy tờ này nói gì", max_length=200, required=False)


class Extension(forms.Form):
    """A later day, and why."""

    wanted_on = day("Xin lùi đến ngày", "Xin ghi ngày")
    reason = lines(
        "Lý do", required=True, max_length=1000, error_messages={"required": "Xin ghi lý do"}
    )


class Reason(forms.Form):
    """Why something is sent back or let off."""

    reason = lines(
        "Lý do",
        required=True,
        max_length=1000,
        help_text="Nơi nhận việc sẽ đọc câu này.",
        error_messages={"required": "Xin ghi lý do"},
    )


class Answer(forms.Form):
    """Whether a later day is granted."""

    granted = forms.ChoiceField(
        label="Trả lời",
        choices=[("co", "Đồng ý lùi hạn"), ("khong", "Giữ nguyên hạn cũ")],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một trong hai"},
    )
    answer = lines("Nói thêm", rows=2, max_length=1000)
