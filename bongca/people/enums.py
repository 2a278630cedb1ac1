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


class CircumstanceKind(TextChoices):
    """What is known of how a person lives, each by a paper of some year (domain.md 3.5 A12-A15,
    C1, C8). Illness and disability are sensitive and stand apart."""

    POOR = "poor", "Thuộc hộ nghèo"
    NEAR_POOR = "near_poor", "Thuộc hộ cận nghèo"
    ALONE = "alone", "Cô đơn, không nơi nương tựa"
    MERIT = "merit", "Người có công"
    PENSION = "pension", "Hưởng lương hưu"
    SOCIAL_PENSION = "social_pension", "Hưởng trợ cấp hưu trí xã hội"
    INSURED = "insured", "Có thẻ bảo hiểm y tế"
