from django.db.models import TextChoices


class ProposalKind(TextChoices):
    CONCLUSION = "conclusion", "Kết luận"
    PERSON = "person", "Người"
    UNIT = "unit", "Đơn vị"
    DEADLINE = "deadline", "Thời hạn"
    PAPER = "paper", "Văn bản"


class ProposalState(TextChoices):
    OPEN = "open", "Chờ xem"
    ACCEPTED = "accepted", "Đã nhận"
    MENDED = "mended", "Đã sửa và nhận"
    DROPPED = "dropped", "Đã bỏ"
