"""What can be refused about personal data, in words."""

from bongca.core.errors import DomainError

CONSTRAINT_SENTENCES = {
    "privacy_one_text_a_day": "Đơn vị đã có một bản dùng từ ngày này. Xin chọn ngày khác.",
    "privacy_settled_once_a_day": ("Loại dữ liệu này đã ghi từ ngày ấy. Xin chọn ngày khác."),
    "privacy_consent_once": "Người này đã đồng ý với bản này. Xin xem lại phần đã ghi.",
}


class DayOutside(DomainError):
    """A day that cannot be."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__("day_outside", sentence, field=field)


class WordsMissing(DomainError):
    """Something that has to be said is empty."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__("words_missing", sentence, field=field)


class WrongState(DomainError):
    """The thing is not where this act belongs."""

    status = 409

    def __init__(self, sentence: str) -> None:
        super().__init__("wrong_state", sentence)
