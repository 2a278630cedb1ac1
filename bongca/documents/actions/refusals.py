"""What can be refused about papers, in the words that the person reads."""

from bongca.core.errors import DomainError

CONSTRAINT_SENTENCES = {
    "number_book_once_a_year": "Sổ này của năm nay đã có rồi.",
    "number_book_of_its_kind": "Sổ này đã có rồi.",
    "number_book_of_its_unit": "Sổ này đã có rồi.",
    "incoming_in_a_book_of_its_unit": "Văn bản chỉ ghi vào sổ của chính đơn vị.",
    "outgoing_in_a_book_of_its_unit": "Số văn bản chỉ lấy từ sổ của chính đơn vị.",
    "number_book_goes_on": "Sổ này đã cho số vượt qua số ấy rồi.",
    "number_gap_once": "Số này đã được ghi là bỏ trống.",
    "number_gap_says_why": "Xin ghi lý do bỏ trống số này.",
    "issuer_sign_one_a_day": "Trong khoảng ngày này đơn vị đã có một ký hiệu khác.",
    "secret_number_given_once": "Số này trong sổ văn bản mật đã có văn bản khác.",
    "secret_entry_in_its_own_book": "Văn bản mật chỉ ghi vào sổ văn bản mật.",
    "secret_entry_of_its_book": "Văn bản mật chỉ ghi vào sổ văn bản mật.",
    "secret_entry_has_a_mark": "Xin chọn độ mật.",
    "incoming_number_given_once": "Số đến này đã có văn bản khác.",
    "incoming_paper_is_not_secret": "Văn bản mật chỉ ghi vào sổ văn bản mật, không kèm bản chụp.",
    "incoming_of_its_book": "Văn bản mật chỉ ghi vào sổ văn bản mật, không kèm bản chụp.",
    "instruction_says_when": "Bút phê phải có ngày giờ.",
    "incoming_done_says_when": "Văn bản xử lý xong phải có ngày xong.",
    "outgoing_number_given_once": "Số này đã cho văn bản khác.",
    "outgoing_paper_is_not_secret": "Văn bản mật không soạn và không lưu trên máy.",
    "outgoing_of_its_book": "Văn bản mật không soạn và không lưu trên máy.",
    "outgoing_number_from_a_book": "Số văn bản chỉ lấy từ sổ, sau khi đã ký.",
    "outgoing_signed_has_its_scan": "Văn bản đã ký phải có bản chụp chữ ký.",
    "outgoing_ended_with_reason": "Xin ghi lý do thu hồi hoặc thay thế.",
    "recipient_in_order": "Danh sách nơi nhận vừa được người khác sửa. Xin mở lại trang.",
    "recipient_unit_once": "Mỗi đơn vị chỉ ghi một lần trong nơi nhận.",
    "recipient_is_one": "Mỗi dòng nơi nhận chỉ ghi một nơi.",
    "signing_authority_is_known": "Xin chọn một trong các quyền hạn ký.",
    "step_of_one_paper": "Mỗi bước thuộc về một văn bản.",
    "regulation_ends_after_it_begins": "Ngày hết hiệu lực phải sau ngày có hiệu lực.",
    "regulation_read_once": "Đã ghi nhận việc đọc văn bản này.",
}
"""Every constraint of this app, said to a person; a test keeps the list complete."""


class WrongState(DomainError):
    """The paper has moved on, so this act has no place any more (409)."""

    status = 409

    def __init__(self, state_word: str):
        super().__init__(
            "wrong_state",
            f"Văn bản này đang ở bước “{state_word}”, không làm việc này được."
            " Xin mở lại trang để xem bước mới.",
        )


class ReasonMissing(DomainError):
    def __init__(self, words: str, field: str = "reason"):
        super().__init__("reason_missing", words, field=field)


class DayToCome(DomainError):
    def __init__(self, field: str):
        super().__init__("day_to_come", "Ngày này chưa tới. Xin ghi ngày đã qua.", field=field)


class NoSuchNumber(DomainError):
    """A late entry stands behind a number that was given."""

    def __init__(self, number: int):
        super().__init__(
            "no_such_number",
            f"Sổ chưa cho đến số {number:02d}, nên chưa có gì để ghi chen sau số ấy.",
            field="after_number",
        )


class BookFull(DomainError):
    def __init__(self, number: int):
        super().__init__(
            "letters_used_up",
            f"Sau số {number:02d} không còn chữ nào để ghi chen.",
            field="after_number",
        )
