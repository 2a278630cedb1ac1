"""From a name as written to the unit, body or partner meant; unknown names stay as said."""

from collections.abc import Iterable
from dataclasses import dataclass

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.meetings.models import Meeting
from bongca.meetings.queries.known import bodies_at, known_names
from bongca.meetings.rules.names import Known, plain_name
from bongca.offices.models import Body
from bongca.org.models import Grant, Partner, Unit
from bongca.programmes.models import Programme
from bongca.programmes.policies import visible_programmes


@dataclass(frozen=True, slots=True)
class Named:
    """A name with what it is in the register, if anything."""

    said: str
    unit: Unit | None = None
    body: Body | None = None
    partner: Partner | None = None

    @property
    def is_known(self) -> bool:
        return bool(self.unit or self.body or self.partner)


def named(actor: Actor, meeting: Meeting, names: Iterable[str]) -> list[Named]:
    """Return for each name what it means near this meeting."""
    wanted = [name for name in names if name]
    if not wanted:
        return []
    known = {plain_name(one.name): one for one in known_names(actor, meeting)}
    return [_named(name, known.get(plain_name(name))) for name in wanted]


def _named(name: str, one: Known | None) -> Named:
    if one is None:
        return Named(name)
    pk = int(one.key) if one.kind != "person" else 0
    match one.kind:
        case "unit":
            return Named(name, unit=Unit.objects.get(pk=pk))
        case "body":
            return Named(name, body=Body.objects.get(pk=pk))
        case "partner":
            return Named(name, partner=Partner.objects.get(pk=pk))
        case _:
            return Named(name)


def people_at(unit: Unit, meeting: Meeting, actor: Actor) -> list[tuple[str, str]]:
    """Return those with an account at a unit today, for choosing whom to call."""
    grants = Grant.objects.filter(
        unit=unit, during__contains=actor.today, user__is_active=True
    ).select_related("user")
    there = set(meeting.participants.values_list("user_id", flat=True))
    found: dict[int, str] = {}
    for grant in grants.order_by("user__display_name", "pk"):
        if grant.user_id not in there:
            title = f", {grant.title}" if grant.title else ""
            found.setdefault(grant.user_id, f"{grant.user.display_name}{title}")
    return [(str(pk), words) for pk, words in found.items()]


def users_among(unit: Unit, actor: Actor, keys: Iterable[str]) -> list[User]:
    """Return the chosen people of a unit; a key that is nobody there is left out."""
    grants = Grant.objects.filter(unit=unit, during__contains=actor.today).values("user")
    wanted = [int(key) for key in keys if key.isdecimal()]
    return list(User.objects.filter(pk__in=wanted).filter(pk__in=grants).order_by("pk"))


def bodies_for(meeting: Meeting, actor: Actor) -> list[Body]:
    """Return the bodies of the meeting's unit on its day."""
    return bodies_at(meeting.unit, meeting.held_on or actor.today)


def programmes_of(actor: Actor, meeting: Meeting) -> list[Programme]:
    """Return the programmes of the meeting's unit that run today, to answer conclusions with."""
    rows = visible_programmes(actor).filter(unit=meeting.unit_id, during__contains=actor.today)
    return list(rows.order_by("name", "pk"))
