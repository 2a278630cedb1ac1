from django.db.models import TextChoices


class Obtained(TextChoices):
    """How a figure comes about (design.md 7)."""

    COUNTED = "counted", "Đếm từ sổ"
    DECLARED = "declared", "Đơn vị khai"
    RATIO = "ratio", "Tính từ hai số khác"


class Measure(TextChoices):
    PERSON = "person", "người"
    UNIT = "unit", "đơn vị"
    TURN = "turn", "lượt"
    PORTION = "portion", "suất"
    MEETING = "meeting", "cuộc"
    ACTIVITY = "activity", "buổi"
    CASE = "case", "vụ"
    VND = "vnd", "đồng"
    PERCENT = "percent", "%"


class OverTime(TextChoices):
    STOCK = "stock", "Tại một ngày"
    FLOW = "flow", "Trong kỳ"
