from django.db.models import TextChoices


class BatchState(TextChoices):
    """Where a roll is on its way from the file to the register and back."""

    READING = "reading", "Đang đọc tệp"
    REFUSED = "refused", "Không đọc được tệp"
    COLUMNS = "columns", "Chờ khớp cột"
    SORTING = "sorting", "Đang so với sổ"
    PREVIEW = "preview", "Chờ xem trước"
    WRITING = "writing", "Đang ghi vào sổ"
    WRITTEN = "written", "Đã ghi vào sổ"
    UNDOING = "undoing", "Đang hoàn tác"
    UNDONE = "undone", "Đã hoàn tác"
    DROPPED = "dropped", "Đã bỏ, không ghi gì"


class LineState(TextChoices):
    """What becomes of one line."""

    NEW = "new", "Người mới, sẽ ghi vào sổ"
    KNOWN = "known", "Đã có trong sổ, không ghi lại"
    ASK = "ask", "Cần xem lại"
    UNREADABLE = "unreadable", "Không đọc được"
    LEFT_OUT = "left_out", "Không ghi, theo câu trả lời"
    WRITTEN = "written", "Đã ghi vào sổ"
    UNDONE = "undone", "Đã hoàn tác"
    KEPT = "kept", "Giữ lại khi hoàn tác"
