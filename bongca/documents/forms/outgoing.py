"""What is written of a paper that goes out."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.core.citations import TYPE_NAMES
from bongca.core.ui.inputs import DayInput
from bongca.documents.enums import OutgoingState, Urgency
from bongca.documents.forms.incoming import OPEN_KINDS, offer
from bongca.documents.queries.families import Family
from bongca.papers.rules.paper import Authority

# The types of Phụ lục III that a unit issues; a công văn has no sign of its own.
OWN_TYPES = (
    "KH", "BC", "TB", "TTr", "QĐ", "GM", "CTr", "HD", "NQ", "CT", "QC", "QyĐ", "TC", "PA", "ĐA",
    "DA", "BB", "CĐ", "HĐ", "BGN", "BTT", "GUQ", "GGT", "GNP", "PG", "PC", "PB",
)  # fmt: skip
AUTHORITIES = [
    ("", "Ký trực tiếp"),
    (Authority.COLLECTIVE, "TM. (thay mặt tập thể)"),
    (Authority.ACTING, "Q. (quyền cấp trưởng)"),
    (Authority.DEPUTY, "KT. (ký thay cấp trưởng)"),
    (Authority.ORDER, "TL. (thừa lệnh)"),
    (Authority.AUTHORISED, "TUQ. (thừa ủy quyền)"),
]


class DraftForm(forms.Form):
    """The words of a paper, who signs it, who gets it."""

    type_sign = forms.ChoiceField(
        label="Loại văn bản",
        choices=[("", "Công văn"), *((sign, TYPE_NAMES[sign]) for sign in OWN_TYPES)],
        required=False,
    )
    abstract = forms.CharField(
        label="Trích yếu",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Xin ghi trích yếu"},
    )
    addressees = forms.CharField(
        label="Kính gửi",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi nơi một dòng. Kế hoạch, quyết định, thông báo thì để trống.",
    )
    bases = forms.CharField(
        label="Căn cứ",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi căn cứ một dòng. Thường chỉ quyết định mới có.",
    )
    body = forms.CharField(
        label="Nội dung",
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Mỗi đoạn một dòng. Dòng bắt đầu bằng dấu gạch là một ý."
        " Bảng thì chép từ Excel dán vào. Dòng “Phụ lục: Danh sách” mở một phụ lục."
        " Máy tự đặt thể thức.",
    )
    urgency = forms.ChoiceField(label="Mức độ khẩn", choices=Urgency.choices)
    to_above = forms.BooleanField(label="Gửi cấp trên trực tiếp", required=False)
    to_below = forms.BooleanField(label="Gửi tất cả đơn vị cấp dưới trực tiếp", required=False)
    names = forms.CharField(
        label="Nơi nhận khác",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi nơi một dòng, ví dụ: Tỉnh ủy (để báo cáo)",
    )
    authority = forms.ChoiceField(
        label="Ký theo quyền hạn nào", choices=AUTHORITIES, required=False
    )
    signer_lines = forms.CharField(
        label="Chức vụ ghi trên chữ ký",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng một chức vụ. Để trống thì máy ghi theo quy định ký của đơn vị.",
    )
    signer_name = forms.CharField(label="Họ và tên người ký", required=False, max_length=120)
    joint_name = forms.CharField(
        label="Cơ quan cùng ban hành",
        required=False,
        max_length=200,
        help_text="Chỉ với văn bản liên tịch, ví dụ: Bộ Công an",
    )
    joint_sign = forms.CharField(
        label="Ký hiệu cơ quan cùng ban hành",
        required=False,
        max_length=24,
        help_text="Ví dụ BCA. Hai bên thống nhất ký hiệu khác thì ghi cả hai: HNCTVN-BCA",
    )
    joint_lines = forms.CharField(
        label="Chức vụ người ký của cơ quan ấy",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    joint_signer = forms.CharField(
        label="Họ và tên người ký của cơ quan ấy", required=False, max_length=120
    )
    copy_count = forms.IntegerField(label="Số bản", min_value=1, max_value=9999, initial=1)
    note = forms.CharField(label="Ghi chú", required=False, max_length=300)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, family: Family | None = None, **kwargs: Any) -> None:
        """Without the family the form leaves the places it goes to as they are."""
        super().__init__(*args, **kwargs)
        if family is None:
            del self.fields["names"]
        if family is None or family.above is None:
            del self.fields["to_above"]
        else:
            self.fields["to_above"].label = f"Gửi {family.above.name}"
        if family is None or not family.count:
            del self.fields["to_below"]
        else:
            self.fields["to_below"].label = f"Gửi cả {family.count} đơn vị cấp dưới trực tiếp"


class PlacesForm(forms.Form):
    q = forms.CharField(
        label="Tìm nơi nhận",
        help_text="Gõ tên đơn vị, cơ quan. Không cần gõ dấu. Để trống thì hiện các nơi thường gửi.",
        required=False,
        max_length=80,
        widget=forms.SearchInput,
    )


class NamesForm(forms.Form):
    names = forms.CharField(
        label="Nơi khác, không có trên máy",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi nơi một dòng, ví dụ: Tỉnh ủy (để báo cáo)",
        error_messages={"required": "Xin ghi ít nhất một nơi"},
    )


class CommentForm(forms.Form):
    words = forms.CharField(
        label="Ý kiến góp ý",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Xin ghi ý kiến góp ý"},
    )


class SignForm(forms.Form):
    scan = forms.FileField(
        label="Bản chụp có chữ ký",
        help_text="Tệp PDF hoặc ảnh chụp văn bản đã ký bằng bút.",
        error_messages={"required": "Xin chọn bản chụp có chữ ký"},
    )
    signer_name = forms.CharField(
        label="Người đã ký",
        max_length=120,
        help_text="Họ và tên trên chữ ký, không ghi học vị, danh hiệu",
        error_messages={"required": "Xin ghi họ và tên người đã ký"},
    )
    signed_on = DayInput(label="Ký ngày", error_messages={"required": "Xin ghi ngày ký"})


class NumberForm(forms.Form):
    issued_on = DayInput(label="Ngày văn bản", error_messages={"required": "Xin ghi ngày văn bản"})
    is_commendation = forms.BooleanField(label="Là quyết định khen thưởng", required=False)
    after_number = forms.IntegerField(
        label="Ghi chen sau số",
        required=False,
        min_value=1,
        help_text="Chỉ dùng khi vào sổ muộn: ghi sau số 25 thì thành 25a.",
    )


class RecallForm(forms.Form):
    reason = forms.CharField(
        label="Vì sao thu hồi",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Xin ghi lý do thu hồi"},
    )


class ReplaceForm(forms.Form):
    by = forms.ChoiceField(
        label="Thay bằng văn bản nào", error_messages={"required": "Xin chọn văn bản thay thế"}
    )
    reason = forms.CharField(
        label="Vì sao thay thế",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Xin ghi lý do thay thế"},
    )

    def __init__(self, *args: Any, later: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "by", [("", "Chọn văn bản"), *later])


class OutgoingFilters(forms.Form):
    q = forms.CharField(
        label="Tìm văn bản đi",
        help_text="Gõ số, ký hiệu hoặc chữ trong văn bản. Không cần gõ dấu.",
        required=False,
        max_length=80,
        widget=forms.SearchInput,
    )
    nam = forms.ChoiceField(label="Năm", required=False)
    so = forms.ChoiceField(label="Sổ", choices=[("", "Mọi sổ"), *OPEN_KINDS], required=False)
    tinh_trang = forms.ChoiceField(
        label="Bước",
        choices=[("", "Tất cả"), ("draft", "Chưa có số"), *OutgoingState.choices],
        required=False,
    )

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "nam", [("", "Mọi năm"), *((str(year), str(year)) for year in years)])
