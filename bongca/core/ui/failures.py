"""Pages for what went wrong: what happened, what was not lost, what to do, a code to read out."""

import logging
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from bongca.core.actor import Actor
from bongca.core.ui.header import person_line

log = logging.getLogger("bongca.failures")

_LETTERS = "ABCDEGHKLMNPQRSTVX"


def reference_code() -> str:
    """A short code to read over the telephone: K7 - 2941."""
    letter, digit = secrets.choice(_LETTERS), secrets.randbelow(10)
    return f"{letter}{digit} \u2013 {secrets.randbelow(10000):04}"


def _page(
    request: HttpRequest, status: int, heading: str, lead: str, *lines: str, template: str = "plain"
) -> HttpResponse:
    reference = reference_code()
    log.warning("page %s, reference %s", status, reference, extra={"status_code": status})
    context: dict[str, Any] = {
        "heading": heading,
        "lead": lead,
        "lines": lines,
        "reference": reference,
        "you": _you(request),
    }
    body = render_to_string(f"failures/{template}.html", context, request=request)
    return HttpResponse(body, status=status)


def _you(request: HttpRequest) -> str:
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or actor.user_id is None:
        return "ông bà"
    return person_line(actor).salutation or "ông bà"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be read."""
    return _page(
        request,
        400,
        "Máy không đọc được điều vừa gửi",
        "Chưa ghi gì vào sổ. Những gì đã lưu vẫn còn nguyên.",
        "Xin mở lại trang và làm lại. Nếu gửi tệp, xin chọn tệp nhỏ hơn.",
    )


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: within sight, but not this person's to do."""
    return _page(
        request,
        403,
        "Việc này thuộc quyền của người khác",
        "Chưa ghi gì vào sổ. Những gì đã lưu vẫn còn nguyên.",
        "Cần làm việc này thì nhờ người phụ trách của đơn vị, hoặc xin giao thêm quyền.",
    )


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of the forgery check: the page was left open too long."""
    return _page(
        request,
        403,
        "Trang mở lâu quá, máy chưa nhận",
        "Chưa ghi gì vào sổ. Những gì đã lưu vẫn còn nguyên.",
        "Xin bấm nút lùi, tải lại trang rồi gửi lại.",
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or not within this person's sight."""
    return _page(
        request,
        404,
        "Không tìm thấy trang này",
        f"Không có gì bị mất. Những gì {_you(request)} đã lưu vẫn còn nguyên.",
        template="not_found",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Nothing is read from the database here, which may be the one that failed."""
    reference = reference_code()
    log.error("page 500, reference %s", reference, extra={"status_code": 500})
    body = render_to_string(
        "failures/server.html",
        {
            "heading": "Máy đang gặp trục trặc",
            "lead": "Lỗi ở máy, không phải ở ông bà. Những gì đã lưu vẫn còn nguyên.",
            "lines": ["Xin chờ vài phút rồi làm lại việc vừa rồi."],
            "reference": reference,
        },
    )
    return HttpResponse(body, status=500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: closed for upkeep."""
    body = render_to_string(
        "failures/server.html",
        {
            "heading": "Máy đang được bảo trì",
            "lead": "Sổ sách vẫn còn nguyên. Xin vào lại sau ít phút.",
            "lines": ["Việc gấp thì ghi ra giấy trước, vào máy sau."],
        },
    )
    return HttpResponse(body, status=503, headers={"Retry-After": "300"})


REFUSAL_HEADINGS = {
    403: "Việc này thuộc quyền của người khác",
    409: "Có người vừa sửa mục này",
    413: "Tệp lớn quá, máy chưa nhận",
}


def refused_context(error: Any) -> dict[str, Any]:
    """What the page of an anticipated refusal says."""
    heading = REFUSAL_HEADINGS.get(error.status, "Chưa làm được")
    return {"error": error, "heading": heading, "lead": error.message}
