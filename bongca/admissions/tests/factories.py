"""Applications and transfers made through the actions, as officers make them."""

from datetime import date

from bongca.admissions.actions.applications import Asking, record_application
from bongca.admissions.actions.transfers import send_transfer
from bongca.admissions.models import Application, Transfer
from bongca.core.dates import PartialDate
from bongca.core.scope import scoped, whole_tree
from bongca.members.enums import MemberKind
from bongca.members.tests.factories import admit
from bongca.org.models import Unit
from bongca.people.actions.persons import PersonFields
from tests.cast import Cast


def apply_for(
    cast: Cast,
    name: str = "Trần Thị Giỏi",
    *,
    who: str = "lan",
    unit: Unit | None = None,
    birth: str = "1966-03-12",
    kind: MemberKind = MemberKind.REGULAR,
    under_sixty: str = "",
    asked_on: date | None = None,
) -> Application:
    """Let somebody ask a chi hội to take them in."""
    actor = cast.actor(who)
    with scoped(actor):
        return record_application(
            actor=actor,
            unit=unit or cast.dong_tam,
            wanted=PersonFields(name, "f", PartialDate.from_iso(birth)),
            asking=Asking(asked_on or cast.today, kind, under_sixty=under_sixty),
            is_someone_else=True,
        )


def send(cast: Cast, to: Unit, name: str = "Nguyễn Văn Hòa", *, joined: str = "2010") -> Transfer:
    """Let cô Lan send one of her members to a unit elsewhere; returns her side."""
    lan = cast.actor("lan")
    with scoped(lan):
        row = admit(lan, cast.to_1, name, joined=joined)
        return send_transfer(
            actor=lan, person_id=row.person_id, to_unit_id=to.pk, reason="Về ở với con"
        )


def other_side(row: Transfer) -> Transfer:
    """Return the side of a transfer that the other unit holds."""
    with whole_tree():
        return Transfer.objects.exclude(side=row.side).get(transfer=row.transfer)


def read_again(row: Transfer) -> Transfer:
    """Return a side of a transfer as it stands now."""
    with whole_tree():
        return Transfer.objects.get(pk=row.pk)
