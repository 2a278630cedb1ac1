from django.db.models import TextChoices


class MemberKind(TextChoices):
    """domain.md 3.1."""

    REGULAR = "regular", "Hội viên chính thức"
    HONORARY = "honorary", "Hội viên danh dự"


class HowBegan(TextChoices):
    ADMITTED = "admitted", "Kết nạp"
    ROLL = "roll", "Ghi từ danh sách có sẵn"
    TRANSFERRED = "transferred", "Chuyển đến"
    READMITTED = "readmitted", "Công nhận lại"
    MOVED_GROUP = "moved_group", "Chuyển tổ hội"


class HowEnded(TextChoices):
    """domain.md 3.3."""

    DECEASED = "deceased", "Qua đời"
    LEFT = "left", "Xin ra khỏi Hội"
    STRUCK_OFF = "struck_off", "Bị xóa tên"
    MOVED_AWAY = "moved_away", "Chuyển đi nơi khác"
    MOVED_GROUP = "moved_group", "Chuyển tổ hội"
    MERGED = "merged", "Gộp hai dòng của một người"


class VoidReason(TextChoices):
    """Why a recorded period is no longer what is known."""

    ENDED = "ended", "Đã ghi kết thúc"
    MOVED = "moved", "Đã ghi chuyển tổ hội"
    DESCRIBED = "described", "Đã sửa họ tên, năm sinh hoặc nam nữ"
    MERGED = "merged", "Đã gộp hai dòng của một người"
    UNMERGED = "unmerged", "Đã tách lại hai người"
    UNDONE = "undone", "Đã hoàn tác"
    ROLL_UNDONE = "roll_undone", "Đã hoàn tác cả danh sách"


class Counter(TextChoices):
    """What is counted of members for a report; names are kept in snapshots, so never reused."""

    TOTAL = "total", "Tổng số hội viên"
    MALE = "male", "Hội viên nam"
    FEMALE = "female", "Hội viên nữ"
    SEX_UNKNOWN = "sex_unknown", "Chưa rõ nam, nữ"
    UNDER_60 = "under_60", "Hội viên dưới 60 tuổi"
    FROM_60 = "from_60", "Hội viên từ đủ 60 tuổi"
    FROM_60_TO_69 = "from_60_to_69", "Từ 60 đến 69 tuổi"
    FROM_70_TO_79 = "from_70_to_79", "Từ 70 đến 79 tuổi"
    FROM_80_TO_89 = "from_80_to_89", "Từ 80 đến 89 tuổi"
    FROM_90_TO_99 = "from_90_to_99", "Từ 90 đến 99 tuổi"
    FROM_80 = "from_80", "Từ 80 tuổi trở lên"
    FROM_100 = "from_100", "Từ 100 tuổi trở lên"
    AGE_UNKNOWN = "age_unknown", "Chưa rõ năm sinh"
    HONORARY = "honorary", "Hội viên danh dự"
    ADMITTED = "admitted", "Hội viên mới kết nạp trong kỳ"
    ADMITTED_INEXACT = "admitted_inexact", "Mới kết nạp, chỉ biết tháng hoặc năm"
    DECEASED = "deceased", "Hội viên qua đời trong kỳ"
    DECEASED_INEXACT = "deceased_inexact", "Qua đời, chỉ biết tháng hoặc năm"


class Since(TextChoices):
    """What has become of a person since they were counted."""

    SAME = "", "Vẫn đang sinh hoạt"
    MOVED = "moved", "Đã chuyển đi nơi khác"
    TRANSFERRING = "transferring", "Đang chuyển"
    LEFT = "left", "Đã ra khỏi Hội"
    STRUCK_OFF = "struck_off", "Đã bị xóa tên"
    DECEASED = "deceased", "Đã qua đời"
    MERGED = "merged", "Đã gộp vào người khác"
    NOT_MEMBER = "not_member", "Không còn trong sổ hội viên"


class Act(TextChoices):
    """What the audit says was done about a person, in words."""

    ADD_PERSON = "people.add_person", "Ghi vào sổ"
    EDIT_PERSON = "people.edit_person", "Sửa thông tin"
    RECORD_CIRCUMSTANCES = "people.record_circumstances", "Ghi hoàn cảnh, người thân"
    CLAIM_IDENTITY = "people.claim_identity", "Ghi số định danh"
    SHOW_IDENTITY = "people.show_identity", "Xem số định danh"
    MERGE_PERSONS = "people.merge_persons", "Gộp hai dòng của một người"
    UNDO_MERGE = "people.undo_merge", "Tách lại hai người đã gộp"
    ADMIT_MEMBER = "members.admit_member", "Ghi hội viên mới"
    ADMIT_KNOWN_PERSON = "members.admit_known_person", "Ghi vào Hội"
    END_MEMBERSHIP = "members.end_membership", "Ghi thôi sinh hoạt"
    MOVE_GROUP = "members.move_group", "Chuyển tổ hội"
    UNDO_LAST_ACT = "members.undo_last_act", "Hoàn tác việc vừa ghi"
    EXPORT_MEMBERS = "members.export_members", "Xuất danh sách ra Excel"
