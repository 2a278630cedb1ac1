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
