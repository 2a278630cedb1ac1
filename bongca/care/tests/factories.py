"""Elders of thôn Đồng Tâm, and a round of xã Tân Yên, made through the actions."""

from datetime import date

from bongca.care.actions.rounds import Ceremony, add_round, freeze_round
from bongca.care.models import LongevityRound
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit
from bongca.org.models import Unit
from bongca.people.models import Person
from tests.cast import Cast

# By the year of birth, in the year 2026.
ELDERS = (
    ("Đặng Thị Bích", "1924"),  # above one hundred
    ("Hoàng Văn Chiến", "1926-05-02"),  # 100
    ("Nguyễn Thị Dậu", "1931"),  # 95
    ("Lò Thị Diễm", "1936-08-19"),  # 90
    ("Phạm Văn Đễ", "1946"),  # 80
    ("Trần Thị Giỏi", "1956-12-30"),  # 70
    ("Nguyễn Văn Hòa", "1955"),  # none
)


def add_elders(cast: Cast, unit: Unit | None = None) -> dict[str, Person]:
    """Put the elders into a group of thôn Đồng Tâm; by name."""
    minh = cast.actor("minh")
    with scoped(minh):
        return {
            name: admit(
                minh, unit or cast.to_1, name, sex="f" if " Thị " in name else "m", birth=birth
            ).person
            for name, birth in ELDERS
        }


def make_round(cast: Cast, *, year: int = 2026, is_frozen: bool = False) -> LongevityRound:
    """Begin ông Minh's round of Ngày Người cao tuổi, and freeze it when asked."""
    minh = cast.actor("minh")
    ceremony = Ceremony(year, "elders_day", date(year, 6, 6), place="Nhà văn hóa xã")
    with scoped(minh):
        round = add_round(actor=minh, unit=cast.tan_yen, ceremony=ceremony)
        return freeze_round(actor=minh, round_id=round.pk) if is_frozen else round
