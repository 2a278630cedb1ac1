from django.db.models import IntegerChoices, TextChoices


class Sex(TextChoices):
    MALE = "m", "Nam"
    FEMALE = "f", "Nữ"
    UNKNOWN = "", "Chưa rõ"


class Precision(IntegerChoices):
    """How much of a birth date is known."""

    YEAR = 1, "chỉ biết năm"
    MONTH = 2, "chỉ biết tháng và năm"
    DAY = 3, "đủ ngày, tháng, năm"


class PersonStatus(TextChoices):
    """The current state of a person for lists; the periods stand in `members`."""

    MEMBER = "member", "Đang sinh hoạt"
    TRANSFERRING = "transferring", "Đang chuyển"
    LEFT = "left", "Đã ra khỏi Hội"
    MOVED = "moved", "Đã chuyển đi"
    STRUCK_OFF = "struck_off", "Bị xóa tên"
    DECEASED = "deceased", "Đã qua đời"
    NOT_MEMBER = "not_member", "Không phải hội viên"
    MERGED = "merged", "Đã gộp vào người khác"


class ClaimState(TextChoices):
    CLAIMED = "claimed", "Đã khai"
    CONFIRMED = "confirmed", "Đã đối chiếu"
    DISPUTED = "disputed", "Đang trùng, cần xem lại"


class NumberWarning(TextChoices):
    """What is odd about an identity number (rules.NumberProblem), as told to people."""

    PROVINCE = "province", "Ba số đầu không phải mã của tỉnh nào"
    SEX = "sex", "Số này là của người khác giới với người trong sổ"
    CENTURY = "century", "Thế kỷ sinh trong số không khớp năm sinh trong sổ"
    BIRTH_YEAR = "birth_year", "Năm sinh trong số không khớp năm sinh trong sổ"
