"""One thing of several members."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from bongca.admissions.forms.fields import place_choices, set_choices
from bongca.core.dates import PartialDate
from bongca.core.ui.inputs import DayInput, PartialDateInput
from bongca.org.models import Unit
from bongca.people.models import Person


class MoveTogetherForm(forms.Form):
    """To which unit, from which day, all of them."""

    unit = forms.TypedChoiceField(label="Chuyển đến", coerce=int)
    on = DayInput(label="Từ ngày", help_text="Ví dụ 01/12/2026")

    def __init__(self, *args: Any, places: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "unit", place_choices(places))


class DeathsForm(forms.Form):
    """For each of them, the day they died."""

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keys = {f"died_{person.pk.hex}": person.pk for person in people}
        for person in people:
            self.fields[f"died_{person.pk.hex}"] = PartialDateInput(
                label=f"{person.full_name} qua đời ngày nào",
                help_text="Ví dụ 12/03/2026. Chỉ biết tháng thì ghi 3/2026",
            )

    def died(self) -> Mapping[UUID, PartialDate]:
        """Return when each of them died."""
        return {key: self.cleaned_data[name] for name, key in self._keys.items()}
