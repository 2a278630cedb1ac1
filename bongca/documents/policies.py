"""Whose papers are whose: a unit sees its own books, and what others sent to it.

A closed unit hangs under its successor, which reads its papers and writes into none of them.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet

from bongca.core.actor import Actor, Reach
from bongca.core.errors import NotAllowed
from bongca.core.models import Attachment
from bongca.documents.enums import OutgoingState
from bongca.documents.models import (
    IncomingDocument,
    NumberBook,
    OutgoingDocument,
    Recipient,
    Regulation,
    SecretEntry,
)
from bongca.org import policies as org
from bongca.org.models import Unit

VIEW, DRAFT, REGISTER = "documents.view", "documents.draft", "documents.register"
INSTRUCT, SIGN = "documents.instruct", "documents.sign"
SCAN_PURPOSE = "documents.incoming_scan"
SIGNED_PURPOSE = "documents.signed_scan"

_GIVEN = (OutgoingState.SENT, OutgoingState.RECEIVED, OutgoingState.REPLACED)


def _sees(actor: Actor) -> bool:
    return actor.reach(VIEW) is Reach.UNIT


def kept_by(actor: Actor, unit: str = "unit") -> Q:
    """The own unit, and for reading the closed ones that hang under it (design.md 14.3)."""
    own = actor.unit_id or 0
    units = Unit.objects.filter(Q(pk=own) | Q(parent=own, is_open=False))
    return _among(unit, units.values("pk"))


def _among(field: str, rows: QuerySet[Any, Any]) -> Q:
    """The field is one of these: as an array read once, so that an index serves it beside an OR."""
    chosen = Func(
        F(field), ArraySubquery(rows), template="(%(expressions)s))", arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )  # fmt: skip
    return Q(chosen)


def visible_books(actor: Actor) -> QuerySet[NumberBook]:
    """Return the number books of the actor's own unit and of those it followed."""
    if actor.is_system:
        return NumberBook.objects.all()
    if not _sees(actor):
        return NumberBook.objects.none()
    return NumberBook.objects.filter(kept_by(actor))


def visible_incoming(actor: Actor) -> QuerySet[IncomingDocument]:
    """Return the papers entered in the registers of the own unit and of those it followed."""
    if actor.is_system:
        return IncomingDocument.objects.all()
    if not _sees(actor):
        return IncomingDocument.objects.none()
    return IncomingDocument.objects.filter(kept_by(actor))


def visible_outgoing(actor: Actor) -> QuerySet[OutgoingDocument]:
    """Return the papers of the own unit and those it followed, and those sent and not recalled."""
    if actor.is_system:
        return OutgoingDocument.objects.all()
    if not _sees(actor):
        return OutgoingDocument.objects.none()
    sent_here = Recipient.objects.filter(unit=actor.unit_id or 0, sent_at__isnull=False)
    given = _among("pk", sent_here.values("document")) & Q(state__in=_GIVEN)
    return OutgoingDocument.objects.filter(kept_by(actor) | given)


def visible_deliveries(actor: Actor) -> QuerySet[Recipient]:
    """Return what other units sent to the actor's own unit and have not recalled."""
    if actor.is_system:
        return Recipient.objects.filter(sent_at__isnull=False)
    if not _sees(actor):
        return Recipient.objects.none()
    return Recipient.objects.filter(
        unit=actor.unit_id or 0, sent_at__isnull=False, document__state__in=_GIVEN
    )


def visible_secret_entries(actor: Actor) -> QuerySet[SecretEntry]:
    """Return the entries of the book for papers marked Mật: for those who keep the registers."""
    if actor.is_system:
        return SecretEntry.objects.all()
    if actor.reach(REGISTER) is not Reach.UNIT:
        return SecretEntry.objects.none()
    return SecretEntry.objects.filter(kept_by(actor, "book__unit"))


def visible_regulations(actor: Actor) -> QuerySet[Regulation]:
    """Return the rules of the actor's unit and of the units above it: they bind it too."""
    if actor.is_system:
        return Regulation.objects.all()
    if not _sees(actor):
        return Regulation.objects.none()
    return Regulation.objects.filter(unit__lft__lte=actor.lft, unit__rgt__gte=actor.rgt)


def keeps(actor: Actor, unit: Unit) -> bool:
    """Tell whether the papers of this unit are the actor's to read: its own, or one it followed."""
    followed = unit.parent_id == actor.unit_id and not unit.is_open
    return unit.pk == actor.unit_id or (followed and _sees(actor))


def may(actor: Actor, word: str, unit: Unit) -> bool:
    """Tell whether the actor holds the word at this unit, for showing a button."""
    return org.may(actor, word, unit)


def require_signing(actor: Actor, unit: Unit) -> None:
    """Let the actor record that a paper was signed by pen: the signer, or the register.

    Raises Http404 out of sight, NotAllowed for others.
    """
    if org.in_sight(actor, unit) and org.may(actor, REGISTER, unit):
        return
    org.require(actor, SIGN, unit)


def require_handling(actor: Actor, document: IncomingDocument) -> None:
    """Let an incoming paper be closed by who deals with it, or by the register.

    Raises NotAllowed for others.
    """
    is_mine = document.handler_id is not None and document.handler_id == actor.user_id
    if not is_mine and not org.may(actor, REGISTER, document.unit):
        raise NotAllowed(REGISTER, "Việc này thuộc người được giao xử lý hoặc văn thư.")


def may_open_scan(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may have the scan of an incoming paper."""
    return visible_incoming(actor).filter(scan=attachment).exists()


def may_open_signed(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may have the signed scan: its unit, and those it was sent to."""
    return visible_outgoing(actor).filter(signed_scan=attachment).exists()
