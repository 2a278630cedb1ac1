"""What is typed about a programme."""

from typing import Any

from django import forms

from bongca.core.ui.inputs import WholeNumberInput
from bongca.indicators.models import Indicator
from bongca.org.models import Partner
from bongca.programmes.enums import ProgrammeKind
from bongca.programmes.forms.fields import day, lines
from bongca.programmes.forms.tasks import LARGEST_VND
from bongca.programmes.models import Programme


class ProgrammeForm(forms.Form):
    """A programme, plan, scheme or joint plan."""

    kind = forms.ChoiceField(label="Loại", choices=ProgrammeKind.choices)
    name = forms.CharField(label="Tên", max_length=300, error_messages={"required": "Xin ghi tên"})
    parent = forms.ModelChoiceField(
        Programme.objects.none(),
        label="Nằm trong chương trình nào",
        required=False,
        empty_label="Không nằm trong chương trình nào",
    )
    since = day("Từ ngày", "Xin ghi từ ngày nào")
    until = day("Đến ngày", help_text="Để trống nếu chưa định")
    partner = forms.ModelChoiceField(
        Partner.objects.none(),
        label="Đơn vị cùng phối hợp",
        required=False,
        empty_label="Không phải kế hoạch phối hợp",
    )
    own_part = lines("Phần việc của Hội")
    partner_part = lines("Phần việc của đơn vị phối hợp")
    citation_symbol = forms.CharField(label="Số, ký hiệu văn bản", max_length=60, required=False)
    citation_on = day("Ngày văn bản")
    citation_issuer = forms.CharField(label="Nơi ban hành", max_length=200, required=False)
    citation = forms.CharField(
        label="Căn cứ",
        max_length=300,
        required=False,
        help_text="Nghị quyết, chương trình của Nhà nước mà kế hoạch này thực hiện",
    )
    budget_vnd = WholeNumberInput(
        label="Kinh phí (đồng)", required=False, min_value=0, max_value=LARGEST_VND
    )
    resources = lines("Nguồn lực huy động", rows=2)
    people = lines("Người phụ trách", rows=2, help_text="Ai chỉ đạo, ai theo dõi, ai làm")

    def __init__(self, *args: Any, programmes: Any, partners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("parent", programmes), ("partner", partners)):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ModelChoiceField)
            chosen.queryset = rows


class ProgrammeEditForm(ProgrammeForm):
    """A programme worded anew, with the version that was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class TargetForm(forms.Form):
    """What a programme is to reach."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.none(),
        label="Chỉ tiêu trong danh mục",
        required=False,
        empty_label="Không có trong danh mục, ghi bằng lời",
    )
    words = forms.CharField(label="Chỉ tiêu bằng lời", max_length=300, required=False)
    value = forms.DecimalField(
        label="Phải đạt", required=False, localize=True, max_digits=16, decimal_places=2
    )
    measure = forms.CharField(label="Đơn vị tính", max_length=40, required=False)
    due_on = day("Đến ngày")

    def __init__(self, *args: Any, indicators: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["indicator"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = indicators


class TargetEditForm(TargetForm):
    """A target mended, with the version of its programme that was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class JointReview(forms.Form):
    """What both sides found when they looked back."""

    review = lines(
        "Hai bên đã cùng thấy gì",
        rows=6,
        required=True,
        error_messages={"required": "Xin ghi hai bên đã thấy gì"},
    )
    on = day("Ngày cùng xem lại", "Xin ghi ngày")
    version = forms.IntegerField(widget=forms.HiddenInput)
