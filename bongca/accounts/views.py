"""One's own account: name, password, sessions, keys for programs, notices."""

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from bongca.accounts import policies, queries
from bongca.accounts.actions.notices import read_notice
from bongca.accounts.actions.second_factor import drop_second_factor
from bongca.accounts.actions.sessions import end_session
from bongca.accounts.actions.users import edit_account
from bongca.accounts.forms import OwnAccountForm
from bongca.accounts.models import User
from bongca.core.http import Request
from bongca.core.ui import Term, page_of, redirect, render, render_question, toast
from bongca.core.ui.tags.filters import phone_words


@login_not_required
@require_GET
def forgotten(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/forgotten.html")


@require_GET
def account(request: Request) -> HttpResponse:
    user = _user(request)
    edit_url = reverse("accounts:account_edit")
    terms = [
        Term("Họ và tên", user.display_name),
        Term("Tên đăng nhập", user.username),
        Term("Cách gọi", user.addressed, edit_url),
        Term("Điện thoại", phone_words(user.phone) or "Chưa ghi", edit_url),
        Term("Thư điện tử", _mail_words(user), edit_url),
    ]
    links = queries.account_links(request.actor)
    return render(request, "accounts/account.html", None, {"terms": terms, "links": links})


def _mail_words(user: User) -> str:
    if not user.email:
        return "Chưa ghi"
    return user.email if user.mails_wanted else f"{user.email}, không nhận lời nhắn"


def account_edit(request: Request) -> HttpResponse:
    user = _user(request)
    before = {
        name: getattr(user, name) for name in ("salutation", "phone", "email", "mails_wanted")
    }
    form = OwnAccountForm(request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        edit_account(
            actor=request.actor, user=user, display_name=user.display_name, **form.cleaned_data
        )
        toast(request, "Đã ghi cách gọi và chỗ liên lạc.")
        return redirect(request, "accounts:account")
    return render(
        request, "accounts/account_edit.html", None, {"form": form}, 422 if form.is_bound else 200
    )


@require_POST
def session_end(request: Request, session_id: int) -> HttpResponse:
    end_session(actor=request.actor, session_id=session_id)
    toast(request, "Máy ấy đã được đăng xuất.")
    return redirect(request, "usersessions_list")


def second_factor_drop(request: Request) -> HttpResponse:
    if request.method == "POST" and not did_recently_reauthenticate(request):
        again = urlencode({"next": request.path})
        return redirect(request, f"{reverse('account_reauthenticate')}?{again}")
    if request.method == "POST":
        drop_second_factor(actor=request.actor, user=_user(request))
        toast(request, "Đã bỏ bước thứ hai. Từ nay chỉ cần mật khẩu.")
        return redirect(request, "mfa_index")
    return render_question(
        request, "accounts/_second_factor_drop.html", title="Bỏ bước thứ hai khi đăng nhập?"
    )


@require_GET
def notice_list(request: Request) -> HttpResponse:
    page = page_of(queries.notices_of(request.actor), request.GET.get("trang"), per_page=20)
    return render(request, "accounts/notice_list.html", None, {"page": page})


@require_GET
def notice_open(request: Request, pk: int) -> HttpResponse:
    notice = get_object_or_404(
        policies.visible_notices(request.actor).select_related("user"), pk=pk
    )
    read_notice(actor=request.actor, notice=notice)
    return redirect(request, notice.url or "accounts:notice_list")


def _user(request: Request) -> User:
    user = request.user
    assert isinstance(user, User)
    return user
