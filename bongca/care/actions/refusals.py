"""What can be refused about mừng thọ and allowances, in words."""

from bongca.core.errors import DomainError

CONSTRAINT_SENTENCES = {
    "care_one_round_an_occasion": "Năm này đã có đợt mừng thọ vào dịp ấy. Xin mở đợt đã có.",
    "care_one_level_a_day": (
        "Trong những ngày này đã có một mức khác. Xin ghi từ ngày sau khi mức cũ kết thúc."
    ),
    "care_level_gives_something": "Xin ghi số tiền hoặc hiện vật.",
    "care_one_request_a_right": "Người này đã có hồ sơ cho quyền lợi này. Xin mở hồ sơ đã có.",
}


class NotACommune(DomainError):
    """Rounds are held by communes (Luật Người cao tuổi, Điều 21)."""

    def __init__(self) -> None:
        super().__init__("not_a_commune", "Đợt mừng thọ do Hội NCT xã, phường, đặc khu lập.")


class WrongRoundState(DomainError):
    """The round is not where this act belongs."""

    status = 409

    def __init__(self, sentence: str) -> None:
        super().__init__("wrong_round_state", sentence)


class NobodyListed(DomainError):
    """A list without anybody is not frozen."""

    def __init__(self) -> None:
        super().__init__(
            "nobody_listed",
            "Năm này trong sổ chưa có cụ nào tròn tuổi. Xin xem lại năm sinh trong sổ hội viên.",
        )


class DayOutside(DomainError):
    """A day that cannot be."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__("day_outside", sentence, field=field)


class WordsMissing(DomainError):
    """Something that has to be said is empty."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__("words_missing", sentence, field=field)
