from django.db.models import TextChoices


class ProgrammeKind(TextChoices):
    TERM = "term", "Chương trình toàn khóa"
    ANNUAL = "annual", "Chương trình công tác năm"
    PLAN = "plan", "Kế hoạch"
    SCHEME = "scheme", "Đề án"
    JOINT = "joint", "Kế hoạch phối hợp"


class SourceKind(TextChoices):
    """Where a task comes from; the higher apps keep the link to the thing itself."""

    OWN = "own", "Đơn vị tự đề ra"
    CONCLUSION = "conclusion", "Kết luận cuộc họp"
    RESOLUTION = "resolution", "Nghị quyết"
    DOCUMENT = "document", "Văn bản"
    NATIONAL = "national", "Chương trình của Nhà nước"
    SUPERIOR = "superior", "Cấp trên giao"
    INSPECTION = "inspection", "Kiến nghị kiểm tra"


class Gathering(TextChoices):
    """A task that brings people together, which may be combined with another."""

    NONE = "", "Không phải hội nghị, chuyến đi"
    CONFERENCE = "conference", "Hội nghị, hội thảo, tập huấn"
    VISIT = "visit", "Chuyến thăm, đoàn công tác"


class Repeats(TextChoices):
    NEVER = "", "Một lần"
    YEARLY = "yearly", "Hằng năm"


class TaskState(TextChoices):
    OPEN = "open", "Đang thực hiện"
    CLOSED = "closed", "Đã kết thúc"
    WITHDRAWN = "withdrawn", "Đã rút"


class AssigneeKind(TextChoices):
    UNIT = "unit", "Đơn vị"
    BODY = "body", "Ban, văn phòng"
    PARTNER = "partner", "Đơn vị phối hợp"
    PERSON = "person", "Cá nhân"


class Part(TextChoices):
    """The part an assignee has in a task."""

    LEAD = "lead", "Chủ trì"
    COOPERATE = "cooperate", "Phối hợp"
    IMPLEMENT = "implement", "Thực hiện"


class AssignmentState(TextChoices):
    SENT = "sent", "Chưa báo đã nhận"
    RECEIVED = "received", "Đã nhận"
    DOING = "doing", "Đang làm"
    HANDED_IN = "handed_in", "Đã báo kết quả"
    ACCEPTED = "accepted", "Đã xong"
    RETURNED = "returned", "Trả lại"
    EXEMPT = "exempt", "Được miễn"


OPEN_STATES = (
    AssignmentState.SENT,
    AssignmentState.RECEIVED,
    AssignmentState.DOING,
    AssignmentState.RETURNED,
)
DONE_STATES = (AssignmentState.HANDED_IN, AssignmentState.ACCEPTED)


class EventKind(TextChoices):
    """What happened to one copy of a task."""

    RECEIVED = "received", "Báo đã nhận"
    PROGRESS = "progress", "Báo tiến độ"
    HANDED_IN = "handed_in", "Báo kết quả"
    WRITTEN_FOR = "written_for", "Nơi giao ghi thay, báo kết quả"
    ACCEPTED = "accepted", "Công nhận kết quả"
    ACCEPTED_ALONE = "accepted_alone", "Công nhận kết quả chính mình ghi, vì không có người khác"
    RETURNED = "returned", "Trả lại để làm tiếp"
    EXEMPTED = "exempted", "Cho miễn"
    EXTENSION_ASKED = "extension_asked", "Xin lùi hạn"
    EXTENDED = "extended", "Cho lùi hạn"
    NOT_EXTENDED = "not_extended", "Giữ nguyên hạn"
    CASCADED = "cascaded", "Giao xuống cấp dưới"
    EVIDENCE = "evidence", "Thêm minh chứng"
    ESCALATED = "escalated", "Quá hạn, báo lên một cấp"
    REASON = "reason", "Nói lý do chậm"
    MILESTONE = "milestone", "Phần việc"
    MOVED = "moved", "Chuyển theo đơn vị"
