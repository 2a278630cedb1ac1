from django.db.models import TextChoices


class RoundState(TextChoices):
    OPEN = "open", "Đang mở"
    CLOSED = "closed", "Đã chốt"


class ReportState(TextChoices):
    """Keys and words are those of the kit's state tags (look/README, parts)."""

    NOT_SUBMITTED = "not_submitted", "Chưa nộp"
    DRAFTING = "drafting", "Đang lập"
    SUBMITTED = "submitted", "Đã nộp"
    RETURNED = "returned", "Trả lại"
    ACCEPTED = "accepted", "Đã duyệt"
    CLOSED = "closed", "Đã chốt"


class Origin(TextChoices):
    """How a value came about in this one report."""

    COUNTED = "counted", "Lấy từ sổ"
    DECLARED = "declared", "Đơn vị khai"
    SUMMED = "summed", "Cộng từ cấp dưới"


class Answer(TextChoices):
    """Why a typed figure differs from the count; both numbers are kept."""

    USE_COUNTED = "use_counted", "Dùng số của sổ"
    ROLL_BEHIND = "roll_behind", "Sổ còn thiếu người, chi hội sẽ ghi bổ sung"
    ROLL_AHEAD = "roll_ahead", "Sổ còn người chưa ghi ra khỏi sổ, chi hội sẽ sửa"
    OTHER = "other", "Lý do khác"


class EventKind(TextChoices):
    """What happened to a report."""

    OPENED = "opened", "Mở kỳ báo cáo"
    STARTED = "started", "Bắt đầu lập"
    SUBMITTED = "submitted", "Nộp báo cáo"
    RETURNED = "returned", "Trả lại để sửa"
    ACCEPTED = "accepted", "Duyệt báo cáo"
    CLOSED = "closed", "Chốt số liệu"
    AMENDED = "amended", "Đính chính"
