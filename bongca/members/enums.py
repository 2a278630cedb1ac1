from django.db.models import TextChoices


class MemberKind(TextChoices):
    """domain.md 3.1."""

    REGULAR = "regular", "Hội viên chính thức"
    HONORARY = "honorary", "Hội viên danh dự"


class HowBegan(TextChoices):
    ADMITTED = "admitted", "Kết nạp"
    ROLL = "roll", "Ghi từ danh sách có sẵn"
    TRANSFERRED = "transferred", "Chuyển đến"
    READMITTED = "readmitted", "Công nhận lại"
    MOVED_GROUP = "moved_group", "Chuyển tổ hội"


class HowEnded(TextChoices):
    """domain.md 3.3."""

    DECEASED = "deceased", "Qua đời"
    LEFT = "left", "Xin ra khỏi Hội"
    STRUCK_OFF = "struck_off", "Bị xóa tên"
    MOVED_AWAY = "moved_away", "Chuyển đi nơi khác"
    MOVED_GROUP = "moved_group", "Chuyển tổ hội"
    MERGED = "merged", "Gộp hai dòng của một người"


class VoidReason(TextChoices):
    """Why a recorded period is no longer what is known."""

    ENDED = "ended", "Đã ghi kết thúc"
    MOVED = "moved", "Đã ghi chuyển tổ hội"
    DESCRIBED = "described", "Đã sửa họ tên, năm sinh hoặc nam nữ"
    MERGED = "merged", "Đã gộp hai dòng của một người"
    UNMERGED = "unmerged", "Đã tách lại hai người"
    UNDONE = "undone", "Đã hoàn tác"
    ROLL_UNDONE = "roll_undone", "Đã hoàn tác cả danh sách"
