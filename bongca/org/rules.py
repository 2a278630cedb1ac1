"""Roles as one table, and the arithmetic of positions in the tree. Plain Python.

`ROLES` is the table of design.md 2 and 6: each role is a list of permission words, each with a
reach. `make access` prints it as a matrix.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bongca.core.text import fold, reading_key, words_of

UNIT, BELOW, ADDRESSED, COMPARTMENT, TOPIC = (
    "unit",
    "below",
    "addressed",
    "compartment",
    "topic",
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its Vietnamese title, the tiers where it can be granted, its words with reach."""

    code: str
    title: str
    tiers: frozenset[str]
    words: Mapping[str, str]


def _role(code: str, title: str, tiers: str, **reaches: str) -> Role:
    words = {word: reach for reach, listed in reaches.items() for word in listed.split()}
    return Role(code, title, frozenset(tiers.split()), MappingProxyType(words))


_ROLL_KEEPER = (
    "members.view members.edit members.import members.export members.print people.identity"
)

_PAPERS = "documents.view documents.draft documents.register"
_MEETINGS = "meetings.view meetings.keep"
_CARE = "care.view care.record"
_PRIVACY = "privacy.view privacy.record"

ROLES: Final[Mapping[str, Role]] = MappingProxyType(
    {
        role.code: role
        for role in (
            _role(
                "branch_head",
                "Chi hội trưởng",
                "branch",
                below=f"units.view units.edit {_ROLL_KEEPER} offices.view reports.view"
                f" reports.fill reports.submit figures.view tasks.view tasks.assign {_CARE}"
                f" {_PRIVACY}",
                unit=f"{_PAPERS} tasks.carry {_MEETINGS} meetings.conclude",
            ),
            _role(
                "commune_chair",
                "Chủ tịch Hội NCT xã, phường, đặc khu",
                "commune",
                below=f"units.view units.edit {_ROLL_KEEPER} people.sensitive people.merge"
                " offices.view offices.appoint accounts.provision accounts.reset grants.give"
                " reports.view reports.fill reports.submit reports.review reports.print"
                f" figures.view audit.view tasks.view tasks.assign {_CARE}"
                f" {_PRIVACY} privacy.answer privacy.watch",
                unit=f"{_PAPERS} documents.instruct documents.sign tasks.carry programmes.edit"
                f" {_MEETINGS} meetings.conclude care.prepare care.levels",
            ),
            _role(
                "province_office",
                "Văn phòng Hội NCT tỉnh, thành phố",
                "province",
                below="units.view units.edit members.view members.export members.print offices.view"
                " offices.appoint accounts.provision accounts.reset grants.give reports.view"
                " reports.review reports.print figures.view audit.view tasks.view tasks.assign"
                " care.view privacy.view privacy.watch",
                unit=f"reports.fill reports.submit {_PAPERS} tasks.carry programmes.edit"
                f" {_MEETINGS} care.levels",
            ),
            _role(
                "central_staff",
                "Chuyên viên Ban chuyên môn Trung ương",
                "central",
                topic="units.view offices.view reports.view reports.print figures.view tasks.view",
                unit="documents.view documents.draft tasks.carry meetings.view",
            ),
            _role(
                "central_office",
                "Văn phòng Trung ương Hội",
                "central",
                below="units.view units.edit cards.design offices.view offices.appoint"
                " accounts.provision accounts.reset grants.give reports.view reports.review"
                " reports.print reports.open figures.view audit.view tasks.view tasks.assign"
                " privacy.watch",
                unit=f"{_PAPERS} tasks.carry programmes.edit {_MEETINGS}",
            ),
            _role(
                "leader",
                "Lãnh đạo Hội",
                "central province commune",
                below="units.view offices.view reports.view reports.print figures.view tasks.view"
                " tasks.assign",
                unit="documents.view documents.instruct documents.sign programmes.edit"
                " meetings.view meetings.conclude",
            ),
            _role(
                "inspector",
                "Ban Kiểm tra",
                "central province commune",
                below="units.view offices.view reports.view figures.view",
                compartment="inspection.view",
            ),
            _role(
                "liaison", "Cán bộ đầu mối của đơn vị phối hợp", "partner", addressed="plans.view"
            ),
            _role(
                "administrator",
                "Quản trị hệ thống",
                "central",
                below="units.view jobs.view audit.view accounts.reset accounts.provision"
                " grants.give",
            ),
        )
    }
)

WORDS: Final[frozenset[str]] = frozenset(word for role in ROLES.values() for word in role.words)

WORD_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "accounts.provision": "Mở tài khoản",
        "accounts.reset": "Cấp lại mật khẩu, đóng tài khoản",
        "audit.view": "Xem nhật ký",
        "cards.design": "Đặt mẫu thẻ, mở đợt đổi thẻ",
        "care.levels": "Ghi mức quà, mức trợ cấp",
        "care.prepare": "Lập đợt mừng thọ",
        "care.record": "Ghi trao quà, đơn hưởng trợ cấp",
        "care.view": "Xem mừng thọ, quyền lợi",
        "documents.draft": "Soạn văn bản",
        "documents.instruct": "Ghi bút phê",
        "documents.register": "Vào sổ, cho số văn bản",
        "documents.sign": "Ký văn bản",
        "documents.view": "Xem văn bản đến, văn bản đi",
        "figures.view": "Xem số liệu",
        "grants.give": "Giao quyền",
        "inspection.view": "Xem hồ sơ kiểm tra",
        "jobs.view": "Xem việc máy đang làm",
        "meetings.conclude": "Ghi kết luận cuộc họp",
        "meetings.keep": "Lập cuộc họp, ghi biên bản",
        "meetings.view": "Xem cuộc họp",
        "members.edit": "Ghi sổ hội viên",
        "members.export": "Xuất danh sách hội viên",
        "members.import": "Đưa danh sách từ tệp vào sổ",
        "members.print": "In danh sách, thẻ",
        "members.view": "Xem sổ hội viên",
        "offices.appoint": "Ghi người giữ chức",
        "offices.view": "Xem người giữ chức",
        "people.identity": "Xem số căn cước",
        "people.merge": "Gộp hai dòng của một người",
        "people.sensitive": "Xem dân tộc, tôn giáo, Đảng, sức khỏe",
        "plans.view": "Xem kế hoạch phối hợp",
        "privacy.answer": "Trả lời yêu cầu về dữ liệu cá nhân",
        "privacy.record": "Ghi sự đồng ý, nhận yêu cầu về dữ liệu cá nhân",
        "privacy.view": "Xem sự đồng ý, yêu cầu về dữ liệu cá nhân",
        "privacy.watch": "Xem nhật ký xem và xuất, ghi sự cố dữ liệu cá nhân",
        "programmes.edit": "Lập chương trình, kế hoạch",
        "reports.fill": "Lập báo cáo",
        "reports.open": "Mở kỳ báo cáo",
        "reports.print": "In báo cáo",
        "reports.review": "Duyệt, trả lại báo cáo",
        "reports.submit": "Nộp báo cáo",
        "reports.view": "Xem báo cáo",
        "tasks.assign": "Giao nhiệm vụ",
        "tasks.carry": "Nhận, báo kết quả nhiệm vụ",
        "tasks.view": "Xem nhiệm vụ",
        "units.edit": "Ghi đơn vị",
        "units.view": "Xem đơn vị",
    }
)

REACH_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        UNIT: "ở đơn vị mình",
        BELOW: "ở đơn vị mình và cấp dưới",
        ADDRESSED: "những gì được gửi đến",
        COMPARTMENT: "khép kín trong Ban Kiểm tra",
        TOPIC: "theo lĩnh vực, cả nước, không có tên người",
    }
)

# What a program may be given: reading only.
API_WORDS: Final = ("units.view", "figures.view", "reports.view")

# --- the shape of the Association ---------------------------------------------------------------

CHILD_TIER: Final[Mapping[str, str]] = MappingProxyType(
    {"central": "province", "province": "commune", "commune": "branch", "branch": "group"}
)
LOCAL_TIERS: Final = frozenset({"branch", "group"})

_LEADING = (
    "ban đại diện hội người cao tuổi",
    "ban đại diện người cao tuổi",
    "hội người cao tuổi",
    "hội nct",
    "chi hội",
    "tổ hội",
)
_PLACE_KINDS = (
    "thành phố", "thị trấn", "thị xã", "đặc khu", "tổ dân phố", "khu dân cư", "khu phố",
    "khu", "tỉnh", "huyện", "quận", "xã", "phường", "thôn", "xóm", "bản", "ấp", "làng", "số",
)  # fmt: skip


def proper_name(name: str) -> str:
    """Return what tells a unit from its neighbours: "Hội Người cao tuổi xã Tân Yên" is Tân Yên."""
    rest = _without_first(name, _LEADING)
    return (_without_first(rest, _PLACE_KINDS) or rest) if rest != name else name


def _without_first(name: str, openings: tuple[str, ...]) -> str:
    lowered = name.lower()
    if lowered in openings:
        return ""
    for opening in openings:
        if lowered.startswith(opening + " "):
            return name[len(opening) + 1 :]
    return name


def place_of(name: str) -> str:
    """Return the place a unit is named after: "Hội Người cao tuổi xã Tân Yên" gives xã Tân Yên."""
    return _without_first(name, _LEADING)


def written_name(tier: str, typed: str) -> str:
    """Return the full name of a branch or group from what was typed: "thôn Cầu" or "Tổ 3"."""
    lowered = typed.lower()
    if tier == "branch" and not lowered.startswith("chi hội"):
        return f"Chi hội {typed}"
    if tier == "group" and not lowered.startswith("tổ hội"):
        return f"Tổ hội {typed[3:] if lowered.startswith('tổ ') else typed}"
    return typed


def place_name(tier: str, name: str, parent_place: str) -> str:
    """Return where a unit stands, as people say it: thôn Cầu, xã Tân Yên, thành phố Bắc Ninh."""
    if tier == "group" or parent_place == "":
        return parent_place or place_of(name)
    own = place_of(name)
    return own if tier == "province" else f"{own}, {parent_place}"


def unit_keys(name: str, place: str) -> tuple[str, str]:
    """Return (sort key, search words) of a unit: proper name @ full name @ place, folded."""
    proper = proper_name(name)
    parts = (" ".join(fold(word) for word in words_of(text)) for text in (proper, name, place))
    return reading_key(proper)[:400], " @ ".join(parts)[:320]


@dataclass(frozen=True, slots=True)
class Affected:
    """What one app answers when a unit is about to change: its noun, how many, what it means.

    `blocks_closing` says that the unit cannot be closed while these stand in it.
    """

    noun: str
    count: int
    blocks_closing: bool = False
    sentence: str = ""


# --- positions -------------------------------------------------------------------------------
# Each tier has its own width, so that a move within a tier shifts a whole subtree by one number.

SLOTS_PER_PARENT: Final = 1024
WIDTH: Final[Mapping[str, int]] = MappingProxyType(
    {
        "central": 2**60,
        "province": 2**50,
        "district": 2**40,
        "commune": 2**40,
        "branch": 2**30,
        "group": 2**20,
        "kept": 2**10,  # a closed group inside the group that keeps it
    }
)


class SlotsExhausted(Exception):
    """A parent has no free slot of this tier left; its children have to be renumbered."""


def first_slot(parent_lft: int, tier: str) -> int:
    """Return the `lft` of the first child slot; the parent's own rows stand at its own `lft`."""
    return parent_lft + WIDTH[tier]


def next_slot(parent_lft: int, parent_rgt: int, tier: str, last_lft: int | None) -> tuple[int, int]:
    """Return (lft, rgt) for a new child after the child at `last_lft`.

    Raises SlotsExhausted when the parent's interval has no room after it.
    """
    lft = first_slot(parent_lft, tier) if last_lft is None else last_lft + WIDTH[tier]
    rgt = lft + WIDTH[tier] - 1
    if rgt > parent_rgt:
        raise SlotsExhausted(tier)
    return lft, rgt


def compacted(parent_lft: int, tier: str, lfts: Sequence[int]) -> list[tuple[int, int]]:
    """Return (old lft, new lft) for the children that move when the gaps between them close.

    Children keep their order and only ever move to the left, so that moving them one after the
    other, lowest first, never lands on a place that is still taken.
    """
    first, width = first_slot(parent_lft, tier), WIDTH[tier]
    wanted = [first + number * width for number in range(len(lfts))]
    return [(old, new) for old, new in zip(sorted(lfts), wanted, strict=True) if old != new]


def root_interval() -> tuple[int, int]:
    """Return (lft, rgt) of the whole tree."""
    return 0, WIDTH["central"] - 1
