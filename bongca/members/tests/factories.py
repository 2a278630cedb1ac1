"""Members made through the actions, as officers make them."""

from collections.abc import Iterable
from datetime import date

from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.members.actions.admitting import admit_member
from bongca.members.actions.ending import Ending, Votes, end_membership
from bongca.members.actions.recording import Beginning
from bongca.members.enums import HowBegan, HowEnded, MemberKind
from bongca.members.models import Membership
from bongca.org.models import Unit
from bongca.people.actions.persons import PersonFields
from bongca.people.models import Person

NAMES = (
    "Đặng Thị Bích", "Hoàng Văn Chiến", "Nguyễn Thị Dậu", "Lò Thị Diễm", "Phạm Văn Đễ",
    "Trần Thị Giỏi", "Nguyễn Văn Hòa", "Vũ Đình Khuyến", "Bùi Thị Lượng", "Đỗ Thị Ngữ",
)  # fmt: skip


def admit(
    actor: Actor,
    unit: Unit,
    name: str = "Nguyễn Văn Hòa",
    *,
    sex: str = "m",
    birth: str = "1951",
    joined: str = "",
    how: HowBegan = HowBegan.ROLL,
    kind: MemberKind = MemberKind.REGULAR,
    phone: str = "",
) -> Membership:
    """Admit one person; dates in the ISO form of PartialDate, "" for unknown."""
    return admit_member(
        actor=actor,
        unit=unit,
        wanted=PersonFields(name, sex, PartialDate.from_iso(birth) if birth else None, phone=phone),
        beginning=Beginning(how, PartialDate.from_iso(joined) if joined else None, kind),
        is_someone_else=True,
    )


def admit_several(actor: Actor, unit: Unit, names: Iterable[str] = NAMES) -> list[Person]:
    """Admit the ten people of the look's story, or these."""
    return [
        admit(
            actor, unit, name, sex="f" if " Thị " in name else "m", birth=str(1940 + 2 * i)
        ).person
        for i, name in enumerate(names)
    ]


def end(actor: Actor, person: Person, how: HowEnded, on: date | str) -> Membership:
    """End a membership on a day, or on "2026", "2026-03"."""
    day = PartialDate.of(on) if isinstance(on, date) else PartialDate.from_iso(on)
    paper = "Biên bản họp chi hội ngày 12/9/2026"
    votes = Votes(10, 9, 8) if how == HowEnded.STRUCK_OFF else None
    ending = Ending(how, day, citation=paper, votes=votes)
    return end_membership(actor=actor, person_id=person.pk, ending=ending)
