"""What stands here about one person."""

from dataclasses import dataclass

from bongca.admissions.enums import ApplicationState, TransferSide, TransferState
from bongca.admissions.models import Application, Pause, Transfer
from bongca.admissions.policies import (
    can_decide,
    visible_applications,
    visible_pauses,
    visible_transfers,
)
from bongca.core.actor import Actor
from bongca.core.ui import Happening
from bongca.core.ui.written import short_date
from bongca.members.queries.acts import Dated
from bongca.offices.models import Appointment
from bongca.offices.policies import visible_appointments
from bongca.people.enums import PersonStatus
from bongca.people.models import Person


@dataclass(frozen=True)
class PersonAffairs:
    """The applications, transfers and pauses of a person, and what may be done now."""

    person: Person
    applications: list[Application]
    transfers: list[Transfer]
    pauses: list[Pause]
    may_write: bool

    @property
    def waiting(self) -> Application | None:
        """Return the application that has no answer yet."""
        found = (row for row in self.applications if row.state == ApplicationState.WAITING)
        return next(found, None)

    @property
    def on_the_way(self) -> Transfer | None:
        """Return the transfer out of here that has no answer yet."""
        return next(
            (
                row
                for row in self.transfers
                if row.state == TransferState.SENT and row.side == TransferSide.OUT
            ),
            None,
        )

    @property
    def resting(self) -> Pause | None:
        """Return the pause that has not ended."""
        return next((row for row in self.pauses if row.during.upper is None), None)

    @property
    def may_transfer(self) -> bool:
        """Tell whether the member can be sent elsewhere."""
        return self.may_write and self.person.status == PersonStatus.MEMBER

    @property
    def may_pause(self) -> bool:
        """Tell whether the member can be written down as resting."""
        return self.may_transfer and self.resting is None

    @property
    def may_apply(self) -> bool:
        """Tell whether the person can ask to come in."""
        able = (
            PersonStatus.NOT_MEMBER,
            PersonStatus.LEFT,
            PersonStatus.STRUCK_OFF,
            PersonStatus.MOVED,
        )
        return self.may_write and self.waiting is None and self.person.status in able


def affairs_of(actor: Actor, person: Person) -> PersonAffairs:
    """Return what the actor sees of a person's applications, transfers and pauses."""
    applications = visible_applications(actor).filter(person=person).select_related("unit")
    transfers = visible_transfers(actor).filter(person=person)
    pauses = visible_pauses(actor).filter(person=person, voided_at=None)
    return PersonAffairs(
        person,
        list(applications.order_by("-asked_on", "-pk")),
        list(transfers.select_related("from_unit", "to_unit").order_by("-sent_on", "-pk")),
        list(pauses.order_by("-during")),
        can_decide(actor, person.unit),
    )


def happenings(actor: Actor, person: Person) -> list[Dated]:
    """Return the applications, transfers, pauses and offices of a person for their history."""
    affairs = affairs_of(actor, person)
    found = [Dated(row.decided_on or row.asked_on, _asked(row)) for row in affairs.applications]
    found += [Dated(row.answered_on or row.sent_on, _sent(row)) for row in affairs.transfers]
    dated: list[tuple[Pause | Appointment, Happening]]
    dated = [(row, _rested(row)) for row in affairs.pauses]
    held = visible_appointments(actor).filter(person=person).select_related("position", "unit")
    dated += [(row, _office(row)) for row in held]
    return found + [Dated(row.during.upper or row.during.lower, said) for row, said in dated]


def _asked(row: Application) -> Happening:
    state = ApplicationState(row.state).label.lower()
    what = f"Xin vào {row.unit.name} ngày {short_date(row.asked_on)}: {state}"
    return Happening(what, row.refusal or row.citation)


def _sent(row: Transfer) -> Happening:
    state = TransferState(row.state).label.lower()
    way = f"từ {row.from_words}" if row.side == TransferSide.IN else f"đến {row.to_words}"
    what = f"Chuyển sinh hoạt {way}, gửi ngày {short_date(row.sent_on)}: {state}"
    return Happening(what, row.refusal or row.reason)


def _rested(row: Pause) -> Happening:
    until = f" đến {short_date(row.during.upper)}" if row.during.upper else ""
    return Happening(f"Tạm nghỉ từ {short_date(row.during.lower)}{until}", row.reason)


def _office(row: Appointment) -> Happening:
    until = f" đến {short_date(row.during.upper)}" if row.during.upper else ""
    what = f"{row.position.title}, {row.unit.name}: từ {short_date(row.during.lower)}{until}"
    return Happening(what, row.citation_symbol)
