"""The people of design.md 2 with their units and grants, and neighbours who must be refused.

    Hội NCT Việt Nam            tu, binh, mai, quantri
    ├── Hội NCT TP Bắc Ninh     hoa, quan
    │   ├── xã Tân Yên          minh
    │   │   ├── thôn Đồng Tâm   lan      (to_1, to_2)
    │   │   └── thôn Yên Lý     lan2
    │   ├── xã Nhã Nam          minh2
    │   │   └── thôn Cầu Xi     lan3
    │   └── xã Phúc Hòa         (no account, no branch)
    └── Hội NCT TP Hải Phòng    hoa2
        └── xã Nam Sách         minh3
            └── thôn An Thượng  (no account)
    Bộ Y tế (partner)           liaison

Everything is valid from 1/7/2025 on, so the cast works on any later day.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import timezone

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.text import fold, sort_key
from bongca.org import rules
from bongca.org.models import Grant, Partner, Unit, UnitAncestry, UnitName
from bongca.org.policies import actor_for

TODAY = date(2026, 11, 22)
SINCE = DateRange(date(2025, 7, 1), None)
PASSWORD = "cay-cao-bong-ca-2026"

# key, parent, tier, name, place
UNITS = (
    ("central", "", "central", "Hội Người cao tuổi Việt Nam", "Việt Nam"),
    ("bac_ninh", "central", "province", "Hội NCT thành phố Bắc Ninh", "thành phố Bắc Ninh"),
    ("tan_yen", "bac_ninh", "commune", "Hội NCT xã Tân Yên", "xã Tân Yên, thành phố Bắc Ninh"),
    ("dong_tam", "tan_yen", "branch", "Chi hội thôn Đồng Tâm", "thôn Đồng Tâm, xã Tân Yên"),
    ("to_1", "dong_tam", "group", "Tổ hội 1", "thôn Đồng Tâm, xã Tân Yên"),
    ("to_2", "dong_tam", "group", "Tổ hội 2", "thôn Đồng Tâm, xã Tân Yên"),
    ("yen_ly", "tan_yen", "branch", "Chi hội thôn Yên Lý", "thôn Yên Lý, xã Tân Yên"),
    ("nha_nam", "bac_ninh", "commune", "Hội NCT xã Nhã Nam", "xã Nhã Nam, thành phố Bắc Ninh"),
    ("cau_xi", "nha_nam", "branch", "Chi hội thôn Cầu Xi", "thôn Cầu Xi, xã Nhã Nam"),
    ("phuc_hoa", "bac_ninh", "commune", "Hội NCT xã Phúc Hòa", "xã Phúc Hòa, thành phố Bắc Ninh"),
    ("hai_phong", "central", "province", "Hội NCT thành phố Hải Phòng", "thành phố Hải Phòng"),
    ("nam_sach", "hai_phong", "commune", "Hội NCT xã Nam Sách", "xã Nam Sách, thành phố Hải Phòng"),
    ("an_thuong", "nam_sach", "branch", "Chi hội thôn An Thượng", "thôn An Thượng, xã Nam Sách"),
)

# key, name, salutation, role, unit, title
PEOPLE = (
    ("lan", "Vũ Thị Lan", "co", "branch_head", "dong_tam", "Chi hội trưởng"),
    ("lan2", "Ngô Thị Mận", "ba", "branch_head", "yen_ly", "Chi hội trưởng"),
    ("lan3", "Giáp Văn Thuận", "ong", "branch_head", "cau_xi", "Chi hội trưởng"),
    ("minh", "Nguyễn Văn Minh", "ong", "commune_chair", "tan_yen", "Chủ tịch Hội NCT xã"),
    ("minh2", "Trịnh Đức Thắng", "ong", "commune_chair", "nha_nam", "Chủ tịch Hội NCT xã"),
    ("minh3", "Bùi Thị Nhung", "ba", "commune_chair", "nam_sach", "Chủ tịch Hội NCT xã"),
    ("hoa", "Hoàng Thị Hoa", "chi", "province_office", "bac_ninh", "Văn phòng Hội NCT thành phố"),
    (
        "hoa2",
        "Lương Thu Hằng",
        "chi",
        "province_office",
        "hai_phong",
        "Văn phòng Hội NCT thành phố",
    ),
    ("tu", "Trần Anh Tú", "anh", "central_staff", "central", "Chuyên viên Ban Chăm sóc NCT"),
    ("mai", "Đặng Quỳnh Mai", "chi", "central_office", "central", "Văn phòng Trung ương Hội"),
    ("binh", "Phạm Thanh Bình", "ong", "leader", "central", "Phó Chủ tịch Hội"),
    ("quan", "Đỗ Hồng Quân", "anh", "inspector", "bac_ninh", "Ủy viên Ban Kiểm tra"),
    ("liaison", "Tạ Minh Đức", "anh", "liaison", "", "Cán bộ đầu mối"),
    ("quantri", "Lê Quốc Trí", "anh", "administrator", "central", "Quản trị hệ thống"),
)


@dataclass
class Cast:
    """Units and users by their short names: `cast.dong_tam`, `cast.lan`."""

    units: dict[str, Unit] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    grants: dict[str, Grant] = field(default_factory=dict)
    partner: Partner | None = None
    today: date = TODAY

    def __getattr__(self, name: str) -> Any:
        for kept in (self.__dict__["units"], self.__dict__["users"]):
            if name in kept:
                return kept[name]
        raise AttributeError(f"nobody and nothing in the cast is called {name}")

    def actor(self, name: str, today: date | None = None) -> Actor:
        """Return the actor a user is through their grant."""
        return actor_for(self.users[name], today or self.today, grant=self.grants[name])

    def client(self, name: str = "") -> Client:
        """Return a browser signed in as this user, or as nobody."""
        client = Client()
        if name:
            client.force_login(self.users[name])
        return client


def build_cast() -> Cast:
    """Write the cast into the database, as rows: no action decides who may be in it."""
    cast = Cast()
    _add_units(cast)
    cast.partner = Partner.objects.create(
        name="Bộ Y tế", kind="ministry", search_name=fold("Bộ Y tế"), during=SINCE
    )
    _add_people(cast)
    return cast


def _add_units(cast: Cast) -> None:
    last: dict[str, int] = {}
    names, ancestry = [], []
    for pk, (key, parent_key, tier, name, place) in zip(_unit_ids(), UNITS, strict=True):
        parent = cast.units.get(parent_key)
        lft, rgt = rules.root_interval()
        if parent:
            lft, rgt = rules.next_slot(parent.lft, parent.rgt, tier, last.get(parent_key))
            last[parent_key] = lft
        unit = Unit(
            pk=pk, name=name, tier=tier, parent=parent, lft=lft, rgt=rgt, during=SINCE,
            place_name=place, sort_key=sort_key(name), search_name=fold(name),
            phone="0204 3878 000",
        )  # fmt: skip
        unit.province = parent.province if parent else None
        unit.commune = parent.commune if parent else None
        if tier in ("province", "commune"):
            setattr(unit, tier, unit)
        cast.units[key] = unit
        names.append(UnitName(unit=unit, name=name, during=SINCE))
        ancestor, depth = parent, 1
        while ancestor:
            ancestry.append(UnitAncestry(unit=unit, ancestor=ancestor, depth=depth, during=SINCE))
            ancestor, depth = ancestor.parent, depth + 1
    Unit.objects.bulk_create(cast.units.values())
    UnitName.objects.bulk_create(names)
    UnitAncestry.objects.bulk_create(ancestry)


def _unit_ids() -> list[int]:
    """Take as many ids as there are units, so that those which name themselves go in at once."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)",
            [Unit._meta.db_table, len(UNITS)],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _add_people(cast: Cast) -> None:
    for number, (key, name, salutation, *_) in enumerate(PEOPLE):
        cast.users[key] = User(
            username=key, display_name=name, salutation=salutation,
            phone=f"0912000{number:03d}", password=_hashed(),
        )  # fmt: skip
    User.objects.bulk_create(cast.users.values())
    for key, _, _, role, unit_key, title in PEOPLE:
        unit = cast.units.get(unit_key)
        confirmer = cast.users["lan"].pk if unit_key == "central" else None
        cast.grants[key] = Grant(
            user=cast.users[key], role=role, unit=unit, partner=None if unit else cast.partner,
            title=title, during=SINCE, confirmed_by_id=confirmer,
            confirmed_at=timezone.now() if confirmer else None,
        )  # fmt: skip
    Grant.objects.bulk_create(cast.grants.values())


@cache
def _hashed() -> str:
    """Return the password of all of them as it is kept; made once, since it never differs."""
    return make_password(PASSWORD)
