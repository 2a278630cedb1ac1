"""The words of mừng thọ and of the allowances."""

from django.db.models import TextChoices


class Congratulator(TextChoices):
    """Who congratulates, the highest first (Luật Người cao tuổi, Điều 21)."""

    PRESIDENT = "president", "Chủ tịch nước"
    PROVINCE = "province", "Chủ tịch UBND tỉnh, thành phố"
    COMMUNE = "commune", "UBND xã và Hội NCT"


class Occasion(TextChoices):
    """On which day the ceremony is held (Luật Người cao tuổi, Điều 21)."""

    ELDERS_DAY = "elders_day", "Ngày Người cao tuổi Việt Nam, 6/6"
    WORLD_DAY = "world_day", "Ngày Quốc tế Người cao tuổi, 1/10"
    TET = "tet", "Tết Nguyên đán"
    BIRTHDAY = "birthday", "Ngày sinh của từng cụ"


class RoundState(TextChoices):
    PREPARING = "preparing", "Đang chuẩn bị"
    FROZEN = "frozen", "Đã chốt danh sách"
    CLOSED = "closed", "Đã xong"


class Received(TextChoices):
    """How the gift reached the person; empty until it is recorded."""

    CAME = "came", "Cụ đến dự lễ"
    FAMILY = "family", "Gia đình nhận thay"
    AT_HOME = "at_home", "Đến nhà trao"


class Removed(TextChoices):
    """Why somebody on a frozen list is no longer on it."""

    DECEASED = "deceased", "Đã qua đời"
    GONE = "gone", "Đã chuyển đi nơi khác"
    CORRECTED = "corrected", "Năm sinh đã sửa"
    MERGED = "merged", "Đã gộp vào người khác"


class RightCode(TextChoices):
    SOCIAL_PENSION = "social_pension", "Trợ cấp hưu trí xã hội"
    HEALTH_INSURANCE = "health_insurance", "Thẻ bảo hiểm y tế được cấp"
    SOCIAL_ALLOWANCE = "social_allowance", "Trợ cấp xã hội hằng tháng"


class RequestState(TextChoices):
    """A person without a row has not handed anything in."""

    HANDED_IN = "handed_in", "Đã nộp đơn"
    DECIDED = "decided", "Đã có quyết định"
    REFUSED = "refused", "Không được duyệt"


class Standing(TextChoices):
    """Where a person stands with one right."""

    REACHED = "reached", "Đã đủ tuổi, chưa nộp đơn"
    COMING = "coming", "Sắp đủ tuổi"
    ASK = "ask", "Cần hỏi thêm"
    HANDED_IN = "handed_in", "Đã nộp đơn"
    DECIDED = "decided", "Đã có quyết định"
    REFUSED = "refused", "Không được duyệt"
    NOT_ENTITLED = "not_entitled", "Không thuộc diện"
    LATER = "later", "Chưa đến tuổi"


class YesNo(TextChoices):
    YES = "yes", "Có"
    NO = "no", "Không"


class Household(TextChoices):
    """By the certificate of a year: re-assessed every year (domain.md 4.6)."""

    POOR = "poor", "Hộ nghèo"
    NEAR_POOR = "near_poor", "Hộ cận nghèo"
    NEITHER = "neither", "Không thuộc hộ nghèo, cận nghèo"


class LevelKind(TextChoices):
    """For what a province or commune sets a level of its own (domain.md 4.1, 4.2)."""

    AGE_70 = "70", "Mừng thọ 70 tuổi"
    AGE_75 = "75", "Mừng thọ 75 tuổi"
    AGE_80 = "80", "Mừng thọ 80 tuổi"
    AGE_85 = "85", "Mừng thọ 85 tuổi"
    AGE_90 = "90", "Mừng thọ 90 tuổi"
    AGE_95 = "95", "Mừng thọ 95 tuổi"
    AGE_100 = "100", "Mừng thọ 100 tuổi"
    OVER_100 = "101", "Mừng thọ trên 100 tuổi"
    SOCIAL_PENSION = "social_pension", "Trợ cấp hưu trí xã hội, mỗi tháng"
    SOCIAL_ALLOWANCE = "social_allowance", "Trợ cấp xã hội hằng tháng"


class FileKind(TextChoices):
    """What can be made of a list."""

    EXCEL = "excel", "Danh sách Excel"
    PDF = "pdf", "Danh sách để ký (PDF)"
    WORD = "word", "Danh sách để sửa (Word)"
    CERTIFICATES = "certificates", "Giấy mừng thọ"
    INVITATIONS = "invitations", "Giấy mời gia đình"
