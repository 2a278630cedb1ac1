"""Where the demonstration takes place: six real communes, invented chi hội.

The communes are those of the State's map; no thôn named here is meant to be a real one. Each
unit founded for the demonstration says so in its deciding paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

MARK: Final = "Đơn vị minh họa, không có thật"
LAN_BRANCH: Final = "thôn Đồng Tâm"  # empty: cô Lan brings its roll herself
LAN_NEIGHBOUR: Final = "thôn Yên Lý"


@dataclass(frozen=True, slots=True)
class DemoCommune:
    """A commune of the demonstration: its place on the map, how its branches are called."""

    key: str
    territory: str
    kind: str
    branch_count: int
    members: int
    fixed: tuple[str, ...] = ()


COMMUNES: Final[tuple[DemoCommune, ...]] = (
    DemoCommune("tan_yen", "C-2-07339", "thôn", 28, 2700, (LAN_BRANCH, LAN_NEIGHBOUR)),
    DemoCommune("nha_nam", "C-2-07306", "thôn", 27, 2650),
    DemoCommune("phuc_hoa", "C-2-07330", "thôn", 26, 2580),
    DemoCommune("nam_sach", "C-2-10606", "thôn", 29, 2760),
    DemoCommune("thanh_ha", "C-2-10813", "thôn", 27, 2690),
    DemoCommune("dong_hai", "C-2-11411", "tổ dân phố", 25, 2720),
)

_HAMLETS: Final = (
    "An Bình", "An Cư", "An Lạc", "An Phú", "Bãi Dâu", "Bến Đông", "Bình An", "Cao Xá",
    "Cầu Đá", "Chùa Nguộn", "Cổng Chợ", "Cửa Đình", "Dinh Hạ", "Dinh Thượng", "Đa Lộc", "Đình Cả",
    "Đoài Thượng", "Đông Cầu", "Đông Khánh", "Đồng Bông", "Đồng Lim", "Đồng Vàng", "Giếng Chùa",
    "Gò Me", "Hạ Lý", "Hậu Cường", "Hòa Làng", "Hồng Phong", "Hương Canh", "Kim Sa", "Làng Nội",
    "Lò Nồi", "Lương Phú", "Mai Trung", "Ngõ Giữa", "Ngọc Trì", "Ngô Thôn", "Nội Hạc", "Phố Chợ",
    "Phú Cường", "Phúc Đình", "Quang Lộc", "Sàng Bến", "Sơn Đông", "Tân Hòa", "Tân Lập", "Tây Đình",
    "Thanh Cù", "Thịnh Hòa", "Thọ Đông", "Thượng Cầu", "Tiền Phong", "Trại Giữa", "Trung Hòa",
    "Trung Làng", "Vàng Giữa", "Văn Miếu Hạ", "Vườn Trám", "Xuân Lai", "Yên Khê",
)  # fmt: skip


def branches_of(commune: DemoCommune) -> list[str]:
    """Return the names of a commune's branches, always the same ones."""
    if commune.kind == "tổ dân phố":
        return [f"tổ dân phố số {number}" for number in range(1, commune.branch_count + 1)]
    chance = Random(commune.territory)  # noqa: S311 - not a secret: the same names every time
    invented = chance.sample(_HAMLETS, commune.branch_count - len(commune.fixed))
    return [*commune.fixed, *(f"{commune.kind} {name}" for name in invented)]


def groups_of(commune: DemoCommune, branch_number: int) -> list[str]:
    """Return the names of the groups of a branch: three to five."""
    chance = Random(f"{commune.territory}/{branch_number}")  # noqa: S311 - not a secret
    return [f"Tổ hội {number}" for number in range(1, chance.randint(3, 5) + 1)]


def shares_of(commune: DemoCommune) -> Iterator[int]:
    """Say how many members each branch but cô Lan's has; together they are the commune's."""
    chance = Random(f"{commune.territory}/members")  # noqa: S311 - not a secret
    weights = [
        0.0 if name == LAN_BRANCH else chance.uniform(0.5, 1.6) for name in branches_of(commune)
    ]
    left, total = commune.members, sum(weights)
    for weight in weights:
        share = round(left * weight / total) if total else 0
        yield share
        left, total = left - share, total - weight
