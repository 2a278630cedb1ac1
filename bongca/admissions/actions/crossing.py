"""The three functions by which a transfer crosses scopes (docs/decisions/0008 and 0025).

Parts of the actions in this package; not actions themselves.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from bongca.admissions.models import Transfer
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.core.ids import uuid7
from bongca.members.actions.counts import CountKey
from bongca.org.models import Unit
from bongca.people.enums import PersonStatus

_WHY: Final = {
    "answered": "Lượt chuyển này đã được trả lời hoặc đã rút lại. Xin mở lại danh sách.",
    "place": "Nơi tiếp nhận phải là chi hội, tổ hội của xã mình và đang hoạt động.",
    "before": "Ngày tiếp nhận phải sau ngày người này vào Hội. Xin xem lại ngày.",
    "closed": "Đơn vị chuyển đi không còn hoạt động nên không trả lại được.",
    "changed": "Sau việc này đã có ghi thêm về người này nên không hoàn tác được nữa.",
}


class CannotCross(DomainError):
    """The other side of the transfer is not as it was."""

    status = 409

    def __init__(self, why: str) -> None:
        field = {"place": "place", "before": "on"}.get(why, "")
        super().__init__(f"transfer_{why}", _WHY[why], field=field)


def pass_on(row: Transfer) -> dict[str, Any]:
    """Let the other side know what this side just wrote. Raises CannotCross.

    Returns what is counted of the person there, when the answer was no.
    """
    statement = "select public.admissions_pass_on(%s, %s, %s)"
    said: dict[str, Any] | None = _ask(statement, [row.transfer, row.side, uuid7()])
    if said is None:
        raise CannotCross("answered")
    return said


def take_over(
    actor: Actor, row: Transfer, place: Unit, on: date, now: datetime, closed: UUID
) -> dict[str, Any]:
    """Bring the person of a transfer into this scope, and say what they were.

    Raises CannotCross.
    """
    statement = "select public.admissions_take_over(%s, %s, %s, %s, %s, %s, %s, %s)"
    values = [row.transfer, place.pk, on, closed, now, actor.user_id, actor.today, actor.label]
    return _told(_ask(statement, values))


def give_back(actor: Actor, row: Transfer, now: datetime) -> dict[str, Any]:
    """Return the person to the unit that sent them, on the way again. Raises CannotCross."""
    statement = "select public.admissions_give_back(%s, %s, %s, %s)"
    return _told(_ask(statement, [row.transfer, uuid7(), now, actor.user_id]))


def counted_as(said: dict[str, Any], status: PersonStatus) -> CountKey:
    """Return under what the person was counted on the other side."""
    return CountKey(said["commune"], said["birth_year"] or 0, said["sex"], status)


def joined_of(said: dict[str, Any]) -> PartialDate | None:
    """Return when the person joined, as the other side knows it."""
    if said["joined_year"] is None:
        return None
    return PartialDate(said["joined_year"], said["joined_month"], said["joined_day"])


def _told(answer: dict[str, Any]) -> dict[str, Any]:
    if "refused" in answer:
        raise CannotCross(answer["refused"])
    return answer


def _ask(statement: str, values: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
    assert row is not None
    return json.loads(row[0]) if isinstance(row[0], str) else row[0]
