"""What an officer writes about a unit."""

from collections.abc import Iterable

from django import forms

from bongca.core.ui.inputs import DayInput
from bongca.org.models import Unit

CITATION_HINT = "Ví dụ: Quyết định số 12/QĐ-HNCT ngày 01/05/2026"


class UnitForm(forms.Form):
    """A unit to found, or another name for one."""

    name = forms.CharField(
        label="Tên", max_length=160, error_messages={"required": "Xin ghi tên đơn vị"}
    )
    on = DayInput(label="Từ ngày", error_messages={"required": "Xin ghi từ ngày nào"})
    citation = forms.CharField(
        label="Văn bản quyết định", max_length=200, required=False, help_text=CITATION_HINT
    )


class RenameForm(UnitForm):
    """Another name, with the version of the unit that was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class CloseForm(forms.Form):
    """The end of a unit, and who answers for it afterwards."""

    on = DayInput(label="Kết thúc từ ngày", error_messages={"required": "Xin ghi từ ngày nào"})
    successor = forms.TypedChoiceField(
        label="Nhập vào", required=False, coerce=int, empty_value=None
    )
    citation = forms.CharField(
        label="Văn bản quyết định", max_length=200, required=False, help_text=CITATION_HINT
    )

    def __init__(self, *args: object, siblings: Iterable[Unit], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        field = self.fields["successor"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "Không nhập vào đơn vị nào"), *((u.pk, u.name) for u in siblings)]


class FindForm(forms.Form):
    """Words of a name."""

    q = forms.CharField(
        label="Tìm đơn vị", max_length=100, required=False, help_text="Không cần gõ dấu."
    )
