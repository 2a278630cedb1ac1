"""The people one may sign in as in the demonstration (design.md 2); all of them are invented."""

from dataclasses import dataclass
from typing import Final

PASSWORD: Final = "bong-ca-2026"  # noqa: S105 - printed on the screen; refused in production
PARTNER: Final = "Bộ Y tế"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A user of the demonstration: who, which office, where; shown in the table or not."""

    username: str
    name: str
    salutation: str
    birth_year: int
    unit: str
    position: str
    title: str
    is_shown: bool = True

    @property
    def sex(self) -> str:
        return "m" if self.salutation in ("ong", "anh", "chu") else "f"


# unit: a key of demo_places, "key/number of the branch", or central, bac_ninh, hai_phong, partner
CAST: Final[tuple[DemoPerson, ...]] = (
    DemoPerson("lan", "Vũ Thị Lan", "co", 1960, "tan_yen/1", "branch.head", "Chi hội trưởng"),
    DemoPerson(
        "minh", "Nguyễn Văn Minh", "ong", 1958, "tan_yen", "commune.chair", "Chủ tịch Hội NCT xã"
    ),
    DemoPerson(
        "hoa", "Hoàng Thị Hoa", "chi", 1985, "bac_ninh", "province.office_staff",
        "Văn phòng Hội NCT thành phố",
    ),
    DemoPerson(
        "tu", "Trần Anh Tú", "anh", 1991, "central", "central.department_staff",
        "Chuyên viên Ban Chăm sóc NCT",
    ),
    DemoPerson(
        "binh", "Phạm Thanh Bình", "ong", 1961, "central", "central.vice_chair",
        "Phó Chủ tịch Hội",
    ),
    DemoPerson(
        "quan", "Đỗ Hồng Quân", "anh", 1983, "bac_ninh", "province.inspector",
        "Ủy viên Ban Kiểm tra",
    ),
    DemoPerson(
        "mai", "Đặng Quỳnh Mai", "chi", 1979, "central", "central.office_chief",
        "Chánh Văn phòng Trung ương Hội",
    ),
    DemoPerson("lienlac", "Tạ Minh Đức", "anh", 1988, "partner", "", "Cán bộ đầu mối"),
    DemoPerson("quantri", "Lê Quốc Trí", "anh", 1987, "central", "", "Quản trị hệ thống"),
    DemoPerson("lan2", "Ngô Thị Mận", "ba", 1957, "tan_yen/2", "branch.head", "Chi hội trưởng"),
    DemoPerson(
        "minh2", "Trịnh Đức Thắng", "ong", 1959, "nha_nam", "commune.chair", "Chủ tịch Hội NCT xã"
    ),
    DemoPerson(
        "hoa2", "Lương Thu Hằng", "chi", 1986, "hai_phong", "province.office_staff",
        "Văn phòng Hội NCT thành phố",
    ),
    DemoPerson(
        "minh3", "Giáp Văn Thuận", "ong", 1960, "phuc_hoa", "commune.chair",
        "Chủ tịch Hội NCT xã", False,
    ),
    DemoPerson(
        "minh4", "Bùi Thị Nhung", "ba", 1961, "nam_sach", "commune.chair",
        "Chủ tịch Hội NCT xã", False,
    ),
    DemoPerson(
        "minh5", "Phùng Bá Lộc", "ong", 1959, "thanh_ha", "commune.chair",
        "Chủ tịch Hội NCT xã", False,
    ),
    DemoPerson(
        "minh6", "Đoàn Thị Thanh Vân", "ba", 1962, "dong_hai", "commune.chair",
        "Chủ tịch Hội NCT phường", False,
    ),
)  # fmt: skip
ROLE_WITHOUT_OFFICE: Final = {"lienlac": "liaison", "quantri": "administrator"}

# Who else holds an office, without an account: tier, position, how many.
OTHERS: Final = {
    "central": (("central.chair", 1), ("central.vice_chair", 1), ("central.standing_member", 4),
                ("central.inspection_chief", 1), ("central.department_chief", 1)),
    "province": (("province.chair", 1), ("province.vice_chair", 2), ("province.office_chief", 1),
                 ("province.standing_member", 3), ("province.inspection_chief", 1)),
    "commune": (("commune.vice_chair", 2), ("commune.inspection_chief", 1),
                ("commune.inspector", 2), ("commune.member", 5)),
}  # fmt: skip
