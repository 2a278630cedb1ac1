from django.db.models import TextChoices


class Direction(TextChoices):
    """Which way the papers of a book go (domain.md 6.5)."""

    IN = "in", "Văn bản đến"
    OUT = "out", "Văn bản đi"


class BookKind(TextChoices):
    """Books kept apart because volume or kind requires it (domain.md 6.5)."""

    GENERAL = "general", "Văn bản chung"
    INVITATION = "invitation", "Giấy mời"
    COMMENDATION = "commendation", "Quyết định khen thưởng"
    SECRET = "secret", "Văn bản mật"


class Urgency(TextChoices):
    """Mức độ khẩn (domain.md 6.3, box 10b)."""

    NORMAL = "normal", "Thường"
    URGENT = "urgent", "Khẩn"
    VERY_URGENT = "very_urgent", "Thượng khẩn"
    IMMEDIATE = "immediate", "Hỏa tốc"


HOURLY = frozenset({Urgency.VERY_URGENT, Urgency.IMMEDIATE})


class Secrecy(TextChoices):
    """Độ mật: of such a paper only its entry is kept."""

    CONFIDENTIAL = "confidential", "Mật"
    SECRET = "secret", "Tối mật"
    TOP_SECRET = "top_secret", "Tuyệt mật"


class IncomingState(TextChoices):
    REGISTERED = "registered", "Đã vào sổ"
    PRESENTED = "presented", "Chờ bút phê"
    ASSIGNED = "assigned", "Đang xử lý"
    DONE = "done", "Đã xử lý xong"


class TextState(TextChoices):
    """Whether the words of a paper's file can be searched."""

    NONE = "", "Không có chữ để đọc"
    WAITING = "waiting", "Máy đang đọc chữ trong tệp"
    READ = "read", "Tìm được theo chữ trong tệp"
    TITLE_ONLY = "title_only", "Chỉ tìm được theo trích yếu"


class OutgoingState(TextChoices):
    """A paper on its way out, each step by somebody on a day."""

    DRAFT = "draft", "Dự thảo"
    COMMENTING = "commenting", "Đang lấy ý kiến"
    INITIALLED = "initialled", "Đã ký nháy"
    SIGNED = "signed", "Đã ký"
    NUMBERED = "numbered", "Đã cho số"
    SENT = "sent", "Đã gửi"
    RECEIVED = "received", "Các nơi đã nhận"
    RECALLED = "recalled", "Đã thu hồi"
    REPLACED = "replaced", "Đã được thay thế"


class StepKind(TextChoices):
    """What may happen to a paper."""

    REGISTERED = "registered", "Vào sổ"
    CORRECTED = "corrected", "Sửa chỗ ghi sai"
    ATTACHED = "attached", "Thêm bản chụp"
    PRESENTED = "presented", "Trình xin ý kiến"
    INSTRUCTED = "instructed", "Bút phê"
    DONE = "done", "Xử lý xong"
    DRAFTED = "drafted", "Soạn dự thảo"
    EDITED = "edited", "Sửa dự thảo"
    ASKED = "asked", "Đưa ra lấy ý kiến"
    COMMENTED = "commented", "Góp ý"
    INITIALLED = "initialled", "Ký nháy"
    SIGNED = "signed", "Ký"
    NUMBERED = "numbered", "Cho số"
    SENT = "sent", "Gửi"
    RECEIVED = "received", "Nhận"
    RECALLED = "recalled", "Thu hồi"
    REPLACED = "replaced", "Thay thế"
