"""Rights and reach: the only way to a queryset of units and the only way to a yes.

A grant ties a user to a role at a unit; a role is a list of permission words with reach. The
actor of a request is made here once (`actor_for`), and every other app asks `require`.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet
from django.http import Http404

from bongca.accounts.models import User
from bongca.core.actor import Actor, Reach
from bongca.core.errors import DomainError, NotAllowed
from bongca.org import rules
from bongca.org.models import Freeze, Grant, Unit

_EVERYWHERE = (Reach.BELOW, Reach.TOPIC, Reach.COMPARTMENT)
_COUNTED = Q(partner__isnull=False) | ~Q(unit__tier="central") | Q(confirmed_at__isnull=False)

# Asked for on every request: no more of a grant than an actor is made of.
_OF_ACTOR = ("role", "title", "unit__tier", "unit__lft", "unit__rgt")


class Frozen(DomainError):
    """The unit is being reorganised and cannot be written into for the moment."""

    status = 409

    def __init__(self, unit: Unit):
        super().__init__(
            "frozen",
            f"{unit.name} đang được sắp xếp lại, tạm thời chưa ghi được."
            " Xin thử lại sau, những gì đã nhập vẫn còn.",
        )


def grants_of(user: User, today: date) -> QuerySet[Grant]:
    """Return the grants that count today: dated, and at Central confirmed by a second person."""
    return _counting(user, today).select_related("unit", "partner")


def _counting(user: User, today: date) -> QuerySet[Grant]:
    return (
        Grant.objects.filter(_COUNTED, user=user, during__contains=today)
        .filter(Q(unit__isnull=True) | Q(unit__is_open=True))
        .order_by("unit__lft", "pk")
    )


def actor_for(user: User, today: date, *, grant: Grant | None = None) -> Actor:
    """Return the actor this user is today, through `grant` or the first grant that counts."""
    grant = grant or _counting(user, today).select_related("unit").only(*_OF_ACTOR).first()
    if grant is None or grant.role not in rules.ROLES:
        return Actor(user_id=user.pk, label=user.display_name, today=today)
    unit = grant.unit
    title = grant.title or rules.ROLES[grant.role].title
    return Actor(
        user_id=user.pk,
        label=f"{user.display_name}, {title}",
        today=today,
        unit_id=unit.pk if unit else None,
        grant_id=grant.pk,
        tier=unit.tier if unit else "partner",
        lft=unit.lft if unit else 0,
        rgt=unit.rgt if unit else -1,
        role=grant.role,
        words=_words(grant.role),
    )


def _words(role: str) -> Mapping[str, Reach]:
    listed = rules.ROLES[role].words
    return MappingProxyType({word: Reach(reach) for word, reach in listed.items()})


def may(actor: Actor, word: str, unit: Unit | None = None) -> bool:
    """Tell whether the actor holds the word at this unit (or at all, without a unit)."""
    if actor.is_system:
        return True
    reach = actor.reach(word)
    if reach is None:
        return False
    if unit is None:
        return True
    if reach is Reach.UNIT:
        return unit.pk == actor.unit_id
    return reach in _EVERYWHERE and actor.lft <= unit.lft <= actor.rgt


def require(actor: Actor, word: str, unit: Unit | None = None) -> None:
    """Let the act go on, or raise.

    Raises Http404 when the unit is outside the actor's sight, NotAllowed (403) when it is inside
    but the word is not held there.
    """
    if unit is not None and not in_sight(actor, unit):
        raise Http404
    if not may(actor, word, unit):
        raise NotAllowed(word)


def require_writable(actor: Actor, word: str, unit: Unit) -> None:
    """Like `require`, and raise Frozen while the unit or one above it is being reorganised."""
    require(actor, word, unit)
    frozen = Freeze.objects.filter(
        until__isnull=True, unit__lft__lte=unit.lft, unit__rgt__gte=unit.lft
    )
    if frozen.exists():
        raise Frozen(unit)


def in_sight(actor: Actor, unit: Unit) -> bool:
    """Tell whether the unit lies in the actor's interval of the tree of today."""
    return actor.is_system or actor.lft <= unit.lft <= actor.rgt


def visible_units(actor: Actor) -> QuerySet[Unit]:
    """Return the units the actor may see: the own one and everything below it."""
    if not actor.is_system and not actor.holds("units.view"):
        return Unit.objects.none()
    return Unit.objects.filter(lft__gte=actor.lft, lft__lte=actor.rgt)


def units_above(actor: Actor) -> QuerySet[Unit]:
    """Return the chain of units over the actor's own: their names are public to those below."""
    return Unit.objects.filter(lft__lt=actor.lft, rgt__gte=actor.rgt).order_by("lft")


def sees_everything(actor: Actor) -> bool:
    """Tell whether the actor's interval is the whole tree."""
    return actor.is_system or (actor.lft == 0 and actor.rgt >= rules.WIDTH["central"] - 1)


KEEPS_ACCOUNTS = ("accounts.reset", "accounts.provision", "grants.give")


def visible_users(actor: Actor) -> QuerySet[User]:
    """Return the users who hold or held a grant inside the actor's interval.

    Only for those who keep accounts; at the top of the tree that is every user.
    """
    if not actor.is_system and not any(actor.holds(word) for word in KEEPS_ACCOUNTS):
        return User.objects.none()
    if sees_everything(actor):
        return User.objects.all()
    inside = Grant.objects.filter(
        user=OuterRef("pk"), unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt
    )
    return User.objects.filter(Exists(inside))


def visible_grants(actor: Actor) -> QuerySet[Grant]:
    """Return the grants at the actor's unit and below; at the top also those at partners."""
    if not actor.is_system and not any(actor.holds(word) for word in KEEPS_ACCOUNTS):
        return Grant.objects.none()
    if sees_everything(actor):
        return Grant.objects.all()
    return Grant.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def reaches_beyond(actor: Actor, user: User) -> bool:
    """Tell whether some grant of the user, of today or to come, lies outside the interval."""
    if sees_everything(actor):
        return False
    mine = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    open_still = Grant.objects.filter(user=user, during__overlap=(actor.today, None))
    return open_still.exclude(mine).exists()


def require_over(actor: Actor, word: str, user: User) -> None:
    """Let an act on another's account go on: the user stands at the actor's unit or below.

    Raises Http404 when the user is out of sight, NotAllowed for oneself, without the word, or
    when the user also answers for a unit the actor does not reach.
    """
    if not visible_users(actor).filter(pk=user.pk).exists():
        raise Http404
    if user.pk == actor.user_id:
        raise NotAllowed(word, "Tài khoản của chính mình thì người khác phải làm.")
    if not actor.is_system and not actor.holds(word):
        raise NotAllowed(word)
    if reaches_beyond(actor, user):
        raise NotAllowed(word, "Người này còn làm việc cho đơn vị khác, xin nhờ cấp trên.")


def can_act_over(actor: Actor, word: str, user: User) -> bool:
    """Tell whether `require_over` would let the act go on, for showing a button."""
    try:
        require_over(actor, word, user)
    except (Http404, NotAllowed):
        return False
    return True


def resetters_over(user: User, today: date) -> QuerySet[Grant]:
    """Return the rights by which somebody above may give this user a password, nearest first.

    Above means over every unit the user works for, and at Central beside it. Whoever is still to
    come in with a slip of their own does not count: then the next tier is the nearest.
    """
    places = Grant.objects.filter(user=user)
    present = places.filter(during__overlap=(today, None))
    places = present if present.exists() else places
    ends = places.aggregate(first=Min("unit__lft"), last=Max("unit__lft"))
    above = Q(unit__tier="central")
    if ends["last"] is not None and not places.filter(unit__isnull=True).exists():
        above |= Q(unit__lft__lt=ends["first"], unit__rgt__gte=ends["last"])
    resets = [role.code for role in rules.ROLES.values() if "accounts.reset" in role.words]
    able = Q(role__in=resets, user__is_active=True, user__must_change_password=False)
    return (
        Grant.objects.filter(_COUNTED, above, able, during__contains=today)
        .exclude(user=user)
        .select_related("unit", "user")
        .order_by("-unit__lft", "pk")
    )


def require_reset(actor: Actor, user: User) -> None:
    """Let somebody be given a new password, with which the giver could come in as well.

    Raises what `require_over` raises, and NotAllowed for all but the nearest office above.
    """
    require_over(actor, "accounts.reset", user)
    if not _is_nearest(actor, user):
        said = "Phiếu đăng nhập do đơn vị ngay trên người này cấp, xin nhờ nơi ấy."
        raise NotAllowed("accounts.reset", said)


def can_reset(actor: Actor, user: User) -> bool:
    """Tell whether `require_reset` would let the act go on, for showing a button."""
    return can_act_over(actor, "accounts.reset", user) and _is_nearest(actor, user)


def _is_nearest(actor: Actor, user: User) -> bool:
    nearest = resetters_over(user, actor.today).first()
    return actor.is_system or (nearest is not None and nearest.unit_id == actor.unit_id)
