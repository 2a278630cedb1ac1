"""What can be refused in reporting, in the words that the person reads."""

from bongca.core.errors import DomainError

CONSTRAINT_SENTENCES = {
    "report_once_a_round": "Đơn vị này đã có báo cáo trong kỳ.",
    "round_once_a_period": "Kỳ báo cáo này đã được mở rồi.",
    "round_period_has_two_ends": "Kỳ báo cáo cần có ngày đầu và ngày cuối.",
    "round_due_once_a_tier": "Mỗi cấp chỉ có một hạn nộp.",
    "report_submitted_says_when": "Báo cáo đã nộp phải có ngày giờ nộp.",
    "report_returned_with_reason": "Xin ghi lý do trả lại.",
    "report_accepted_says_when": "Báo cáo đã duyệt phải có ngày giờ duyệt.",
    "figure_once_a_report": "Chỉ tiêu này đã có trong báo cáo.",
    "figure_not_below_zero": "Số không thể nhỏ hơn 0.",
    "figure_typed_says_by_whom": "Số khai phải có người khai và giờ khai.",
    "figure_other_reason_is_said": "Xin ghi lý do khác nhau.",
    "counted_figure_once": "Số đếm của chi hội này đã được ghi.",
    "narrative_once_a_section": "Phần này đã được viết.",
    "amendment_changes_something": "Số đính chính bằng số cũ, không có gì thay đổi.",
    "amendment_says_why": "Xin ghi lý do đính chính.",
    "form_version_once": "Mẫu báo cáo đã có bản này.",
    "form_one_version_a_day": "Hai bản của một mẫu báo cáo trùng thời gian.",
    "form_line_once_a_tier": "Chỉ tiêu đã có trong mẫu của cấp này.",
    "narrative_section_once_a_tier": "Phần lời đã có trong mẫu của cấp này.",
    "reporting_report_is_frozen": "Báo cáo đã duyệt, số liệu không sửa được nữa.",
}
"""Every constraint of this app, said to a person; a test keeps the list complete."""


class WrongState(DomainError):
    """The report has moved on, so this act has no place any more (409)."""

    status = 409

    def __init__(self, state_word: str):
        super().__init__(
            "wrong_state",
            f"Báo cáo này đang ở tình trạng “{state_word}”, không làm việc này được nữa."
            " Xin mở lại trang để xem tình trạng mới.",
        )


class NotReady(DomainError):
    """Something is missing or unanswered; `places` names each with a link to it."""

    def __init__(self, places: list[tuple[str, str]]):
        count = len(places)
        super().__init__("not_ready", f"Chưa nộp được: còn {count} chỗ cần làm.")
        self.places = places


class ChildrenMissing(DomainError):
    """Units below have not sent theirs; submitting without them needs a reason."""

    def __init__(self, count: int, word: str):
        super().__init__(
            "children_missing",
            f"Còn {count} {word} chưa gửi. Nếu vẫn nộp, xin ghi lý do.",
            field="missing_note",
        )
        self.count = count


class ParentHasSubmitted(DomainError):
    """The sum above has already been handed in; it may not change behind its back (409)."""

    status = 409

    def __init__(self, parent_name: str):
        super().__init__(
            "parent_has_submitted",
            f"{parent_name} đã nộp báo cáo của mình. Cấp trên cần trả lại báo cáo ấy thì"
            " mới thêm hay bớt số liệu của đơn vị dưới được.",
        )


class RoundClosed(DomainError):
    status = 409

    def __init__(self) -> None:
        super().__init__("round_closed", "Kỳ báo cáo này đã chốt, không ghi được nữa.")
