"""What is written about a meeting, those called to it, and what was said there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from bongca.core import clock
from bongca.meetings.actions.meetings import Called, MeetingWords
from bongca.meetings.enums import MeetingKind, Reply
from bongca.meetings.models import Meeting
from bongca.offices.models import Body

_HOURS = ["%H:%M", "%Hh%M", "%H giờ %M", "%H giờ", "%Hh", "%H.%M"]
_DAY_WRONG = {"invalid": "Xin ghi đủ ngày, tháng, năm. Ví dụ 16/11/2026"}
_HOUR_WRONG = {"invalid": "Xin ghi giờ và phút. Ví dụ 8:30"}


class MeetingForm(forms.Form):
    """A meeting to come, or one of the past entered from its source."""

    kind = forms.ChoiceField(label="Loại cuộc họp", choices=MeetingKind.choices)
    name = forms.CharField(
        label="Tên cuộc họp", max_length=300, error_messages={"required": "Xin ghi tên cuộc họp"}
    )
    bodies = forms.MultipleChoiceField(
        label="Họp của", required=False, widget=forms.CheckboxSelectMultiple
    )
    convener = forms.CharField(
        label="Nơi triệu tập",
        max_length=200,
        required=False,
        help_text="Chỉ ghi khi cấp trên ngoài Hội triệu tập.",
    )
    held_on = forms.DateField(
        label="Ngày họp",
        required=False,
        help_text="Ví dụ 16/11/2026. Họp đã lâu, chưa rõ ngày thì để trống và ghi nguồn.",
        error_messages=_DAY_WRONG,
    )
    starts = forms.TimeField(
        label="Từ giờ", required=False, input_formats=_HOURS, help_text="Ví dụ 8:30",
        error_messages=_HOUR_WRONG,
    )  # fmt: skip
    ends = forms.TimeField(
        label="Đến giờ", required=False, input_formats=_HOURS, error_messages=_HOUR_WRONG
    )
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    chair_name = forms.CharField(label="Người chủ trì", max_length=120, required=False)
    chair_office = forms.CharField(label="Chức vụ người chủ trì", max_length=200, required=False)
    secretary_name = forms.CharField(label="Thư ký", max_length=120, required=False)
    source = forms.CharField(
        label="Nguồn",
        max_length=300,
        required=False,
        help_text="Bài báo, văn bản mà cuộc họp này được ghi lại theo.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, bodies: Sequence[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["bodies"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(body.pk), body.name) for body in bodies]
        if not bodies:
            del self.fields["bodies"]
        self._bodies = {str(body.pk): body for body in bodies}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("held_on") is None and "held_on" not in self.errors:
            if given.get("starts") is not None:
                self.add_error("held_on", "Có giờ thì xin ghi cả ngày họp")
            elif not given.get("source"):
                self.add_error("held_on", "Xin ghi ngày họp; chưa rõ ngày thì ghi nguồn ở dưới")
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", "Giờ kết thúc phải sau giờ bắt đầu")
        return given

    def words(self) -> MeetingWords:
        given = self.cleaned_data
        plain = ("kind", "name", "held_on", "place", "chair_name", "chair_office",
                 "secretary_name", "convener", "source")  # fmt: skip
        return MeetingWords(
            **{name: given[name] for name in plain},
            starts_at=self._moment("starts"),
            ends_at=self._moment("ends"),
        )

    def _moment(self, name: str) -> datetime | None:
        day, hour = self.cleaned_data["held_on"], self.cleaned_data[name]
        return datetime.combine(day, hour, clock.VIETNAM) if day and hour else None

    def chosen_bodies(self) -> list[Body]:
        return [self._bodies[key] for key in self.cleaned_data.get("bodies", [])]


def written(meeting: Meeting) -> dict[str, Any]:
    """Return a meeting as the form shows it."""
    names = ("kind", "name", "convener", "held_on", "place", "chair_name", "chair_office",
             "secretary_name", "source", "version")  # fmt: skip
    shown: dict[str, Any] = {name: getattr(meeting, name) for name in names}
    for name, moment in (("starts", meeting.starts_at), ("ends", meeting.ends_at)):
        shown[name] = f"{moment.astimezone(clock.VIETNAM):%H:%M}" if moment else ""
    shown["bodies"] = [str(pk) for pk in meeting.bodies.values_list("pk", flat=True)]
    return shown


class CallForm(forms.Form):
    """Who is called: people with an account here, bodies, units, and guests line by line."""

    people = forms.MultipleChoiceField(
        label="Người có tài khoản ở đơn vị", required=False, widget=forms.CheckboxSelectMultiple
    )
    bodies = forms.MultipleChoiceField(
        label="Ban, văn phòng", required=False, widget=forms.CheckboxSelectMultiple
    )
    members = forms.CharField(
        label="Người của đơn vị chưa có tài khoản",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một người: họ tên, chức vụ. Có sẵn tên ủy viên của những ban họp.",
    )
    has_vote = forms.BooleanField(
        label="Những người chọn và ghi ở trên có quyền biểu quyết", required=False
    )
    units = forms.CharField(
        label="Đơn vị của Hội",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một tên, như ghi ở trang Đơn vị.",
    )
    guests = forms.CharField(
        label="Khách mời",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một người: họ tên, chức vụ. Ví dụ: Nguyễn Văn An, Giám đốc Sở Y tế",
    )
    delegation = forms.CharField(
        label="Đi theo đoàn", max_length=200, required=False,
        help_text="Ví dụ: Đoàn Hội NCT thành phố Hải Phòng. Không có đoàn thì để trống.",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[str, str]],
        bodies: Sequence[Body],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("people", people),
            ("bodies", [(str(body.pk), body.name) for body in bodies]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = list(choices)
            if not choices:
                del self.fields[name]

    def named_called(self) -> list[Called]:
        """Return each line of members and guests: name before the first comma, office after it.

        Only members of the unit may have a vote.
        """
        given, called = self.cleaned_data, []
        for field, has_vote in (("members", given["has_vote"]), ("guests", False)):
            for line in given[field].splitlines():
                name, _, office = (part.strip() for part in line.partition(","))
                if name:
                    called.append(
                        Called(
                            name=name, office=office, delegation=given["delegation"],
                            counts_for_quorum=has_vote,
                        )
                    )  # fmt: skip
        return called

    def unit_names(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["units"].splitlines() if line.strip()]


class ParticipantForm(forms.Form):
    """What may be mended of one on the list; whoever is wrong there is taken off."""

    office = forms.CharField(label="Chức vụ", max_length=200, required=False)
    has_vote = forms.BooleanField(label="Có quyền biểu quyết", required=False)


class ReplyForm(forms.Form):
    reply = forms.ChoiceField(
        label="Trả lời giấy mời",
        choices=[choice for choice in Reply.choices if choice[0] != Reply.WAITING],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một câu trả lời"},
    )
    note = forms.CharField(
        label="Lời nhắn", max_length=300, required=False, help_text="Ví dụ: ai dự thay, đến muộn."
    )


class AgendaForm(forms.Form):
    title = forms.CharField(
        label="Nội dung", max_length=400, error_messages={"required": "Xin ghi nội dung"}
    )
    minutes = forms.IntegerField(label="Số phút", required=False, min_value=1, max_value=600)
    presenter = forms.CharField(label="Người trình bày", max_length=200, required=False)
    papers = forms.CharField(
        label="Tài liệu", max_length=400, required=False,
        help_text="Số, ký hiệu và tên. Ví dụ: Báo cáo số 64/BC-HNCT ngày 12/11/2026",
    )  # fmt: skip


class SpeechForm(forms.Form):
    """What a Ban reported, or what somebody said."""

    said_by = forms.CharField(
        label="Ai nói",
        max_length=200,
        help_text="Tên Ban, hoặc họ tên và chức vụ.",
        error_messages={"required": "Xin ghi ai báo cáo, ai phát biểu"},
    )
    text = forms.CharField(
        label="Nội dung",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Xin ghi nội dung"},
    )
    papers = forms.CharField(label="Tài liệu", max_length=400, required=False)
