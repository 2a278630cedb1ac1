from django.db.models import TextChoices


class CardState(TextChoices):
    """Where one card stands: at most one of a person is on its way, at most one in hand."""

    LISTED = "listed", "Chờ in"
    PRINTED = "printed", "Đã in, chưa trao"
    HANDED = "handed", "Đã trao"
    LOST = "lost", "Đã báo mất"
    RECALLED = "recalled", "Đã thu hồi"
    REPLACED = "replaced", "Đã đổi thẻ mới"
    DROPPED = "dropped", "Đã bỏ khỏi đợt in"


class BatchState(TextChoices):
    """Where a batch of cards stands on its way down the tree."""

    LISTED = "listed", "Đã lập danh sách"
    PRINTED = "printed", "Đã in"
    SENT = "sent", "Đã gửi về xã"
    RECEIVED = "received", "Xã đã nhận"


class Wanted(TextChoices):
    """For whom cards are made."""

    LACKING = "lacking", "Những hội viên chưa có thẻ"
    EVERYBODY = "everybody", "Đổi thẻ cho tất cả hội viên"


class TakenBy(TextChoices):
    """Who signed for a card."""

    SELF = "self", "Người có thẻ ký nhận"
    FAMILY = "family", "Người nhà ký nhận"


class Reason(TextChoices):
    """Why a card is made, or made again."""

    FIRST = "first", "Cấp lần đầu"
    CAMPAIGN = "campaign", "Theo đợt đổi thẻ"
    LOST = "lost", "Mất thẻ"
    WRONG = "wrong", "Thẻ hỏng hoặc in sai"


class Prefix(TextChoices):
    """What a card number begins with; the default of domain.md 3.4, to be changed by a setting."""

    COMMUNE = "commune", "Mã xã, phường, đặc khu"
    PROVINCE = "province", "Mã tỉnh, thành phố"
    NONE = "none", "Không có phần đầu"


class BlankMove(TextChoices):
    """How the stock of blank cards (phôi) changes."""

    RECEIVED = "received", "Nhận phôi"
    USED = "used", "Đã in thẻ"
    SPOILT = "spoilt", "Phôi hỏng"
    GIVEN = "given", "Chuyển cho đơn vị khác"


class Standing(TextChoices):
    """What anybody who scans a card is told."""

    VALID = "valid", "Thẻ còn giá trị"
    NOT_HANDED = "not_handed", "Thẻ chưa trao cho hội viên"
    ENDED = "ended", "Thẻ không còn giá trị"
    UNKNOWN = "unknown", "Không có thẻ nào như vậy"
