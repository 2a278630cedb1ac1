# reads every spelling: names stand as people write them, Hoà beside Hòa
"""Invented elders: names by era and sex, dates, numbers; the same for the same seed."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from bongca.core.dates import PartialDate


def _list(words: str) -> list[str]:
    return words.split()


_FAMILIES = {
    "Nguyễn": 380, "Trần": 110, "Lê": 92, "Phạm": 70, "Hoàng": 42, "Phan": 36, "Vũ": 36, "Võ": 12,
    "Đặng": 24, "Bùi": 26, "Đỗ": 24, "Hồ": 12, "Ngô": 18, "Dương": 14, "Lý": 8, "Đào": 12,
    "Đoàn": 10, "Vương": 4, "Trịnh": 9, "Trương": 12, "Đinh": 11, "Lâm": 5, "Phùng": 6, "Mai": 6,
    "Tô": 4, "Hà": 9, "Tạ": 5, "Cao": 6, "Chu": 5, "Lưu": 6, "Quách": 2, "Kiều": 2, "Thái": 2,
    "Nông": 3, "Lương": 8, "La": 2, "Triệu": 3, "Đàm": 2, "Khuất": 1, "Ông": 1, "Tống": 2,
}  # fmt: skip
_MALE_MIDDLES = {
    "Văn": 480, "Đình": 50, "Đức": 45, "Xuân": 55, "Quang": 40, "Hữu": 40, "Công": 30, "Ngọc": 35,
    "Minh": 25, "Trọng": 20, "Duy": 18, "Bá": 20, "Thế": 25, "Viết": 15, "Khắc": 12, "Sỹ": 8,
    "Huy": 10, "Tiến": 15, "Như": 5, "Hồng": 10, "Quốc": 20, "Thanh": 15, "Mạnh": 12, "": 14,
}  # fmt: skip
_FEMALE_MIDDLES = {
    "Thị": 820, "Thị Ngọc": 12, "Thị Thanh": 14, "Thị Kim": 16, "Thị Minh": 10, "Thị Hồng": 14,
    "Thị Bích": 8, "Thị Xuân": 8, "Ngọc": 6, "Kim": 6, "Thu": 4, "": 4,
}  # fmt: skip
_YEARS = _list(
    "Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi Giáp Ất Bính Đinh Mậu Kỷ Canh Tân Nhâm Quý"
)
_OLD_MALE = _list(
    "Khuê Hòa Bình Phúc Lộc Thọ Khang Ninh An Nghĩa Nhân Lễ Trí Tín Đức Hiền Lương Thiện Cát "
    "Tường Khoan Cả Hai Ba Tư Sáu Bảy Tám Chín Mười Út Ngọc Đoan Thịnh Vượng Hậu Đôn Hưng Vinh "
    "Quyền Chức Tước Huân Nghiêm Cẩn Luận Bàn Soạn Hoạch Tuyển Mưu Lược Toản Khiết Thuần Hoãn"
)
_MIDDLE_MALE = _list(
    "Hùng Dũng Cường Thắng Chiến Hoà Bình Thành Công Toàn Sơn Hải Long Lâm Thanh Tiến Phong Quang "
    "Vinh Hiển Định Khánh Hợp Tác Thống Nhất Đoàn Kết Lợi Khải Hoàn Chính Trực Thơ Hạnh Phúc Tâm "
    "Hữu Bảo Quân Lập Thuỷ Ngãi Hậu Nhạ Đạt Duy Trọng Mạnh Quyết"
)
_LATE_MALE = _list(
    "Tuấn Hùng Dũng Cường Sơn Minh Hải Nam Trung Kiên Tuyên Hiếu Long Thắng Thành Hưng Tùng Việt "
    "Anh Đông Phương Giang Khoa Toàn Thuận Bắc Lâm Hoà Quý Luân Chung Doanh Khang"
)
_OLD_FEMALE = _list(
    "Mận Đào Mơ Bưởi Na Nhãn Cam Chanh Sen Súng Gái Nhỡ Bé Tẹo Thơm Ngát Lụa The Vóc Tấm Thóc Gạo "
    "Nhài Huệ Cúc Lan Hồng Hường Lựu Hiền Thảo Nết Duyên Tình Nghĩa Thuận Hòa Sự Vẻ Vui Mừng Xuân "
    "Thu Đông Hạ Mít Chắt Út Sáu Bảy Nhớn Hợi Sửu Dần Tỵ Dậu Tuất Mùi Thìn Khuyên Vòng Xuyến Trâm"
)
_MIDDLE_FEMALE = _list(
    "Lan Huệ Hồng Cúc Hoa Liên Loan Nga Thanh Thuỷ Minh Hạnh Phượng Oanh Yến Hương Tuyết Vân "
    "Nguyệt Hằng Thoa Thêu Dệt May Tơ Lụa Bích Hiền Thảo Chinh Phúc Lợi Sáu Bảy Thìn Tính Nhung "
    "Gấm Mai Đào Lê Tâm Xuân Thu Hoà Bình Mỹ Lý Ái"
)
_LATE_FEMALE = _list(
    "Hương Hà Thuỷ Thanh Hạnh Nga Hoa Hằng Hiền Dung Phương Hoà Oanh Yến Bích Tâm Vân Lan Liên "
    "Thu Hường Nhung Ngân Loan Mai Thảo Quyên Tuyết Ánh Duyên Huyền Minh Lý"
)


@dataclass(frozen=True, slots=True)
class InventedElder:
    """A person who never was, as a roll would list him or her."""

    full_name: str
    sex: str
    birth: PartialDate
    joined: PartialDate
    citizen_id: str
    phone: str


def _weighted(table: dict[str, int], chance: random.Random) -> str:
    return chance.choices(list(table), cum_weights=list(accumulate(table.values())))[0]


def _given(sex: str, year: int, chance: random.Random) -> str:
    old, middle, late = (
        (_OLD_FEMALE, _MIDDLE_FEMALE, _LATE_FEMALE)
        if sex == "f"
        else (_OLD_MALE + _YEARS, _MIDDLE_MALE, _LATE_MALE)
    )
    likely = old if year < 1946 else middle if year < 1961 else late
    around = middle if likely is not middle else old
    return chance.choice(likely if chance.random() < 0.8 else around)


def invent_name(sex: str, year: int, chance: random.Random) -> str:
    """Make a believable name for a person of that sex born in that year."""
    family = _weighted(_FAMILIES, chance)
    middle = _weighted(_FEMALE_MIDDLES if sex == "f" else _MALE_MIDDLES, chance)
    given = _given(sex, year, chance)
    while given in {family, middle}:
        given = _given(sex, year, chance)
    return " ".join(filter(None, [family, middle, given]))


def _birth(chance: random.Random) -> PartialDate:
    # As in a real commune: about one in five is 80 or more, six in a thousand 100 or more (3.5 A4).
    year = (
        int(chance.triangular(1931, 1971, 1961))
        if chance.random() < 0.99
        else 1920 + chance.randrange(11)
    )
    known = chance.random()
    if known < 0.22 + (0.25 if year < 1945 else 0):
        return PartialDate(year)
    if known < 0.25:
        return PartialDate(year, chance.randint(1, 12))
    if chance.random() < 0.08:
        return PartialDate(year, 1, 1)
    day = dt.date(year, 1, 1) + dt.timedelta(days=chance.randrange(365))
    return PartialDate(day.year, day.month, day.day)


def _joined(birth: PartialDate, today: dt.date, chance: random.Random) -> PartialDate:
    year = min(today.year, max(1995, birth.year + chance.choice([55, 60, 60, 60, 61, 62, 65])))
    if chance.random() < 0.4:
        return PartialDate(year)
    day = chance.choice([(6, 6), (1, 10), (10, 5), (chance.randint(1, 28), chance.randint(1, 10))])
    month, of_month = day[1], day[0]
    joined = PartialDate(year, month, of_month)
    return joined if joined.first_day <= today else PartialDate(year - 1, month, of_month)


def _citizen_id(sex: str, year: int, province: str, chance: random.Random) -> str:
    return f"{province}{int(sex == 'f')}{year % 100:02}{chance.randrange(1_000_000):06}"


def invent_elders(
    count: int, *, seed: int, today: dt.date, province: str = "015"
) -> Iterator[InventedElder]:
    """Make any number of elders born 1920 to 1971; `province` is the code on their numbers."""
    chance = random.Random(seed)  # noqa: S311 - the same elders for the same seed
    for _ in range(count):
        sex = "f" if chance.random() < 0.56 else "m"
        birth = _birth(chance)
        phone = f"09000{chance.randrange(100_000):05}"  # a block that nobody is given
        yield InventedElder(
            full_name=invent_name(sex, birth.year, chance),
            sex=sex,
            birth=birth,
            joined=_joined(birth, today, chance),
            citizen_id=_citizen_id(sex, birth.year, province, chance),
            phone=phone if chance.random() < 0.7 else "",
        )
