from django.db.models import TextChoices


class BodyKind(TextChoices):
    """Bodies of a unit (domain.md 2.2)."""

    EXECUTIVE_COMMITTEE = "executive_committee", "Ban Chấp hành"
    INTERIM_COMMITTEE = "interim_committee", "Ban Chấp hành lâm thời"
    STANDING_COMMITTEE = "standing_committee", "Ban Thường vụ"
    PERMANENT_BOARD = "permanent_board", "Thường trực"
    INSPECTION_COMMITTEE = "inspection_committee", "Ban Kiểm tra"
    DEPARTMENT = "department", "Ban chuyên môn"
    OFFICE = "office", "Văn phòng"
    REPRESENTATIVE_BOARD = "representative_board", "Ban đại diện"
    BRANCH_LEADERSHIP = "branch_leadership", "Ban Chấp hành chi hội"
    GROUP_LEADERSHIP = "group_leadership", "Tổ trưởng, tổ phó"
    SUBCOMMITTEE = "subcommittee", "Tiểu ban"


class HowAppointed(TextChoices):
    ELECTED = "elected", "Đại hội, hội nghị bầu"
    DESIGNATED = "designated", "Được chỉ định"
    APPOINTED = "appointed", "Được bổ nhiệm"


class HowEnded(TextChoices):
    TERM_ENDED = "term_ended", "Hết nhiệm kỳ"
    RESIGNED = "resigned", "Xin thôi giữ chức"
    REMOVED = "removed", "Miễn nhiệm, bãi nhiệm"
    DECEASED = "deceased", "Qua đời"
    REORGANISED = "reorganised", "Sắp xếp lại đơn vị"
