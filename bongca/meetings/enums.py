from django.db.models import TextChoices


class MeetingKind(TextChoices):
    BRIEFING = "briefing", "Họp giao ban"
    DEPARTMENTS = "departments", "Làm việc với các Ban"
    COMMITTEE = "committee", "Hội nghị Ban Chấp hành, Ban Thường vụ"
    EXCHANGE = "exchange", "Tọa đàm, đón đoàn đến làm việc"
    ONLINE = "online", "Họp trực tuyến"
    BRANCH = "branch", "Sinh hoạt chi hội, tổ hội"
    SUPERIOR = "superior", "Cuộc họp của cấp trên ngoài Hội"


class Reply(TextChoices):
    """What an invited one answered."""

    WAITING = "waiting", "Chưa trả lời"
    COMING = "coming", "Sẽ dự"
    SENDING = "sending", "Cử người dự thay"
    ABSENT = "absent", "Không dự được"


class Part(TextChoices):
    """What a unit or body has to do with a conclusion."""

    LEAD = "lead", "Chủ trì"
    SUPPORT = "support", "Phối hợp"


class Choice(TextChoices):
    """What can be chosen in a ballot."""

    FOR = "for", "Tán thành"
    AGAINST = "against", "Không tán thành"
    NEUTRAL = "neutral", "Ý kiến khác"


class BallotForm(TextChoices):
    OPEN = "open", "Biểu quyết công khai"
    SECRET = "secret", "Bỏ phiếu kín"
    WRITTEN = "written", "Lấy ý kiến bằng văn bản"
