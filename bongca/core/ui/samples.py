"""What the page of parts shows: every part once, in all its states. Invented throughout."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from bongca.core.actor import Actor
from bongca.core.ui.charts import Bar, Share
from bongca.core.ui.header import HelpLine, PersonLine, UnitLine
from bongca.core.ui.home import HomeFigure, HomeTask
from bongca.core.ui.navigation import NavLink
from bongca.core.ui.pages import Page
from bongca.core.ui.parts import GroupAction, Happening, Step, Tally, Term
from bongca.core.ui.states import State, Tag, Tone
from bongca.core.ui.tables import Column, Pick, Role, Table

SHAPE_WORDS = {
    State.NOT_SUBMITTED: "vòng đứt nét",
    State.DRAFTING: "nửa vòng đặc",
    State.SUBMITTED: "mũi tên lên",
    State.RETURNED: "mũi tên quay lại",
    State.ACCEPTED: "dấu kiểm trong hình tròn đặc",
    State.CLOSED: "ổ khóa",
    State.DUE: "đồng hồ",
    State.UNACKNOWLEDGED: "phong bì",
    State.OVERDUE: "tam giác đặc",
    State.EXEMPT: "dấu bằng",
    State.UNCLEAR: "hình thoi có dấu hỏi",
    State.UNREADABLE: "dấu chéo trong ô vuông",
}


@dataclass(frozen=True)
class SampleMember:
    name: str
    born: int
    group: str
    phone: str
    dues: Tag
    office: str = ""

    @property
    def age(self) -> str:
        return f"{self.born} ({2026 - self.born} tuổi)"


PAID = State.ACCEPTED.tag("Đã đóng")
UNPAID = State.NOT_SUBMITTED.tag("Chưa đóng", Tone.SOON)
MEMBERS = [
    SampleMember("Đặng Thị Bích", 1949, "Tổ 1", "0900000107", PAID),
    SampleMember("Hoàng Văn Chiến", 1956, "Tổ 2", "0900000114", PAID, "Tổ trưởng Tổ 2"),
    SampleMember("Nguyễn Thị Dậu", 1945, "Tổ 1", "", State.EXEMPT.tag()),
    SampleMember("Lò Thị Diễm", 1958, "Tổ 3", "0900000121", UNPAID),
]


class SampleForm(forms.Form):
    year = forms.CharField(
        label="Năm sinh", max_length=10, help_text="Nếu chỉ biết năm thì ghi năm, ví dụ 1948"
    )
    joined = forms.CharField(label="Ngày vào Hội", max_length=10)
    group = forms.ChoiceField(
        label="Tổ hội", choices=[("1", "Tổ 1"), ("2", "Tổ 2")], required=False
    )
    dues = forms.ChoiceField(
        label="Hội phí năm nay",
        widget=forms.RadioSelect,
        choices=[("paid", "Đã đóng"), ("exempt", "Được miễn\nTừ 80 tuổi, hoặc gia đình khó khăn")],
    )
    tasks = forms.MultipleChoiceField(
        label="Có thể giúp việc gì",
        widget=forms.CheckboxSelectMultiple,
        choices=[("visit", "Thăm người ốm"), ("write", "Ghi biên bản")],
        required=False,
    )
    words = forms.CharField(
        label="Ghi thêm", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    secret = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput, max_length=60)
    agreed = forms.BooleanField(label="Gia đình đã đồng ý")


class SampleFilters(forms.Form):
    q = forms.CharField(
        label="Tìm hội viên",
        help_text="Gõ tên, số điện thoại hoặc số thẻ. Không cần gõ dấu.",
        required=False,
    )
    to = forms.ChoiceField(
        label="Tổ hội", choices=[("", "Tất cả 4 tổ"), ("1", "Tổ 1")], required=False
    )
    tuoi = forms.ChoiceField(
        label="Tuổi", choices=[("", "Mọi tuổi"), ("80", "Từ 80 trở lên")], required=False
    )
    tinh_trang = forms.ChoiceField(
        label="Tình trạng",
        choices=[("now", "Đang sinh hoạt"), ("moving", "Đang chuyển")],
        required=False,
    )


def _form() -> SampleForm:
    form = SampleForm(
        {
            "year": "1948",
            "joined": "01/01/1950",
            "dues": "exempt",
            "tasks": ["visit"],
            "agreed": "on",
            "secret": "x",
        }
    )
    form.add_error("joined", "Ngày vào Hội không thể trước ngày 10/5/1995, ngày thành lập Hội")
    return form


def _table() -> Table[SampleMember]:
    columns: Sequence[Column[SampleMember]] = [
        Column("Họ và tên", "name", Role.NAME, note="office", link=lambda row: "#bang", sort="ten"),
        Column("Năm sinh", "age", Role.PLAIN, sort="sinh"),
        Column("Tổ hội", "group", Role.PLAIN),
        Column("Điện thoại", "phone", Role.PHONE, empty="Chưa có số điện thoại"),
        Column("Hội phí 2026", "dues", Role.STATE),
    ]
    return Table(
        columns,
        MEMBERS,
        "Hội viên đang sinh hoạt, xếp theo tên",
        sorted_by="ten",
        pick=Pick("chon", lambda row: row.phone, lambda row: row.name),
    )


def sample_parts() -> dict[str, Any]:
    """Everything the page of parts needs."""
    return {
        "actor": Actor(user_id=1, label="Hoàng Thị Hoa", today=dt.date(2026, 12, 7)),
        "header_unit": UnitLine("Hội Người cao tuổi tỉnh Lào Cai", "99 xã, phường"),
        "header_person": PersonLine("Hoàng Thị Hoa", "Văn phòng Hội NCT tỉnh", "chị"),
        "help_person": HelpLine("Văn phòng Trung ương Hội", "02400000000"),
        "nav": [
            NavLink(label, "#", index == 0)
            for index, label in enumerate(("Việc cần làm", "Hội viên", "Báo cáo", "Tra cứu"))
        ],
        "states": [(state.tag(), words) for state, words in SHAPE_WORDS.items()],
        "form": _form(),
        "filters": SampleFilters({"tinh_trang": "now"}),
        "table": _table(),
        "page": Page(MEMBERS, 1, 10, 183),
        "group": [
            GroupAction("Ghi thu hội phí", "#"),
            GroupAction("Ghi thăm hỏi", "#"),
            GroupAction("In thẻ hội viên", "#"),
        ],
        "tasks": [
            HomeTask(
                "Nộp báo cáo 6 tháng cuối năm 2026",
                "Đã xong 19 trên 24 chỉ tiêu. Có 1 con số khác với sổ, cần ông trả lời.",
                State.DUE.tag("Còn 3 ngày"),
                "#",
                "Lập tiếp báo cáo",
                due=dt.date(2026, 12, 10),
                due_words="Hạn nộp",
            ),
            HomeTask(
                "Tiếp nhận 2 hội viên chuyển về xã",
                "Bà Trần Thị Nhàn, 71 tuổi, từ xã Bảo Hà, tỉnh Lào Cai.",
                State.NOT_SUBMITTED.tag("Đang chờ ông"),
                "#",
                "Xem 2 hội viên",
                note="Chờ từ 03/12/2026",
            ),
        ],
        "figures": [
            HomeFigure("Hội viên", "2.648", "#", "tăng 31 từ tháng 6", "up"),
            HomeFigure("Tỷ lệ tập hợp", "92,4%", "#", "tăng 0,6 điểm", "up"),
            HomeFigure("Từ 80 tuổi trở lên", "412", "#", "không đổi từ tháng 6", "same"),
            HomeFigure("Hội phí đã thu", "86%", "#", "giảm 2 điểm", "down"),
        ],
        "steps": [
            Step("Chọn tệp", "đã xong"),
            Step("Khớp cột", "đã xong"),
            Step("Xem trước", "cô đang ở đây"),
            Step("Ghi vào sổ", "chưa ghi gì"),
        ],
        "tallies": [
            Tally(61, "hoàn thành", "done", "done", "#"),
            Tally(21, "đang làm, còn hạn", "half", "", "#"),
            Tally(5, "chưa báo đã nhận", "envelope", "ask", "#"),
            Tally(12, "quá hạn", "triangle", "bad", "#", is_current=True),
        ],
        "terms": [
            Term("Họ và tên", "Lò Thị Diễm", "#"),
            Term("Sinh", "1958 (68 tuổi), chỉ biết năm"),
            Term("Sinh hoạt tại", "Tổ 3, Chi hội thôn Đồng Tâm, xã Quy Mông, tỉnh Lào Cai"),
        ],
        "happenings": [
            Happening("Tỉnh duyệt báo cáo", "03/12/2026, 08 giờ 15. Chị Hoàng Thị Hoa."),
            Happening("Xã nộp báo cáo", "02/12/2026, 16 giờ 40. Ông Nguyễn Văn Minh."),
            Happening("Xã bắt đầu lập", "01/12/2026, 09 giờ 02. Ông Nguyễn Văn Minh."),
        ],
        "shares": [
            Share("done", "Hoàn thành", 61),
            Share("doing", "Đang làm, còn hạn", 21),
            Share("waiting", "Chưa báo đã nhận", 5),
            Share("late", "Quá hạn", 12),
        ],
        "bars": [Bar("Từ 60 đến 69", 1204), Bar("Từ 70 đến 79", 1032), Bar("Từ 80 trở lên", 412)],
    }


def sample_check(year: str) -> tuple[str, str, str]:
    """How the page of parts answers while a year is typed: kind, words, likely cause."""
    if not year:
        return "", "", ""
    if year.isdigit() and 1900 <= int(year) <= 1966:
        return "ok", f"Hợp lý: năm nay {2026 - int(year)} tuổi.", ""
    return "bad", f"Sinh năm {year} thì chưa là người cao tuổi.", "Có thể gõ nhầm một chữ số."
