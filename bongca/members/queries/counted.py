"""Exactly the persons that were counted in one figure, and what became of them since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from bongca.core.actor import Actor
from bongca.core.text import sort_key
from bongca.core.ui import Page
from bongca.members.enums import Counter, Since
from bongca.members.queries.counting import AGE, CONDITIONS, FLOWS, KNOWN, bucket_of
from bongca.org.models import Unit
from bongca.org.policies import require

PER_PAGE = 50
INEXACT = {
    Counter.ADMITTED: "m.joined_day is null",
    Counter.ADMITTED_INEXACT: "true",
    Counter.DECEASED: "m.ended_day is null",
    Counter.DECEASED_INEXACT: "true",
}


@dataclass(frozen=True, slots=True)
class CountedPerson:
    """A person as counted then, and as known today."""

    person_id: UUID
    full_name: str
    birth_year: int | None
    sex: str
    since: Since
    name_now: str = ""
    is_inexact: bool = False

    @property
    def marks(self) -> list[str]:
        """Return what has to be said beside the name."""
        marks = [str(self.since.label)] if self.since else []
        if self.name_now:
            marks.append(f"Nay ghi là {self.name_now}")
        if self.is_inexact:
            marks.append("Chỉ biết tháng hoặc năm, tính theo ngày ghi vào sổ")
        return marks


def counted_persons(
    actor: Actor,
    unit: Unit,
    counter: Counter,
    *,
    as_of: date,
    as_known: datetime,
    since: date | None = None,
    number: int = 1,
    per_page: int = PER_PAGE,
) -> Page[CountedPerson]:
    """Return one page of the persons who make up a figure of a unit's bucket, by name.

    `total` of the page is the figure itself. For those who hold the roll: raises NotAllowed
    without `members.view` there, Http404 outside the actor's scope.
    """
    require(actor, "members.view", unit)
    if counter in FLOWS and since is None:
        raise ValueError("a flow needs the day before its period")
    rows = _counted(unit, counter, as_of=as_of, as_known=as_known, since=since)
    rows.sort(key=lambda row: (sort_key(row.full_name), row.person_id))
    start = (max(number, 1) - 1) * per_page
    shown = _with_present_state(unit, rows[start : start + per_page])
    return Page(items=shown, number=max(number, 1), per_page=per_page, total=len(rows))


def _counted(
    unit: Unit, counter: Counter, *, as_of: date, as_known: datetime, since: date | None
) -> list[CountedPerson]:
    bucket = bucket_of(unit)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""select m.person_id, m.full_name, m.birth_year, m.sex,
                       {INEXACT.get(counter, "false")}
                from members_membership m {AGE}
                where m.unit_pos between %(lft)s and %(rgt)s
                  and {KNOWN} and {CONDITIONS[counter]}""",  # noqa: S608 - our own constants
            {
                "lft": bucket.lft,
                "rgt": bucket.rgt,
                "as_of": as_of,
                "as_known": as_known,
                "since": since,
            },
        )
        return [
            CountedPerson(key, name, year, sex, Since.SAME, is_inexact=inexact)
            for key, name, year, sex, inexact in cursor.fetchall()
        ]


def _with_present_state(unit: Unit, rows: Sequence[CountedPerson]) -> list[CountedPerson]:
    """Look past the scope through the one function allowed to (docs/decisions/0008)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select person_id, full_name, state from public.members_present_states(%s, %s::uuid[])",
            [unit.pk, [row.person_id for row in rows]],
        )
        states = {key: (name, state) for key, name, state in cursor.fetchall()}
    shown = []
    for row in rows:
        name, state = states.get(row.person_id, (row.full_name, Since.NOT_MEMBER))
        shown.append(
            CountedPerson(
                row.person_id,
                row.full_name,
                row.birth_year,
                row.sex,
                Since(state),
                name_now=name if name != row.full_name else "",
                is_inexact=row.is_inexact,
            )
        )
    return shown
