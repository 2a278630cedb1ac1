"""What a column of a roll can mean, and what the register does with it."""

from enum import StrEnum


class Field(StrEnum):
    """The meaning of one column."""

    NAME = "name"
    FAMILY_MIDDLE = "family_middle"
    GIVEN = "given"
    BIRTH = "birth"
    BIRTH_DAY = "birth_day"
    BIRTH_MONTH = "birth_month"
    BIRTH_YEAR = "birth_year"
    BIRTH_MALE = "birth_male"
    BIRTH_FEMALE = "birth_female"
    SEX = "sex"
    MALE_MARK = "male_mark"
    FEMALE_MARK = "female_mark"
    CITIZEN_ID = "citizen_id"
    PHONE = "phone"
    BRANCH = "branch"
    GROUP = "group"
    HAMLET = "hamlet"
    ADDRESS = "address"
    JOINED = "joined"
    NOTES = "notes"
    DIED = "died"
    NUMBER = "number"
    POSITION = "position"
    HOMETOWN = "hometown"
    CARD_NUMBER = "card_number"
    CARD_ISSUED = "card_issued"
    MEMBER_KIND = "member_kind"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    PARTY = "party"
    HEALTH = "health"
    OTHER_PERSON = "other_person"
    SKIP = "skip"


LABELS = {
    Field.NAME: "Họ và tên",
    Field.FAMILY_MIDDLE: "Họ và chữ đệm",
    Field.GIVEN: "Tên (cột riêng)",
    Field.BIRTH: "Ngày sinh hoặc năm sinh",
    Field.BIRTH_DAY: "Ngày (của ngày sinh)",
    Field.BIRTH_MONTH: "Tháng (của ngày sinh)",
    Field.BIRTH_YEAR: "Năm (của ngày sinh)",
    Field.BIRTH_MALE: "Năm sinh của nam",
    Field.BIRTH_FEMALE: "Năm sinh của nữ",
    Field.SEX: "Nam, nữ",
    Field.MALE_MARK: "Đánh dấu người nam",
    Field.FEMALE_MARK: "Đánh dấu người nữ",
    Field.CITIZEN_ID: "Số định danh (CCCD, CMND)",
    Field.PHONE: "Điện thoại",
    Field.BRANCH: "Chi hội",
    Field.GROUP: "Tổ hội",
    Field.HAMLET: "Thôn, tổ dân phố",
    Field.ADDRESS: "Chỗ ở",
    Field.JOINED: "Ngày vào Hội",
    Field.NOTES: "Ghi chú",
    Field.DIED: "Ngày mất",
    Field.NUMBER: "Số thứ tự",
    Field.POSITION: "Chức vụ",
    Field.HOMETOWN: "Quê quán",
    Field.CARD_NUMBER: "Số thẻ",
    Field.CARD_ISSUED: "Ngày cấp thẻ",
    Field.MEMBER_KIND: "Loại hội viên",
    Field.ETHNICITY: "Dân tộc",
    Field.RELIGION: "Tôn giáo",
    Field.PARTY: "Đảng viên",
    Field.HEALTH: "Sức khoẻ",
    Field.OTHER_PERSON: "Người nhà, người liên hệ",
    Field.SKIP: "Để ngoài, không ghi",
}

# Sensitive by Luật 91/2025/QH15 (domain.md 9.1): never brought in by a roll.
SENSITIVE = frozenset({Field.ETHNICITY, Field.RELIGION, Field.PARTY, Field.HEALTH})

# Recognised, so that they are not mistaken for something else, but not yet written.
NOT_WRITTEN = SENSITIVE | {
    Field.NUMBER,
    Field.POSITION,
    Field.HOMETOWN,
    Field.CARD_NUMBER,
    Field.CARD_ISSUED,
    Field.MEMBER_KIND,
    Field.OTHER_PERSON,
    Field.SKIP,
}

# What an officer may choose for a column, in the order of the list on the page.
CHOICES = tuple(field for field in Field if field not in {Field.OTHER_PERSON})

# Fields that more than one column of a roll may feed.
SHARED = frozenset(NOT_WRITTEN | {Field.ADDRESS, Field.NOTES})

REASON_HEADING = "Lý do chưa ghi"  # what our own file of lines to mend adds
