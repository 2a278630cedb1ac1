"""What mừng thọ is narrowed by, and what is written of a round, a receipt, a level."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.care.actions.levels import NewLevel
from bongca.care.actions.receipts import Receipt
from bongca.care.actions.rounds import FAR, Ceremony
from bongca.care.enums import (
    Congratulator,
    FileKind,
    LevelKind,
    Occasion,
    Received,
)
from bongca.care.queries.celebrated import Wanted
from bongca.care.rules.longevity import age_words, round_ages
from bongca.core.ui.inputs import DayInput, WholeNumberInput
from bongca.org.models import Unit

COUNTED = (
    ("0", "Theo năm sinh\nNăm tổ chức trừ năm sinh, như thiếp của Chủ tịch nước"),
    ("1", "Tuổi mụ\nThêm một tuổi, nếu địa phương tính như vậy"),
)

_DAY_WRONG = {"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 06/06/2027"}


def years_of(today: dt.date) -> range:
    """Return the years a list is looked at and prepared for."""
    return range(today.year + FAR, today.year - FAR - 1, -1)


def offer_units(form: forms.Form, units: Sequence[Unit]) -> None:
    """Put the units a list can be of into its filter, the own one first; alone it is left out."""
    field = form.fields["don_vi"]
    assert isinstance(field, forms.ChoiceField)
    if len(units) < 2:
        del form.fields["don_vi"]
        return
    first, *others = units
    field.choices = [("", first.name), *((str(unit.pk), unit.name) for unit in others)]


class LongevityFilters(forms.Form):
    """`don_vi` is the unit whose list it is; odd words narrow nothing."""

    don_vi = forms.TypedChoiceField(label="Đơn vị", coerce=int, required=False)
    nam = forms.TypedChoiceField(label="Năm", coerce=int, required=False)
    ai = forms.ChoiceField(
        label="Ai chúc thọ", choices=[("", "Tất cả"), *Congratulator.choices], required=False
    )
    tuoi = forms.TypedChoiceField(label="Tuổi", coerce=int, required=False)

    thang = forms.TypedChoiceField(
        label="Sinh trong tháng",
        choices=[("", "Cả năm"), *((str(month), f"Tháng {month}") for month in range(1, 13))],
        coerce=int,
        required=False,
    )

    def __init__(self, words: Any, *, today: dt.date, units: Sequence[Unit]) -> None:
        super().__init__(words)
        self.today = today
        offer_units(self, units)
        years = self.fields["nam"]
        ages = self.fields["tuoi"]
        assert isinstance(years, forms.ChoiceField) and isinstance(ages, forms.ChoiceField)
        years.choices = [("", f"Năm {today.year}")] + [
            (str(year), f"Năm {year}") for year in years_of(today) if year != today.year
        ]
        ages.choices = [("", "Mọi tuổi")] + [
            (str(age), age_words(age).capitalize()) for age in round_ages(today.year)
        ]

    def wanted(self) -> Wanted:
        """Return what the list is narrowed to."""
        self.is_valid()
        chosen = self.cleaned_data
        return Wanted(
            year=chosen.get("nam") or self.today.year,
            by=chosen.get("ai") or "",
            age=chosen.get("tuoi") or 0,
            month=chosen.get("thang") or 0,
        )


class RoundForm(forms.Form):
    """When and where a ceremony is held, and how age is counted for it."""

    year = forms.TypedChoiceField(label="Mừng thọ năm nào", coerce=int)
    occasion = forms.ChoiceField(
        label="Vào dịp nào",
        choices=Occasion.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một dịp"},
    )
    # Unlike the other days, this one lies ahead.
    held_on = forms.DateField(
        label="Ngày tổ chức",
        help_text="Ví dụ 06/06/2027. Mừng vào ngày sinh từng cụ thì để trống",
        required=False,
        error_messages=_DAY_WRONG,
    )
    held_at = forms.TimeField(
        label="Giờ",
        help_text="Ví dụ 8:30. Chưa định thì để trống",
        required=False,
        input_formats=["%H:%M", "%Hh%M", "%H giờ %M", "%Hh", "%H"],
        error_messages={"invalid": "Xin ghi giờ như 08:00 hoặc 14:30"},
    )
    place = forms.CharField(
        label="Nơi tổ chức", help_text="Ví dụ: Nhà văn hóa xã", max_length=200, required=False
    )
    extra_year = forms.TypedChoiceField(
        label="Tính tuổi", choices=COUNTED, widget=forms.RadioSelect, coerce=int, initial="0"
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        year = self.fields["year"]
        assert isinstance(year, forms.ChoiceField)
        year.choices = [(str(one), f"Năm {one}") for one in years_of(today)]

    def ceremony(self) -> Ceremony:
        """Return what was written."""
        given = self.cleaned_data
        return Ceremony(
            given["year"],
            given["occasion"],
            given["held_on"],
            given["held_at"],
            given["place"],
            given["extra_year"],
        )


class ReceiptForm(forms.Form):
    """How a gift was handed over."""

    received = forms.ChoiceField(
        label="Trao thế nào",
        choices=Received.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một điều"},
    )
    on = DayInput(label="Ngày trao", help_text="Ví dụ 06/06/2026")
    handed_by = forms.CharField(
        label="Ai trao",
        help_text="Họ tên người thay mặt trao quà",
        max_length=120,
        error_messages={"required": "Xin ghi ai trao"},
    )
    signed_by = forms.CharField(
        label="Ai ký nhận",
        help_text="Để trống thì ghi là chính cụ ký nhận",
        max_length=120,
        required=False,
    )
    note = forms.CharField(label="Ghi chú", max_length=200, required=False)

    def receipt(self) -> Receipt:
        """Return what was written."""
        given = self.cleaned_data
        return Receipt(
            given["received"], given["on"], given["handed_by"], given["signed_by"], given["note"]
        )


class LevelForm(forms.Form):
    """What a unit gives from a day on, by which paper."""

    kind = forms.ChoiceField(label="Mức cho", choices=LevelKind.choices)
    since = forms.DateField(
        label="Áp dụng từ ngày",
        help_text="Ví dụ 01/01/2027",
        error_messages=_DAY_WRONG | {"required": "Xin ghi từ ngày nào"},
    )
    amount_vnd = WholeNumberInput(
        label="Số tiền (đồng)",
        help_text="Chỉ có hiện vật thì ghi 0",
        min_value=0,
        max_value=1_000_000_000,
    )
    goods = forms.CharField(label="Hiện vật", max_length=120, required=False)
    basis = forms.CharField(
        label="Văn bản quy định",
        help_text="Ví dụ: nghị quyết của HĐND tỉnh, nghị quyết BCH Hội NCT xã",
        max_length=200,
        error_messages={"required": "Xin ghi văn bản quy định mức này"},
    )

    def __init__(self, *args: Any, is_province: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_province:
            kind = self.fields["kind"]
            assert isinstance(kind, forms.ChoiceField)
            kind.choices = [one for one in LevelKind.choices if one[0].isdigit()]

    def level(self) -> NewLevel:
        """Return what was written."""
        given = self.cleaned_data
        return NewLevel(
            given["kind"], given["since"], given["amount_vnd"], given["goods"], given["basis"]
        )


class FileForm(forms.Form):
    """What is made of a list, and for what."""

    kind = forms.ChoiceField(
        label="Lập gì",
        choices=FileKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một điều"},
    )
    purpose = forms.CharField(
        label="Dùng để làm gì",
        help_text="Ví dụ: gửi UBND xã. Lời này được giữ cùng tên người lập",
        max_length=200,
        error_messages={"required": "Xin ghi danh sách này để làm gì"},
    )

    def __init__(self, *args: Any, has_round: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_round:
            kind = self.fields["kind"]
            assert isinstance(kind, forms.ChoiceField)
            kind.choices = [c for c in FileKind.choices if c[0] != FileKind.INVITATIONS]
