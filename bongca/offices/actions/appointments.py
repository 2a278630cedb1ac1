"""Giữ chức: who holds which office until when, by which paper; and the right that hangs on it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import Http404

from bongca.accounts.models import User
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import title_name
from bongca.offices.enums import HowAppointed
from bongca.offices.models import Appointment, Body, Position
from bongca.org import policies as org_policies
from bongca.org import rules as org_rules
from bongca.org.actions.grants import end_grant, give_grant
from bongca.org.models import Grant
from bongca.people.actions.persons import PersonFields, build_person
from bongca.people.enums import PersonStatus
from bongca.people.models import Person, UserPerson
from bongca.people.policies import visible_persons

SENTENCES = {"appointment_once_a_day": "Người này đang giữ chức ấy rồi."}


@dataclass(frozen=True, slots=True)
class Citation:
    """A deciding paper as printed: symbol, date, issuer."""

    symbol: str = ""
    on: date | None = None
    issuer: str = ""


class OfficeTaken(DomainError):
    """A position with one holder already has one on that day."""

    status = 409

    def __init__(self, holder: Appointment):
        super().__init__(
            "office_taken",
            f"{holder.display_name} đang giữ chức {holder.position.title}."
            " Xin ghi kết thúc giữ chức của người này trước.",
            field="position",
        )


@transaction.atomic
def appoint(
    *,
    actor: Actor,
    body: Body,
    position: Position,
    on: date,
    how: str = HowAppointed.ELECTED,
    person: Person | None = None,
    new_person: PersonFields | None = None,
    until: date | None = None,
    citation: Citation | None = None,
) -> Appointment:
    """Record that a person holds an office from a day on; a new person is put into the unit.

    Where the position carries a role and the person has an account, the right is given too and
    ends with the office. Raises OfficeTaken, DomainError for what cannot be, Http404 for a
    person out of sight, NotAllowed, Frozen.
    """
    unit = body.unit
    org_policies.require_writable(actor, "offices.appoint", unit)
    body = Body.objects.select_for_update().get(pk=body.pk)
    _require_fit(actor, body, position, on, until)
    _require_free(body, position, on, until)
    holder = _holder(actor, body, person, new_person)
    paper = citation or Citation()
    with said_in_words(SENTENCES):
        appointment = Appointment.objects.create(
            person=holder,
            display_name=holder.full_name,
            position=position,
            body=body,
            unit=unit,
            during=(on, until),
            how=how,
            citation_symbol=paper.symbol,
            citation_on=paper.on,
            citation_issuer=paper.issuer,
            recorded_at=clock.now(),
        )
    _hang_grant(actor, appointment, until)
    audit.record(
        actor,
        "offices.appoint",
        appointment,
        changes={"position": position.code, "unit": unit.pk, "on": on, "citation": paper.symbol},
        person_id=holder.pk,
        personal={"name": holder.full_name},
    )
    return appointment


@transaction.atomic
def end_appointment(
    *, actor: Actor, appointment: Appointment, on: date, how: str, citation: str = "", version: int
) -> Appointment:
    """Record that somebody holds an office no longer, and end the right that hung on it.

    Raises DomainError for a day before it began or to come, or when it had ended; Changed.
    """
    appointment = _locked(actor, appointment, version)
    began = appointment.during.lower
    if on > actor.today:
        raise DomainError("day_to_come", "Ngày này chưa tới. Xin ghi ngày đã qua.", field="on")
    if began is not None and on <= began:
        raise DomainError(
            "before_beginning", f"Giữ chức từ {began:%d/%m/%Y}. Xin ghi ngày sau đó.", field="on"
        )
    upper = appointment.during.upper
    if appointment.ended_how or (upper is not None and upper < on):
        raise DomainError("ended", "Việc giữ chức này đã kết thúc.", status=409)
    appointment.during = (began, on)
    appointment.ended_how, appointment.ended_citation = how, citation
    appointment.version += 1
    appointment.save(update_fields=["during", "ended_how", "ended_citation", "version"])
    _end_hanging(actor, appointment)
    audit.record(
        actor,
        "offices.end_appointment",
        appointment,
        changes={"on": on, "how": how, "citation": citation},
    )
    return appointment


@transaction.atomic
def void_appointment(*, actor: Actor, appointment: Appointment) -> None:
    """Take back an appointment recorded by mistake, with the right that hung on it.

    A second time changes nothing. Raises NotAllowed, Frozen, Http404.
    """
    appointment = _locked(actor, appointment, appointment.version)
    if appointment.voided_at is not None:
        return
    appointment.voided_at = clock.now()
    appointment.version += 1
    appointment.save(update_fields=["voided_at", "version"])
    _end_hanging(actor, appointment)
    audit.record(actor, "offices.void_appointment", appointment)


def _locked(actor: Actor, appointment: Appointment, version: int) -> Appointment:
    org_policies.require_writable(actor, "offices.appoint", appointment.unit)
    latest = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("unit", "position", "grant")
        .get(pk=appointment.pk)
    )
    if latest.version != version:
        raise Changed({"Giữ chức": _days(latest)}, {"Giữ chức": "như trên trang đang mở"})
    return latest


def _days(held: Appointment) -> str:
    first, upper = held.during.lower, held.during.upper
    began = f"từ {first:%d/%m/%Y}" if first else "chưa rõ từ ngày nào"
    return f"{began} đến {upper:%d/%m/%Y}" if upper else f"{began} đến nay"


def _require_fit(
    actor: Actor, body: Body, position: Position, on: date, until: date | None
) -> None:
    if position.tier != body.unit.tier or position.body_kind != body.kind:
        raise DomainError("wrong_position", "Chức danh này không có ở đây.", field="position")
    if on > actor.today:
        raise DomainError("day_to_come", "Ngày này chưa tới. Xin ghi ngày đã qua.", field="on")
    if until is not None and until <= on:
        raise DomainError("days", "Ngày kết thúc phải sau ngày bắt đầu.", field="until")
    founded = body.during.lower
    if founded is not None and on < founded:
        raise DomainError(
            "before_body",
            f"{body.name} có từ {founded:%d/%m/%Y}. Xin ghi ngày từ đó trở đi.",
            field="on",
        )


def _require_free(body: Body, position: Position, on: date, until: date | None) -> None:
    if not position.is_single:
        return
    holders = Appointment.objects.filter(
        body=body, position=position, voided_at__isnull=True, during__overlap=(on, until)
    )
    holder = holders.select_related("position").first()
    if holder is not None:
        raise OfficeTaken(holder)


def _holder(
    actor: Actor, body: Body, person: Person | None, new_person: PersonFields | None
) -> Person:
    if person is not None:
        if not visible_persons(actor).filter(pk=person.pk).exists():
            raise Http404
        return person
    wanted = new_person or PersonFields("")
    if not title_name(wanted.full_name):
        raise DomainError("name_missing", "Xin ghi họ và tên.", field="full_name")
    created = build_person(body.unit, wanted, PersonStatus.NOT_MEMBER)
    created.save(force_insert=True)
    return created


def _hang_grant(actor: Actor, appointment: Appointment, until: date | None) -> None:
    """Give the right that the position carries, or hang the one already held upon the office."""
    role, unit = appointment.position.role, appointment.unit
    link = UserPerson.objects.filter(person=appointment.person).select_related("user").first()
    if link is None or not _carries(actor, link.user, role, appointment):
        return
    present = Grant.objects.filter(
        user=link.user, role=role, unit=unit, during__contains=actor.today
    ).first()
    if present is None:
        title = appointment.position.title
        present = give_grant(
            actor=actor, user=link.user, role=role, unit=unit, title=title, until=until
        )
    elif hasattr(present, "appointment"):
        return
    appointment.grant = present
    appointment.save(update_fields=["grant"])


def _carries(actor: Actor, user: User, role: str, appointment: Appointment) -> bool:
    unit = appointment.unit
    if role not in org_rules.ROLES or unit.tier not in org_rules.ROLES[role].tiers:
        return False
    upper = appointment.during[1]  # as given: not read back from the database
    if upper is not None and upper <= actor.today:
        return False
    return user.pk != actor.user_id and org_policies.may(actor, "grants.give", unit)


def _end_hanging(actor: Actor, appointment: Appointment) -> None:
    if appointment.grant is not None:
        end_grant(actor=actor, grant=appointment.grant)
