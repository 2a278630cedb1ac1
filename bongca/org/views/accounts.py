"""Accounts of those who work at one's unit and below."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET

from bongca.accounts.actions.passwords import Slip
from bongca.accounts.actions.users import NewAccount
from bongca.accounts.models import User
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.http import Request, number_in
from bongca.core.ui import (
    Column,
    Role,
    State,
    Table,
    Tag,
    Term,
    page_of,
    redirect,
    render,
    render_question,
    toast,
)
from bongca.core.ui.tags.filters import phone_words, short_date
from bongca.org import policies
from bongca.org.actions import accounts
from bongca.org.forms.accounts import AccountForm, OpenAccountForm, UserFilters
from bongca.org.models import Grant
from bongca.org.queries import users as queries


def _state(user: User) -> Tag:
    if not user.is_active:
        return State.CLOSED.tag("Đã đóng")
    if user.must_change_password:
        return State.NOT_SUBMITTED.tag("Chưa vào lần đầu")
    return State.ACCEPTED.tag("Đang dùng")


def _grants(user: User) -> str:
    present: Sequence[Grant] = getattr(user, "present_grants", ())
    return "; ".join(queries.grant_words(grant) for grant in present)


COLUMNS: list[Column[User]] = [
    Column("Họ và tên", "display_name", Role.NAME, link=lambda u: reverse(DETAIL, args=[u.pk])),
    Column("Tên đăng nhập", "username"),
    Column("Quyền", _grants, Role.WIDE, empty="Chưa có quyền nào"),
    Column("Điện thoại", lambda u: phone_words(u.phone), Role.PHONE, empty="Chưa có số"),
    Column("Tình trạng", _state, Role.STATE),
]
DETAIL = "org:user_detail"


@require_GET
def user_list(request: Request) -> HttpResponse:
    if not any(request.actor.holds(word) for word in policies.KEEPS_ACCOUNTS):
        raise NotAllowed("accounts.reset")
    form = UserFilters(request.GET)
    search = form.cleaned_data["q"] if form.is_valid() else ""
    page = page_of(queries.users_below(request.actor, search), request.GET.get("trang"), 20)
    waiting = [
        {"grant": grant, "words": queries.grant_words(grant)}
        for grant in queries.grants_to_confirm(request.actor)[:20]
    ]
    context = {
        "form": form,
        "page": page,
        "table": Table(COLUMNS, page.items, "Tài khoản, xếp theo tên đăng nhập"),
        "to_confirm": waiting,
        "can_open": request.actor.holds("accounts.provision"),
    }
    return render(request, "org/user_list.html", None, context)


@require_GET
def user_detail(request: Request, pk: int) -> HttpResponse:
    person = _seen(request, pk)
    actor = request.actor
    edit = reverse("org:user_edit", args=[pk])
    may_edit = policies.can_act_over(actor, "accounts.provision", person)
    terms = [
        Term("Tên đăng nhập", person.username),
        Term("Cách gọi", person.addressed, edit if may_edit else ""),
        Term("Điện thoại", phone_words(person.phone) or "Chưa ghi", edit if may_edit else ""),
        Term("Tình trạng", str(_state(person))),
    ]
    context = {
        "person": person,
        "terms": terms,
        "grants": [_grant_line(request, g) for g in queries.grant_history(actor, person)[:50]],
        "can_reset": policies.can_reset(actor, person),
        "can_close": policies.can_act_over(actor, "accounts.reset", person),
        "resets": queries.officer_above(person, actor.today),
        "can_give": actor.holds("grants.give") and person.pk != actor.user_id,
    }
    return render(request, "org/user_detail.html", None, context)


def _grant_line(request: Request, grant: Grant) -> dict[str, object]:
    today, upper = request.actor.today, grant.during.upper
    is_over = grant.during.isempty or (upper is not None and upper <= today)
    days = f"Từ {short_date(grant.during.lower)}" if grant.during.lower else "Chưa dùng ngày nào"
    days += f" đến hết ngày trước {short_date(upper)}" if upper else ""
    if grant.unit and grant.unit.tier == "central" and grant.confirmed_at is None:
        days += ", chờ người thứ hai đồng ý"
    return {
        "pk": grant.pk,
        "words": queries.grant_words(grant),
        "days": days,
        "can_end": not is_over and request.actor.holds("grants.give"),
    }


def user_add(request: Request) -> HttpResponse:
    policies.require(request.actor, "accounts.provision")
    form = OpenAccountForm(request.POST or None)
    around = request.GET.get("don-vi", "")
    units = queries.offered_units(request.actor, number_in(around))
    form.offer(units, queries.roles_for(*{unit.tier for unit in units}))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        account = NewAccount(typed["display_name"], typed["salutation"], typed["phone"])
        try:
            slip = accounts.open_account(
                actor=request.actor, account=account,
                unit=typed["unit"], role=typed["role"], title=typed["title"],
            )  # fmt: skip
        except DomainError as error:
            form.add_error(error.field or None, error.message)
        else:
            return slips_page(request, [(slip, typed["unit"].name)], reverse("org:user_list"))
    context = {"form": form, "back_url": reverse("org:user_list")}
    return render(request, "org/user_add.html", None, context, 422 if form.is_bound else 200)


def user_edit(request: Request, pk: int) -> HttpResponse:
    person = _seen(request, pk)
    policies.require_over(request.actor, "accounts.provision", person)
    names = ("salutation", "display_name", "phone")
    form = AccountForm(
        request.POST or None, initial={name: getattr(person, name) for name in names}
    )
    if request.method == "POST" and form.is_valid():
        accounts.edit_account(actor=request.actor, user=person, **form.cleaned_data)
        toast(request, f"Đã ghi tài khoản {person.username}.")
        return redirect(request, DETAIL, pk)
    context = {"form": form, "back_url": reverse(DETAIL, args=[pk])}
    return render(request, "org/user_edit.html", None, context, 422 if form.is_bound else 200)


def user_slip(request: Request, pk: int) -> HttpResponse:
    person = _seen(request, pk)
    policies.require_reset(request.actor, person)
    if request.method == "POST":
        slip = accounts.issue_slip(actor=request.actor, user=person)
        return slips_page(request, [(slip, _grants_in_sight(request, person))], _detail(pk))
    return _ask(request, person, "org/_user_slip.html", "Cấp phiếu đăng nhập mới?")


def user_close(request: Request, pk: int) -> HttpResponse:
    person = _seen(request, pk)
    policies.require_over(request.actor, "accounts.reset", person)
    if request.method == "POST":
        accounts.close_account(actor=request.actor, user=person)
        toast(request, f"Đã đóng tài khoản {person.username}.")
        return redirect(request, DETAIL, pk)
    return _ask(request, person, "org/_user_close.html", "Đóng tài khoản này?")


def user_reopen(request: Request, pk: int) -> HttpResponse:
    person = _seen(request, pk)
    policies.require_reset(request.actor, person)
    if request.method == "POST":
        slip = accounts.reopen_account(actor=request.actor, user=person)
        return slips_page(request, [(slip, _grants_in_sight(request, person))], _detail(pk))
    return _ask(request, person, "org/_user_reopen.html", "Mở lại tài khoản này?")


def slips_page(request: Request, slips: list[tuple[Slip, str]], back_url: str) -> HttpResponse:
    """Show slips to print, each with its place; the passwords are on this page only."""
    context = {
        "slips": [{"user": s.user, "password": s.password, "place": place} for s, place in slips],
        "address": request.build_absolute_uri("/").rstrip("/"),
        "back_url": back_url,
    }
    return render(request, "accounts/slips.html", None, context)


def _seen(request: Request, pk: int) -> User:
    return get_object_or_404(policies.visible_users(request.actor), pk=pk)


def _ask(request: Request, person: User, template: str, title: str) -> HttpResponse:
    return render_question(request, template, {"person": person}, title=title)


def _detail(pk: int) -> str:
    return reverse(DETAIL, args=[pk])


def _grants_in_sight(request: Request, person: User) -> str:
    found = queries.users_below(request.actor).filter(pk=person.pk).first()
    return _grants(found) if found else ""
