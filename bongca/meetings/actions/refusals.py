"""What cannot be done to a meeting, in the words a person is told."""

from bongca.core.errors import Changed, DomainError
from bongca.meetings.models import Meeting

CONSTRAINT_SENTENCES = {
    "meeting_ends_after_start": "Giờ kết thúc phải sau giờ bắt đầu.",
    "meeting_hour_needs_day": "Có giờ thì phải có ngày họp.",
    "meeting_without_day_has_source": "Chưa rõ ngày họp thì xin ghi nguồn.",
    "participant_once_a_meeting": "Người này đã có trong thành phần dự họp.",
    "participant_unit_once": "Đơn vị này đã có trong thành phần dự họp.",
    "participant_is_somebody": "Xin ghi tên, chức vụ hoặc chọn đơn vị.",
    "voting_rule_one_a_day": "Người khác vừa đặt cách tính này. Xin xem lại rồi đặt tiếp.",
    "agenda_paper_once": "Tài liệu này đã có trong nội dung ấy.",
    "agenda_number_once": "Đã có nội dung mang số này.",
    "conclusion_span_runs_forward": "Ngày bắt đầu phải trước hạn.",
    "conclusion_has_words": "Xin ghi nội dung kết luận.",
    "conclusion_party_once": "Đơn vị này đã có trong kết luận.",
    "minutes_confirmed_once": "Ông bà đã cho ý kiến về bản này.",
    "minutes_objection_says_what": "Xin ghi rõ điều cần sửa.",
}


class Published(DomainError):
    """The notice has gone out: its words stand."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "notice_published",
            "Thông báo kết luận đã ban hành, lời kết luận không sửa được nữa.",
        )


class NotToCome(DomainError):
    """The meeting has not been held, so nobody was there yet."""

    def __init__(self) -> None:
        super().__init__("meeting_to_come", "Cuộc họp chưa diễn ra. Xin ghi sau khi họp.")


def require_version(current: int, given: int | None, theirs: dict[str, str]) -> None:
    """Raise Changed when somebody else has written since the page was opened."""
    if given is not None and given != current:
        raise Changed(theirs, {})


def require_unpublished(meeting: Meeting) -> None:
    """Raise Published when the notice of this meeting has gone out."""
    if hasattr(meeting, "notice"):
        raise Published
