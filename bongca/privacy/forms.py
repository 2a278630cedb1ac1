"""What is asked about consents, requests, incidents and the log."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from bongca.core.clock import VIETNAM
from bongca.core.ui.inputs import DayInput
from bongca.documents.actions.attaching import Brought
from bongca.org.models import Unit
from bongca.privacy.actions.consents import Given
from bongca.privacy.actions.incidents import Found, Handled
from bongca.privacy.actions.requests import Asked
from bongca.privacy.actions.settling import Settled
from bongca.privacy.enums import HowGiven, RequestKind, RequestOutcome
from bongca.privacy.models import ConsentText
from bongca.privacy.queries.accesses import Wanted
from bongca.privacy.queries.requests import CLOSED, LATE, OPEN
from bongca.privacy.rules.acts import WATCHED
from bongca.privacy.rules.inventory import HOLDINGS

_CHOOSE = {"required": "Xin chọn một điều"}
_TIME = {"invalid": "Xin ghi giờ và phút, ví dụ 14:30"}


def _long(label: str, missing: str, hint: str = "", most: int = 1000) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": missing},
    )


class TextForm(forms.Form):
    """A new text to agree to."""

    from_on = DayInput(label="Dùng từ ngày", help_text="Ví dụ 01/12/2026")
    purpose = forms.CharField(
        label="Dùng dữ liệu để làm gì",
        help_text="Ví dụ: quản lý hội viên, mừng thọ, làm hồ sơ trợ cấp",
        max_length=200,
        error_messages={"required": "Xin ghi dùng dữ liệu để làm gì"},
    )
    body = _long("Nội dung đồng ý", "Xin ghi nội dung đồng ý", most=8000)


class ConsentForm(forms.Form):
    """How somebody agreed."""

    text_id = forms.TypedChoiceField(label="Đồng ý với bản nào", coerce=int, error_messages=_CHOOSE)
    how = forms.ChoiceField(
        label="Đồng ý bằng cách nào",
        choices=HowGiven.choices,
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    on = DayInput(label="Ngày đồng ý", help_text="Ví dụ 12/03/2026")
    witness = forms.CharField(label="Người làm chứng", max_length=120, required=False)
    scan = forms.FileField(
        label="Bản chụp tờ giấy đã ký",
        help_text="Tệp PDF hoặc ảnh chụp, nặng nhất 30 MB",
        required=False,
    )

    def __init__(self, *args: Any, texts: Iterable[ConsentText], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["text_id"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(text.pk, str(text)) for text in texts]

    def given(self) -> Given:
        """Return what was written."""
        said = self.cleaned_data
        scan = said["scan"]
        brought = Brought(scan.name, scan.read()) if scan else None
        return Given(said["text_id"], said["how"], said["on"], said["witness"], brought)


class WithdrawForm(forms.Form):
    """When somebody took a consent back."""

    on = DayInput(label="Ngày người ấy rút", help_text="Ví dụ 12/03/2026")
    words = forms.CharField(
        label="Người ấy nói gì",
        help_text="Không có gì thêm thì để trống",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RequestForm(forms.Form):
    """What somebody asks about their data."""

    kind = forms.ChoiceField(
        label="Yêu cầu điều gì",
        choices=RequestKind.choices,
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    words = _long("Người ấy nói gì", "Xin ghi người ấy yêu cầu gì", "Ghi theo lời người ấy")
    on = DayInput(label="Ngày nhận yêu cầu", help_text="Ví dụ 12/03/2026")
    with_others = forms.BooleanField(
        label="Nơi khác cũng đang xử lý dữ liệu này thay cho Hội", required=False
    )

    def asked(self) -> Asked:
        """Return what was written."""
        said = self.cleaned_data
        return Asked(said["kind"], said["words"], said["on"], said["with_others"])


class AnswerForm(forms.Form):
    """What the person was told."""

    on = DayInput(label="Ngày trả lời", help_text="Ví dụ 12/03/2026")
    answer = _long("Đã trả lời thế nào", "Xin ghi đã trả lời thế nào")


class ExtendForm(forms.Form):
    """A later day, once."""

    until = DayInput(label="Làm xong trước ngày nào", help_text="Ví dụ 12/03/2026")
    why = forms.CharField(
        label="Vì sao cần thêm ngày",
        max_length=200,
        error_messages={"required": "Xin ghi vì sao cần thêm ngày"},
    )


class FinishForm(forms.Form):
    """How it ended."""

    outcome = forms.ChoiceField(
        label="Kết quả",
        choices=RequestOutcome.choices,
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    result = _long("Đã làm gì, hoặc vì sao không làm", "Xin ghi đã làm gì, hoặc vì sao không làm")
    on = DayInput(label="Ngày xong", help_text="Ví dụ 12/03/2026")


class RequestFilters(forms.Form):
    """Which requests; odd words narrow nothing."""

    nhom = forms.ChoiceField(
        label="Yêu cầu",
        choices=[("", "Tất cả"), (OPEN, "Chưa xong"), (LATE, "Quá hạn"), (CLOSED, "Đã xong")],
        required=False,
    )

    def group(self) -> str:
        """Return what is asked for."""
        self.is_valid()
        return str(self.cleaned_data.get("nhom", ""))


class IncidentForm(forms.Form):
    """What is known when an incident is found."""

    known_on = DayInput(label="Ngày biết chuyện", help_text="Ví dụ 12/03/2026")
    known_time = forms.TimeField(
        label="Giờ biết chuyện",
        help_text="Ví dụ 14:30. Đồng hồ 72 giờ tính từ lúc này",
        error_messages=_TIME | {"required": "Xin ghi giờ biết chuyện"},
    )
    what = _long("Chuyện gì đã xảy ra", "Xin ghi chuyện gì đã xảy ra", "Không ghi tên người")
    which_data = forms.CharField(
        label="Dữ liệu nào",
        help_text="Ví dụ: danh sách hội viên có số điện thoại",
        max_length=300,
        error_messages={"required": "Xin ghi dữ liệu nào"},
    )
    whose = forms.CharField(
        label="Của ai, khoảng bao nhiêu người",
        help_text="Ví dụ: 180 hội viên thôn Đồng Tâm",
        max_length=300,
        error_messages={"required": "Xin ghi của ai, khoảng bao nhiêu người"},
    )

    def found(self) -> Found:
        """Return what was written."""
        said = self.cleaned_data
        known_at = _moment(said["known_on"], said["known_time"])
        return Found(known_at, said["what"], said["which_data"], said["whose"])


class HandleForm(forms.Form):
    """How far an incident is."""

    measures = _long("Đã làm gì", "Xin ghi đã làm gì", "Ví dụ: đổi mật khẩu, thu lại tờ danh sách")
    reported_on = DayInput(
        label="Ngày báo cơ quan chuyên trách", help_text="Chưa báo thì để trống", required=False
    )
    reported_time = forms.TimeField(label="Giờ báo", required=False, error_messages=_TIME)
    reported_to = forms.CharField(
        label="Đã báo cho cơ quan nào",
        help_text="Theo luật: cơ quan chuyên trách của Bộ Công an (A05)",
        max_length=200,
        required=False,
    )
    told_on = DayInput(
        label="Ngày báo cho người bị ảnh hưởng", help_text="Chưa báo thì để trống", required=False
    )
    is_closed = forms.BooleanField(label="Sự cố này đã xong", required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("reported_on") and not said.get("reported_time") and not self.errors:
            self.add_error("reported_time", "Xin ghi giờ báo, ví dụ 14:30")
        return said

    def handled(self) -> Handled:
        """Return what was written."""
        said = self.cleaned_data
        day = said["reported_on"]
        reported_at = _moment(day, said["reported_time"]) if day else None
        return Handled(
            said["measures"], reported_at, said["reported_to"], said["told_on"], said["is_closed"]
        )


class SettleForm(forms.Form):
    """What is settled for one class of data."""

    code = forms.ChoiceField(
        label="Loại dữ liệu",
        choices=[(one.code, one.name) for one in HOLDINGS],
        error_messages=_CHOOSE,
    )
    basis = forms.CharField(
        label="Căn cứ",
        help_text="Ví dụ: sự đồng ý của hội viên; hoặc điều của luật cho phép không cần đồng ý",
        max_length=200,
        error_messages={"required": "Xin ghi căn cứ"},
    )
    kept = forms.CharField(
        label="Giữ bao lâu",
        help_text="Tệp máy tự xóa thì giữ theo ngày của máy",
        max_length=120,
        error_messages={"required": "Xin ghi giữ bao lâu"},
    )
    from_on = DayInput(label="Áp dụng từ ngày", help_text="Ví dụ 01/12/2026")

    def settled(self) -> Settled:
        """Return what was written."""
        return Settled(**self.cleaned_data)


class LogFilters(forms.Form):
    """Which part of the log; odd words narrow nothing."""

    don_vi = forms.TypedChoiceField(label="Đơn vị", coerce=int, required=False)
    viec = forms.ChoiceField(
        label="Việc", choices=[("", "Tất cả"), *WATCHED.items()], required=False
    )
    tu = DayInput(label="Từ ngày", required=False)
    den = DayInput(label="Đến ngày", required=False)

    def __init__(self, words: Any, *, units: Sequence[Unit]) -> None:
        super().__init__(words)
        self._units = {unit.pk: unit for unit in units}
        field = self.fields["don_vi"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "Tất cả"), *((unit.pk, unit.name) for unit in units)]

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        self.is_valid()
        said = self.cleaned_data
        unit = self._units.get(said.get("don_vi") or 0)
        return Wanted(said.get("viec", ""), unit, said.get("tu"), said.get("den"))


def _moment(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=VIETNAM)
