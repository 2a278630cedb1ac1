"""What is typed when a task is worded, given, narrowed down."""

from collections.abc import Iterable
from typing import Any

from django import forms

from bongca.core.ui.inputs import WholeNumberInput
from bongca.org.models import Unit
from bongca.programmes.enums import (
    AssigneeKind,
    Gathering,
    Part,
    Repeats,
    SourceKind,
)
from bongca.programmes.forms.fields import day, lines, offer
from bongca.programmes.models import Programme
from bongca.programmes.queries.choices import Choices
from bongca.programmes.rules.tiers import tiers_down, words_of_tier

ALL, SOME, NONE = "all", "some", "none"
LARGEST_VND = 10**15

GROUP_CHOICES = (
    ("", "Tất cả"),
    ("chua-xong", "Chưa xong"),
    ("chua-nhan", "Chưa báo đã nhận"),
    ("dang-lam", "Đang làm"),
    ("tra-lai", "Bị trả lại"),
    ("da-bao", "Đã báo kết quả"),
    ("da-xong", "Đã xong"),
    ("duoc-mien", "Được miễn"),
)


class WorkFilters(forms.Form):
    """What the list of a unit's work is narrowed to."""

    q = forms.CharField(label="Tìm trong nhiệm vụ", max_length=100, required=False)
    nhom = forms.ChoiceField(label="Tình trạng", choices=GROUP_CHOICES, required=False)
    vai = forms.ChoiceField(
        label="Vai trò", choices=[("", "Mọi vai trò"), *Part.choices], required=False
    )
    ai = forms.ChoiceField(
        label="Giao cho",
        choices=[
            ("", "Cả đơn vị, ban và cá nhân"),
            *[pair for pair in AssigneeKind.choices if pair[0] != AssigneeKind.PARTNER],
        ],
        required=False,
    )
    rieng = forms.ChoiceField(
        label="Chỉ xem",
        choices=[("", "Mọi việc"), ("cham", "Việc quá hạn"), ("trong-tam", "Việc trọng tâm")],
        required=False,
    )


class TaskForm(forms.Form):
    """A task as its unit words it."""

    name = forms.CharField(
        label="Nhiệm vụ", max_length=300, error_messages={"required": "Xin ghi tên nhiệm vụ"}
    )
    words = lines("Nội dung, yêu cầu", rows=5)
    due_said = forms.CharField(
        label="Hạn",
        max_length=80,
        required=False,
        help_text="Ví dụ 15/12/2026, hoặc như đã nói: quý IV, trung tuần tháng 3",
    )
    programme = forms.ModelChoiceField(
        Programme.objects.none(),
        label="Thuộc chương trình, kế hoạch",
        required=False,
        empty_label="Không thuộc chương trình nào",
    )
    is_key = forms.BooleanField(label="Nhiệm vụ trọng tâm", required=False)
    repeats = forms.ChoiceField(label="Lặp lại", choices=Repeats.choices, required=False)
    source_kind = forms.ChoiceField(label="Xuất xứ", choices=SourceKind.choices)
    source_words = lines("Lời gốc", rows=2, help_text="Chép đúng lời trong kết luận, văn bản")
    citation_symbol = forms.CharField(label="Số, ký hiệu văn bản", max_length=60, required=False)
    citation_on = day("Ngày văn bản")
    citation_issuer = forms.CharField(label="Nơi ban hành", max_length=200, required=False)
    gathering = forms.ChoiceField(
        label="Có phải hội nghị, chuyến đi không", choices=Gathering.choices, required=False
    )
    place = forms.CharField(label="Nơi tổ chức", max_length=160, required=False)
    guests = forms.CharField(
        label="Khách mời", max_length=400, required=False, help_text="Cách nhau bằng dấu phẩy"
    )
    budget_vnd = WholeNumberInput(
        label="Kinh phí dự kiến (đồng)", required=False, min_value=0, max_value=LARGEST_VND
    )

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["programme"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = programmes


class TaskEditForm(TaskForm):
    """A task worded anew, with the version that was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class MilestoneForm(forms.Form):
    """A part of a task that is counted by itself."""

    name = forms.CharField(
        label="Phần việc",
        max_length=120,
        help_text="Ví dụ: tham luận, tổ chức hội nghị, gửi danh sách",
        error_messages={"required": "Xin ghi tên phần việc"},
    )
    who = forms.ChoiceField(
        label="Ai làm",
        choices=[("all", "Mọi nơi được giao"), ("some", "Chỉ nơi nào nhận thì làm")],
        widget=forms.RadioSelect,
        initial="all",
        error_messages={"required": "Xin chọn một trong hai"},
    )


class DownForm(forms.Form):
    """Giving to the units below: all of them or some, how far down, by when, with what besides."""

    to = forms.ChoiceField(label="Giao cho", widget=forms.RadioSelect)
    units = forms.MultipleChoiceField(
        label="Những nơi được chọn", required=False, widget=forms.CheckboxSelectMultiple
    )
    due_on = day("Hạn của cấp dưới", help_text="Để trống thì lấy hạn của nhiệm vụ")
    addition = lines("Yêu cầu thêm của đơn vị mình", rows=2, max_length=1000)

    def __init__(
        self, *args: Any, tier: str, units: Iterable[Unit], may_skip: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        below = tiers_down(tier, "branch")
        choices = []
        if may_skip:
            choices.append((NONE, "Không giao xuống cấp dưới"))
        for number, down_to in enumerate(below):
            said = "Tất cả " + " và ".join(
                words_of_tier(each).counted for each in below[: number + 1]
            )
            choices.append((f"{ALL}:{down_to}", said))
        if below:
            choices.append((SOME, "Chỉ một số nơi, chọn bên dưới"))
        offer(self, "to", choices)
        offer(self, "units", [(unit.pk, unit.name) for unit in units])

    @property
    def down_to(self) -> str:
        """Return the tier down to which all are given it."""
        return str(self.cleaned_data.get("to", "")).partition(":")[2]

    @property
    def is_for_some(self) -> bool:
        return bool(self.cleaned_data.get("to") == SOME)

    @property
    def is_for_all(self) -> bool:
        return bool(self.down_to)

    @property
    def picked(self) -> set[int]:
        return {int(value) for value in self.cleaned_data.get("units", [])}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.is_for_some and not self.picked:
            self.add_error("to", "Xin chọn ít nhất một nơi, hoặc chọn tất cả")
        return cleaned


class GiveForm(DownForm):
    """Giving a task of one's own unit to bodies, persons, partners and the units below."""

    lead = forms.ChoiceField(label="Ban, văn phòng chủ trì", required=False)
    bodies = forms.MultipleChoiceField(
        label="Ban, văn phòng phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )
    persons = forms.MultipleChoiceField(
        label="Cá nhân", required=False, widget=forms.CheckboxSelectMultiple
    )
    partners = forms.MultipleChoiceField(
        label="Đơn vị phối hợp ngoài Hội", required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = ("to", "units", "lead", "bodies", "persons", "partners", "due_on", "addition")

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, tier=choices.tier, units=choices.units, may_skip=True, **kwargs)
        named = [(body.pk, body.name) for body in choices.bodies]
        offer(self, "lead", [("", "Không ban nào"), *named] if named else [])
        offer(self, "bodies", named)
        offer(self, "persons", [(user.pk, user.display_name) for user in choices.users])
        offer(self, "partners", [(partner.pk, partner.name) for partner in choices.partners])
        self.fields["to"].initial = NONE


def picked_of(form: forms.Form, name: str, offered: Iterable[Any]) -> "list[Any]":
    """Return the things of a list that were picked, by their keys."""
    value = form.cleaned_data.get(name) or []
    keys = {str(one) for one in ([value] if isinstance(value, str) else value)}
    return [thing for thing in offered if str(thing.pk) in keys]
