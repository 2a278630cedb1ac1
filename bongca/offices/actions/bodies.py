"""Bodies of a unit and their terms (domain.md 2.2)."""

from datetime import date

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.text import nfc
from bongca.offices.enums import BodyKind
from bongca.offices.models import Body, Term
from bongca.org.models import Unit
from bongca.org.policies import require_writable


@transaction.atomic
def open_term(
    *, actor: Actor, unit: Unit, since: date, until: date, name: str = "", citation: str = ""
) -> Term:
    """Begin a nhiệm kỳ of a unit; terms of units are not synchronised in the country.

    Raises DomainError for days the wrong way round or for a term that overlaps another.
    """
    require_writable(actor, "offices.appoint", unit)
    if until <= since:
        raise DomainError("term_days", "Ngày kết thúc phải sau ngày bắt đầu.", field="until")
    if Term.objects.filter(unit=unit, during__overlap=(since, until)).exists():
        raise DomainError("term_overlaps", "Khoảng ngày này trùng với một nhiệm kỳ khác.")
    term = Term.objects.create(
        unit=unit,
        name=nfc(name) or f"{since.year}–{until.year}",
        during=(since, until),
        citation=citation,
    )
    audit.record(actor, "offices.open_term", term, changes={"since": since, "until": until})
    return term


@transaction.atomic
def form_body(
    *,
    actor: Actor,
    unit: Unit,
    kind: str,
    on: date,
    name: str = "",
    seats: int | None = None,
    citation: str = "",
    term: Term | None = None,
) -> Body:
    """Form a committee, office or leadership of a unit, under the usual name of its kind.

    Raises DomainError for a day that cannot be or a second body of that name; NotAllowed, Frozen.
    """
    require_writable(actor, "offices.appoint", unit)
    if on > actor.today:
        raise DomainError("day_to_come", "Ngày này chưa tới. Xin ghi ngày đã qua.", field="on")
    said = nfc(name) or str(BodyKind(kind).label)
    same = Body.objects.filter(unit=unit, kind=kind, during__overlap=(on, None))
    if said.casefold() in {other.casefold() for other in same.values_list("name", flat=True)}:
        raise DomainError("body_there", f"{unit.name} đã có {said}.", status=409, field="name")
    body = Body.objects.create(
        unit=unit,
        kind=kind,
        name=said,
        term=term or _term_of(unit, on),
        seats=seats,
        during=(on, None),
        citation=citation,
    )
    audit.record(
        actor, "offices.form_body", body, changes={"unit": unit.pk, "kind": kind, "name": said}
    )
    return body


def body_for(actor: Actor, unit: Unit, kind: str, on: date) -> Body:
    """Return the unit's body of this kind on that day, forming it when there is none."""
    present = Body.objects.filter(unit=unit, kind=kind, during__contains=on).order_by("pk").first()
    if present is not None:
        return present
    return form_body(actor=actor, unit=unit, kind=kind, on=on)


def _term_of(unit: Unit, on: date) -> Term | None:
    return Term.objects.filter(unit=unit, during__contains=on).first()
