"""What happens to a member: an end, a move, a merge, an export."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from bongca.core.ui.inputs import DayInput, PartialDateInput, WholeNumberInput
from bongca.members.actions.ending import Ending, Votes
from bongca.members.enums import HowEnded
from bongca.members.forms.persons import place_name
from bongca.org.models import Unit

WAYS = (
    (HowEnded.DECEASED, "Qua đời"),
    (HowEnded.LEFT, "Xin ra khỏi Hội"),
    (
        HowEnded.MOVED_AWAY,
        "Chuyển đi nơi khác\nKhông rõ nơi đến. Biết nơi đến thì dùng Chuyển sinh hoạt",
    ),
    (HowEnded.STRUCK_OFF, "Bị xóa tên\nQuá nửa hội viên của tổ hội đồng ý, có biên bản"),
)


class EndForm(forms.Form):
    """How a membership ended."""

    how = forms.ChoiceField(
        label="Vì sao thôi sinh hoạt",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một điều"},
    )
    on = PartialDateInput(
        label="Từ ngày nào",
        help_text="Ví dụ 12/03/2026. Chỉ biết tháng thì ghi 3/2026",
    )
    citation = forms.CharField(
        label="Giấy tờ",
        help_text="Giấy báo tử, đơn xin ra hoặc biên bản họp. Chưa có thì để trống",
        max_length=200,
        required=False,
    )
    votes_total = WholeNumberInput(
        label="Tổ hội có bao nhiêu hội viên",
        help_text="Nơi không có tổ hội thì ghi số hội viên của chi hội; không có chi hội thì ghi"
        " số ủy viên Ban Chấp hành Hội cơ sở",
        min_value=1,
        max_value=30_000,
        required=False,
    )
    votes_present = WholeNumberInput(
        label="Bao nhiêu người có mặt", min_value=0, max_value=30_000, required=False
    )
    votes_for = WholeNumberInput(
        label="Bao nhiêu người đồng ý xóa tên", min_value=0, max_value=30_000, required=False
    )
    note = forms.CharField(label="Ghi chú", max_length=200, required=False)

    def ending(self) -> Ending:
        """Return how the membership ended."""
        given = self.cleaned_data
        counted = [given.get(name) for name in ("votes_total", "votes_present", "votes_for")]
        votes = None
        if all(number is not None for number in counted):
            votes = Votes(*(int(number or 0) for number in counted))
        how = HowEnded(given["how"])
        return Ending(how, given["on"], given["citation"], given["note"], votes)


class MoveForm(forms.Form):
    """To which unit, from which day."""

    unit = forms.TypedChoiceField(label="Chuyển đến", coerce=int)
    on = DayInput(label="Từ ngày", help_text="Ví dụ 01/12/2026")

    def __init__(self, *args: Any, places: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ChoiceField)
        unit.choices = [(one.pk, place_name(one)) for one in places]


class MergeForm(forms.Form):
    """Field by field, which of two rows is right. Only what differs is asked."""

    def __init__(
        self, *args: Any, ours: Mapping[str, str], theirs: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in differing(ours, theirs):
            self.fields[name] = forms.ChoiceField(
                label=LABELS[name],
                choices=(
                    ("keep", ours[name] or "Chưa ghi"),
                    ("gone", theirs[name] or "Chưa ghi"),
                ),
                widget=forms.RadioSelect,
                initial="keep" if ours[name] else "gone",
            )


LABELS = {
    "full_name": "Họ và tên",
    "sex": "Nam hay nữ",
    "birth": "Ngày sinh",
    "phone": "Điện thoại",
    "address": "Chỗ ở",
    "note": "Ghi chú",
}


def differing(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterable[str]:
    """Return the fields in which two rows differ, in the order of the form."""
    return [name for name in LABELS if ours[name] != theirs[name]]


class ExportForm(forms.Form):
    """What a list leaves the product for."""

    purpose = forms.CharField(
        label="Xuất danh sách để làm gì",
        help_text="Ví dụ: lập danh sách mừng thọ năm 2027. Lời này được giữ cùng tên người xuất",
        max_length=200,
        error_messages={"required": "Xin ghi danh sách này để làm gì"},
    )
