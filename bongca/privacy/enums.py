"""The words of personal data."""

from django.db.models import TextChoices


class HowGiven(TextChoices):
    """How a consent can be proved; silence is none (domain.md 9.1)."""

    PAPER = "paper", "Ký trên giấy\nPhải kèm bản chụp tờ giấy"
    ORAL = "oral", "Nói trước người làm chứng\nPhải ghi tên người làm chứng"


class RequestKind(TextChoices):
    SEE = "see", "Xem dữ liệu của mình"
    CORRECT = "correct", "Sửa dữ liệu"
    DELETE = "delete", "Xóa dữ liệu"
    WITHDRAW = "withdraw", "Rút lại sự đồng ý"
    RESTRICT = "restrict", "Hạn chế xử lý dữ liệu"
    OBJECT = "object", "Phản đối xử lý dữ liệu"


class RequestState(TextChoices):
    RECEIVED = "received", "Chưa trả lời"
    ANSWERED = "answered", "Đã trả lời, đang làm"
    DONE = "done", "Đã làm xong"
    REFUSED = "refused", "Không thực hiện"


OPEN_STATES = (RequestState.RECEIVED, RequestState.ANSWERED)


class RequestOutcome(TextChoices):
    DONE = "done", "Đã làm xong"
    REFUSED = "refused", "Không thực hiện được\nPhải ghi rõ vì sao"
