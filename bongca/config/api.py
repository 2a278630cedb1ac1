"""The API: one root, keys for programs, errors as RFC 9457 says, in Vietnamese."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, URLResolver
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from bongca.accounts.actions.tokens import mark_token_used
from bongca.accounts.queries import live_token
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.scope import set_scope
from bongca.org.api import router as org_router
from bongca.org.policies import actor_for, grants_of
from bongca.reporting.api import router as reporting_router

SIGNED_IN = ("openapi-json", "api-root")
PROBLEM = "application/problem+json"
ROOT: Final = "/api/v1/"
OUTSIDE_OPERATIONS: Mapping[int, tuple[str, str]] = {
    400: ("unreadable", "Không đọc được yêu cầu này."),
    404: ("not_found", "Không có địa chỉ này."),
    405: ("method", "Địa chỉ này chỉ để đọc, bằng GET."),
    500: ("fault", "Máy đang gặp trục trặc. Xin thử lại sau."),
}
# What a reader of figures from outside may meet; the rest of the library's kinds say "chưa đúng".
FAULTS: Mapping[str, str] = {
    "missing": "Thiếu giá trị này.",
    "int_parsing": "Phải là số nguyên.",
    "int_type": "Phải là số nguyên.",
    "greater_than_equal": "Nhỏ quá.",
    "less_than_equal": "Lớn quá.",
    "date_from_datetime_parsing": "Phải là ngày, như 2026-06-30.",
    "date_parsing": "Phải là ngày, như 2026-06-30.",
    "bool_parsing": "Phải là true hoặc false.",
    "enum": "Không có giá trị này.",
    "literal_error": "Không có giá trị này.",
}


class TokenAuth(HttpBearer):
    """Takes `Authorization: Bearer bongca_…`; the actor is the grant's, with the key's words only.

    The transaction is the one ActorMiddleware opened for this request; the scope set here for the
    rest of it is the second wall for the API as it is for pages.
    """

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        today = clock.today()
        kept = live_token(token, today)
        if kept is None:
            return None
        grant = grants_of(kept.user, today).filter(pk=kept.grant_id).first()
        if grant is None:
            return None
        full = actor_for(kept.user, today, grant=grant)
        words = {word: reach for word, reach in full.words.items() if word in kept.words}
        actor = replace(
            full, words=MappingProxyType(words), label=f"{full.label} (chương trình {kept.name})"
        )
        request.actor = actor  # type: ignore[attr-defined]  # as config.request sets it for pages
        set_scope(actor.lft, actor.rgt)
        mark_token_used(token=kept, at=clock.now())
        return actor


api = NinjaAPI(
    title="Bóng Cả",
    version="1",
    description="Đọc đơn vị và số liệu của Hội. Khóa làm ở trang Tài khoản của tôi.",
    auth=TokenAuth(),
    docs_url=None,
    docs_decorator=require_safe,
    urls_namespace="api",
)
api.add_router("", org_router)
api.add_router("", reporting_router)


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """Answer with a refusal that programs and persons can read; what was written is undone."""
    if transaction.get_connection().in_atomic_block:
        transaction.set_rollback(True)
    return _said(status, code, detail, **more)


def _said(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    body = {"type": f"urn:bongca:{code}", "status": status, "code": code, "detail": detail, **more}
    response = JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = PROBLEM
    return response


@api.exception_handler(DomainError)
def refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    return problem(error.status, error.code, error.message)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, "not_found", "Không tìm thấy, hoặc nằm ngoài phạm vi của khóa này.")


@api.exception_handler(AuthenticationError)
def no_key(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    response = problem(401, "no_key", "Thiếu khóa, hoặc khóa đã hết hạn hay đã thu hồi.")
    response.headers["WWW-Authenticate"] = 'Bearer realm="bongca"'
    return response


@api.exception_handler(HttpError)
def other(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, "refused", "Yêu cầu này không làm được.")


@api.exception_handler(ValidationError)
def unclear(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [
        {
            "field": ".".join(str(part) for part in fault["loc"][1:]),
            "message": FAULTS.get(fault["type"], "Chưa đúng."),
        }
        for fault in error.errors
    ]
    return problem(422, "unclear", "Yêu cầu chưa đúng.", errors=faults)


def operation_urls() -> tuple[list[URLResolver | URLPattern], str, str]:
    """Return the URLs: operations ask for a key, the description of them for a sign-in."""
    patterns, app_name, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and str(pattern.name) not in SIGNED_IN:
            login_not_required(pattern.callback)
    return patterns, app_name, namespace


def api_failures(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return the middleware by which programs get no page, also where no operation was reached."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        said = OUTSIDE_OPERATIONS.get(response.status_code)
        is_page = response.headers.get("Content-Type", "").startswith("text/")
        if said is None or not is_page or not request.path.startswith(ROOT):
            return response
        answer = _said(response.status_code, *said)
        if "Allow" in response.headers:
            answer.headers["Allow"] = response.headers["Allow"]
        return answer

    return middleware
