from django import forms

from bongca.meetings.enums import MeetingKind


class MeetingFilters(forms.Form):
    q = forms.CharField(label="Tìm cuộc họp", required=False)
    loai = forms.ChoiceField(
        label="Loại cuộc họp", choices=[("", "Tất cả"), *MeetingKind.choices], required=False
    )

    def chosen(self) -> tuple[str, str]:
        """Return (words, kind); what cannot be is left out."""
        if not self.is_bound or not self.is_valid():
            return "", ""
        return self.cleaned_data["q"], self.cleaned_data["loai"]
