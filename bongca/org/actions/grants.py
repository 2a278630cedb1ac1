"""Rights given and ended: nobody grants himself, and a grant at Central takes two people."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from bongca.accounts.actions.notices import notify
from bongca.accounts.models import User
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.org import policies, rules
from bongca.org.models import Grant, Partner, Unit

# Who handed somebody the password in these days may still know it, and is no second person.
SLIP_COOLING = timedelta(days=30)


class GrantRefused(DomainError):
    """This role cannot be given here, to this person, or by this person."""


@transaction.atomic
def give_grant(
    *,
    actor: Actor,
    user: User,
    role: str,
    unit: Unit | None = None,
    partner: Partner | None = None,
    title: str = "",
    until: date | None = None,
) -> Grant:
    """Let a user act in a role for a unit at or below one's own, or for a partner, from today.

    At Central it counts once another person has confirmed it. Raises Http404 and NotAllowed for
    a unit out of reach, GrantRefused for oneself, a role that does not fit, or a second time.
    """
    _require_place(actor, unit, partner)
    if user.pk == actor.user_id:
        raise GrantRefused("self", "Không ai tự giao quyền cho mình được.")
    _require_fit(role, unit)
    if until is not None and until <= actor.today:
        raise GrantRefused("until", "Ngày này đã qua. Xin ghi từ hôm nay trở đi.", field="until")
    if _open_grants(actor.today).filter(user=user, role=role, unit=unit, partner=partner).exists():
        raise GrantRefused("twice", "Người này đã có quyền ấy ở đơn vị này.", field="role")
    grant = Grant.objects.create(
        user=user, role=role, unit=unit, partner=partner, title=title,
        during=(actor.today, until), given_by_id=actor.user_id,
        confirmed_at=clock.now() if actor.is_system else None,
    )  # fmt: skip
    _tell_those_between(actor, grant)
    audit.record(
        actor, "org.give_grant", grant,
        changes={"user": user.pk, "role": role, "unit": unit.pk if unit else None},
    )  # fmt: skip
    return grant


@transaction.atomic
def confirm_grant(*, actor: Actor, grant: Grant) -> Grant:
    """Make a grant at Central count, as the second person. A second time changes nothing.

    Raises Http404, NotAllowed, GrantRefused for the giver, the receiver, or where passwords
    handed out lately let one person be both.
    """
    assert grant.unit is not None
    policies.require(actor, "grants.give", grant.unit)
    if actor.user_id in (grant.given_by_id, grant.user_id):
        raise GrantRefused("second_person", "Quyền ở Trung ương phải do người thứ hai xác nhận.")
    if _may_be_one_person(actor.user_id, grant.given_by_id):
        raise GrantRefused(
            "second_person",
            "Mật khẩu của người giao hoặc người xác nhận mới được cấp lại, nên chưa chắc là hai"
            " người. Xin để người khác xác nhận.",
        )
    if grant.confirmed_at is not None:
        return grant
    grant.confirmed_by_id, grant.confirmed_at = actor.user_id, clock.now()
    grant.save(update_fields=["confirmed_by_id", "confirmed_at"])
    audit.record(actor, "org.confirm_grant", grant)
    return grant


@transaction.atomic
def end_grant(*, actor: Actor, grant: Grant) -> Grant:
    """End a grant today; what was done with it stays. A second time changes nothing.

    Raises Http404, NotAllowed, GrantRefused for the last one at Central who may give rights.
    """
    _require_place(actor, grant.unit, grant.partner)
    if grant.during.upper is not None and grant.during.upper <= actor.today:
        return grant
    if _is_last_giver(grant, actor.today):
        raise GrantRefused(
            "last_giver", "Đây là người cuối cùng ở Trung ương giao được quyền, chưa kết thúc được."
        )
    start = grant.during.lower or actor.today
    grant.during = (start, max(start, actor.today))
    grant.ended_by_id = actor.user_id
    grant.save(update_fields=["during", "ended_by_id"])
    grant.refresh_from_db()
    audit.record(actor, "org.end_grant", grant)
    return grant


def _require_place(actor: Actor, unit: Unit | None, partner: Partner | None) -> None:
    if unit is not None:
        policies.require(actor, "grants.give", unit)
    elif partner is not None and policies.sees_everything(actor):
        policies.require(actor, "grants.give")
    else:
        raise GrantRefused("partner", "Quyền của đơn vị phối hợp do Trung ương giao.", status=403)


def _require_fit(role: str, unit: Unit | None) -> None:
    tier = unit.tier if unit else "partner"
    if role not in rules.ROLES or tier not in rules.ROLES[role].tiers:
        raise GrantRefused("role", "Vai trò này không có ở cấp ấy.", field="role")
    if unit is not None and not unit.is_open:
        raise GrantRefused("closed", f"{unit.name} đã kết thúc hoạt động.", field="unit")


def _open_grants(today: date) -> QuerySet[Grant]:
    return Grant.objects.filter(during__overlap=(today, None))


def _may_be_one_person(confirmer_id: int | None, giver_id: int | None) -> bool:
    """Tell whether somebody may lately have known the passwords of both."""
    return bool(_may_know_password(confirmer_id) & _may_know_password(giver_id))


def _may_know_password(user_id: int | None) -> set[int]:
    """Return the user, whoever lately handed them a password, whoever did so to that one …"""
    since = clock.now() - SLIP_COOLING
    known: set[int] = set()
    while user_id is not None and user_id not in known:
        known.add(user_id)
        handed = User.objects.filter(pk=user_id, slip_issued_at__gt=since)
        user_id = handed.values_list("slip_issued_by_id", flat=True).first()
    return known


def _givers() -> list[str]:
    return [role.code for role in rules.ROLES.values() if "grants.give" in role.words]


def has_giver(today: date, *, but: Grant | None = None) -> bool:
    """Tell whether somebody (else than by one grant) gives rights at Central."""
    givers = _open_grants(today).filter(
        unit__tier="central", role__in=_givers(), confirmed_at__isnull=False, user__is_active=True
    )
    return givers.exclude(pk=but.pk if but else 0).exists()


def _is_last_giver(grant: Grant, today: date) -> bool:
    if grant.unit is None or grant.unit.tier != "central" or grant.role not in _givers():
        return False
    return not has_giver(today, but=grant)


def _tell_those_between(actor: Actor, grant: Grant) -> None:
    """Tell whoever gives rights at the unit, and between it and the giver: nobody is bypassed."""
    if grant.unit is None:
        return
    between = _open_grants(actor.today).filter(
        unit__lft__gte=actor.lft, unit__lft__lte=grant.unit.lft, unit__rgt__gte=grant.unit.lft,
        role__in=_givers(),
    ).exclude(user=grant.user)  # fmt: skip
    title = grant.title or rules.ROLES[grant.role].title
    notify(
        actor=actor,
        user_ids=between.values_list("user_id", flat=True),
        text=f"{grant.user.display_name} được giao quyền {title}, {grant.unit.name}."
        + ("" if actor.is_system else f" Người giao: {actor.label}."),
        about=f"org.grant:{grant.pk}",
    )
