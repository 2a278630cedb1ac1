"""Leave the one entry that every action owes."""

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

from bongca.core import clock, crypto
from bongca.core.actor import Actor
from bongca.core.models import AuditEntry, AuditSubjectKey, Installation


def record(
    actor: Actor,
    act: str,
    obj: models.Model | tuple[str, str],
    *,
    changes: Mapping[str, Any] | None = None,
    person_id: UUID | None = None,
    personal: Mapping[str, Any] | None = None,
) -> None:
    """Write one audit entry in the transaction of the act.

    `act` is the permission word or verb ("members.end_membership"); `changes` holds what is not
    personal; `personal` holds values about `person_id`, sealed under that person's own key so
    that erasure can destroy the key and leave the chain whole.
    """
    object_type, object_id = obj if isinstance(obj, tuple) else _name(obj)
    AuditEntry.objects.create(
        epoch=_epoch(),
        xid=_transaction_id(),
        at=clock.now(),
        user_id=actor.user_id,
        actor_label=actor.label[:200],
        on_behalf_of=actor.on_behalf_of[:200],
        unit_id=actor.unit_id,
        act=act,
        object_type=object_type,
        object_id=object_id,
        changes=json.loads(json.dumps(changes or {}, default=str)),
        person_id=person_id,
        sealed=_seal(person_id, personal) if person_id and personal else None,
    )


def personal_values(entry: AuditEntry) -> dict[str, Any]:
    """Return the personal values of an entry, or an empty dict after erasure."""
    if entry.sealed is None or entry.person_id is None:
        return {}
    holder = AuditSubjectKey.objects.filter(pk=entry.person_id).first()
    if holder is None:
        return {}
    key = bytes.fromhex(crypto.decrypt(holder.wrapped_key))
    values: dict[str, Any] = json.loads(crypto.decrypt(entry.sealed, key=key))
    return values


def _name(obj: models.Model) -> tuple[str, str]:
    return obj._meta.label_lower, str(obj.pk)


def _seal(person_id: UUID, personal: Mapping[str, Any]) -> bytes:
    holder, _ = AuditSubjectKey.objects.get_or_create(
        person_id=person_id, defaults={"wrapped_key": crypto.encrypt(os.urandom(32).hex())}
    )
    key = bytes.fromhex(crypto.decrypt(holder.wrapped_key))
    return crypto.encrypt(json.dumps(dict(personal), default=str, ensure_ascii=False), key=key)


def _transaction_id() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id()::text::bigint")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


@cache
def _epoch() -> int:
    installation = Installation.objects.filter(pk=1).first()
    return installation.audit_epoch if installation else 1
