"""What the list of members is searched and narrowed by."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bongca.members.queries.lists import EVERY_STATUS, Wanted
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.people.enums import PersonStatus

BANDS = (
    ("", "Mọi tuổi"),
    ("under_60", "Dưới 60"),
    ("from_60_to_69", "60 đến 69"),
    ("from_70_to_79", "70 đến 79"),
    ("from_80_to_89", "80 đến 89"),
    ("from_90_to_99", "90 đến 99"),
    ("from_80", "Từ 80 trở lên"),
    ("from_100", "Từ 100 trở lên"),
)
STATUSES = (
    ("", PersonStatus.MEMBER.label),
    *(
        (status.value, status.label)
        for status in PersonStatus
        if status not in (PersonStatus.MEMBER, PersonStatus.NOT_MEMBER, PersonStatus.MERGED)
    ),
    (EVERY_STATUS, "Tất cả"),
)
PART_LABELS = {
    Tier.PROVINCE: ("Xã, phường", "Tất cả xã, phường"),
    Tier.COMMUNE: ("Chi hội", "Tất cả chi hội"),
    Tier.BRANCH: ("Tổ hội", "Tất cả tổ hội"),
}


class MemberFilters(forms.Form):
    """`don_vi` is the unit whose list it is, `phan` a unit directly below it."""

    q = forms.CharField(
        label="Tìm hội viên",
        help_text="Gõ tên hoặc số điện thoại. Không cần gõ dấu.",
        required=False,
        max_length=80,
        widget=forms.SearchInput,
    )
    phan = forms.ChoiceField(required=False)
    tuoi = forms.ChoiceField(label="Tuổi", choices=BANDS, required=False)
    gioi = forms.ChoiceField(
        label="Nam, nữ", choices=(("", "Nam và nữ"), ("m", "Nam"), ("f", "Nữ")), required=False
    )
    tinh_trang = forms.ChoiceField(label="Tình trạng", choices=STATUSES, required=False)

    def __init__(self, words: Any, *, unit: Unit, parts: Sequence[Unit]) -> None:
        super().__init__(words)
        label, everything = PART_LABELS.get(Tier(unit.tier), ("", ""))
        if not parts or not label:
            del self.fields["phan"]
            return
        part = self.fields["phan"]
        assert isinstance(part, forms.ChoiceField)
        part.label = label
        part.choices = [("", everything), *((str(one.pk), one.name) for one in parts)]

    def wanted(self) -> Wanted:
        """Return what the list is narrowed to; odd words narrow nothing."""
        self.is_valid()
        chosen = self.cleaned_data
        return Wanted(
            words=chosen.get("q", ""),
            sex=chosen.get("gioi", ""),
            band=chosen.get("tuoi", ""),
            status=chosen.get("tinh_trang") or PersonStatus.MEMBER,
        )

    def part(self) -> int | None:
        """Return the id of the chosen unit below, or None."""
        self.is_valid()
        chosen = self.cleaned_data.get("phan")
        return int(chosen) if chosen else None
