"""How a person lives, by papers of which year, and whom to call."""

from collections.abc import Mapping
from typing import Any

from django import forms

from bongca.people.actions.circumstances import Kin
from bongca.people.enums import CircumstanceKind


class CircumstancesForm(forms.Form):
    """One box and one year for each circumstance; one relative."""

    kin_name = forms.CharField(
        label="Người thân cần gọi khi có việc", max_length=120, required=False
    )
    kin_relation = forms.CharField(
        label="Là gì của người này", help_text="Ví dụ: con gái", max_length=60, required=False
    )
    kin_phone = forms.CharField(label="Điện thoại người thân", max_length=20, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in CircumstanceKind:
            self.fields[f"has_{kind}"] = forms.BooleanField(label=kind.label, required=False)
            self.fields[f"year_{kind}"] = forms.IntegerField(
                label=f"{kind.label}: giấy tờ năm nào",
                help_text="Chưa có giấy tờ thì để trống",
                required=False,
                error_messages={"invalid": "Xin ghi năm bằng bốn chữ số, ví dụ 2026"},
            )

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the box and the year of each circumstance."""
        return [(self[f"has_{kind}"], self[f"year_{kind}"]) for kind in CircumstanceKind]

    def known(self) -> Mapping[CircumstanceKind, int | None]:
        """Return what holds, with the year of its proof; a year alone counts as saying so."""
        given = self.cleaned_data
        return {
            kind: given[f"year_{kind}"]
            for kind in CircumstanceKind
            if given[f"has_{kind}"] or given[f"year_{kind}"]
        }

    def kin(self) -> Kin:
        """Return whom to call."""
        given = self.cleaned_data
        return Kin(given["kin_name"], given["kin_relation"], given["kin_phone"])
