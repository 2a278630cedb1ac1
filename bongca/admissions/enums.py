from django.db.models import TextChoices


class ApplicationState(TextChoices):
    WAITING = "waiting", "Chờ công nhận"
    RECOGNISED = "recognised", "Đã công nhận"
    REFUSED = "refused", "Không công nhận"
    WITHDRAWN = "withdrawn", "Đã rút đơn"


class AskedHow(TextChoices):
    """domain.md 3.1: who cannot write asks orally."""

    WRITTEN = "written", "Có đơn"
    ORALLY = "orally", "Nói miệng, vì không viết được"


class UnderSixty(TextChoices):
    """Why someone from 55 to under 60 is taken in (domain.md 3.1)."""

    ACTIVE = "active", "Tự nguyện và tích cực"
    ASSIGNED = "assigned", "Được phân công làm công tác Hội"


class TransferSide(TextChoices):
    """One transfer is two rows: what the sending unit holds and what the receiving one does."""

    OUT = "out", "Chuyển đi"
    IN = "in", "Chuyển đến"


class TransferState(TextChoices):
    SENT = "sent", "Đang chuyển"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    DECLINED = "declined", "Không tiếp nhận"
    WITHDRAWN = "withdrawn", "Đã rút lại"


class TogetherKind(TextChoices):
    """What was recorded of several members in one act."""

    MOVED = "moved", "Chuyển tổ hội"
    DECEASED = "deceased", "Qua đời"
