"""Making a list, handing cards over, ending one."""

from typing import Any

from django import forms

from bongca.cards.enums import CardState, TakenBy, Wanted
from bongca.core.ui.inputs import DayInput


class ListForm(forms.Form):
    """For whom cards are made."""

    wanted = forms.ChoiceField(
        label="Lập thẻ cho ai",
        choices=Wanted.choices,
        widget=forms.RadioSelect,
        initial=Wanted.LACKING,
        error_messages={"required": "Xin chọn một điều"},
    )


class HandOverForm(forms.Form):
    """When the cards were handed over and who signed."""

    on = DayInput(label="Trao ngày", help_text="Ví dụ 01/12/2026")
    taken_by = forms.ChoiceField(
        label="Ai ký nhận",
        choices=TakenBy.choices,
        widget=forms.RadioSelect,
        initial=TakenBy.SELF,
    )
    taken_by_name = forms.CharField(
        label="Tên người nhà ký nhận",
        help_text="Chỉ ghi khi người nhà nhận thay một người",
        max_length=120,
        required=False,
    )


class EndCardForm(forms.Form):
    """Lost, or called back, and why."""

    how = forms.ChoiceField(
        label="Thẻ này làm sao",
        choices=(
            (CardState.LOST, "Mất\nNgười có thẻ báo mất, sẽ được lập thẻ mới"),
            (
                CardState.RECALLED,
                "Thu hồi\nThẻ hỏng, in sai hoặc người có thẻ không còn là hội viên",
            ),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một điều"},
    )
    note = forms.CharField(label="Ghi chú", max_length=200, required=False)


class DropForm(forms.Form):
    """Why a card is not to be printed."""

    why = forms.CharField(
        label="Vì sao bỏ khỏi danh sách",
        max_length=200,
        error_messages={"required": "Xin ghi vì sao bỏ khỏi danh sách"},
    )


class FindCardForm(forms.Form):
    """A batch narrowed to the cards in one state."""

    tinh_trang = forms.ChoiceField(
        label="Tình trạng", required=False, choices=[("", "Tất cả"), *CardState.choices]
    )

    def state(self) -> str:
        """Return the state asked for, or nothing."""
        return str(self.cleaned_data["tinh_trang"]) if self.is_valid() else ""


def picked(values: Any) -> list[str]:
    """Return what was ticked, each once, in the order of the page."""
    return list(dict.fromkeys(values))
