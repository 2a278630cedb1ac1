"""What one person agreed to and asked."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, redirect, render, toast
from bongca.core.ui.written import short_date
from bongca.privacy.actions.consents import record_consent, withdraw_consent
from bongca.privacy.actions.requests import record_request
from bongca.privacy.forms import ConsentForm, RequestForm, WithdrawForm
from bongca.privacy.models import PersonRequest
from bongca.privacy.policies import RECORD
from bongca.privacy.queries.persons import person_page, seen_consent, texts_over
from bongca.privacy.views.shown import form_page, request_tag, taken


@require_safe
def person_detail(request: Request, pk: UUID) -> HttpResponse:
    """Show what a person agreed to and asked."""
    shown = person_page(request.actor, pk)
    today = request.actor.today
    columns = [
        Column[PersonRequest](
            "Yêu cầu",
            lambda one: one.get_kind_display(),
            Role.NAME,
            link=lambda one: reverse("privacy:request_detail", args=[one.pk]),
        ),
        Column[PersonRequest]("Nhận ngày", lambda one: short_date(one.received_on)),
        Column[PersonRequest]("Tình trạng", lambda one: request_tag(one, today), Role.STATE),
    ]
    table = Table(columns, shown.requests, "Yêu cầu của người này, mới nhất ở trên")
    context = {"shown": shown, "person": shown.person, "table": table}
    return render(request, "privacy/person_detail.html", None, context)


def consent_add(request: Request, pk: UUID) -> HttpResponse:
    """Write down that a person agreed."""
    shown = person_page(request.actor, pk, RECORD)
    texts = list(texts_over(request.actor, shown.person))
    form = ConsentForm(request.POST or None, request.FILES or None, texts=texts)
    if request.method == "POST" and form.is_valid():
        given = form.given()
        if taken(form, lambda: record_consent(actor=request.actor, person_id=pk, given=given)):
            toast(request, f"Đã ghi sự đồng ý của {shown.person.full_name}.")
            return redirect(request, "privacy:person_detail", pk)
    context = {
        "title": f"Ghi sự đồng ý của {shown.person.full_name}",
        "lead": "Im lặng không phải là đồng ý. Người ấy ký trên giấy, hoặc nói trước người làm"
        " chứng.",
        "missing": "" if texts else "Chưa có bản nội dung đồng ý. Xin nhờ Hội cấp xã ghi trước.",
        "button": "Ghi sự đồng ý",
        "back_url": reverse("privacy:person_detail", args=[pk]),
    }
    return form_page(request, form, context)


def consent_withdraw(request: Request, pk: UUID) -> HttpResponse:
    """Write down that a person took a consent back."""
    consent = seen_consent(request.actor, pk)
    person = consent.person
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if taken(form, lambda: withdraw_consent(actor=request.actor, consent_id=pk, **said)):
            toast(request, "Đã ghi việc rút đồng ý. Yêu cầu kèm theo đã vào danh sách có hạn.")
            return redirect(request, "privacy:person_detail", person.pk)
    context = {
        "title": f"{person.full_name} rút lại sự đồng ý",
        "lead": f"{consent.text.purpose}. Ghi xong, máy mở một yêu cầu: trả lời trong 2 ngày làm"
        " việc, dừng dùng dữ liệu vào việc này trong 15 ngày. Điều đã ghi trong sổ không tự mất.",
        "button": "Ghi việc rút đồng ý",
        "back_url": reverse("privacy:person_detail", args=[person.pk]),
    }
    return form_page(request, form, context)


def request_add(request: Request, pk: UUID) -> HttpResponse:
    """Take in what a person asks about their data."""
    shown = person_page(request.actor, pk, RECORD)
    form = RequestForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        asked = form.asked()
        if taken(form, lambda: record_request(actor=request.actor, person_id=pk, asked=asked)):
            toast(request, f"Đã nhận yêu cầu của {shown.person.full_name}.")
            return redirect(request, "privacy:person_detail", pk)
    context = {
        "title": f"Yêu cầu của {shown.person.full_name}",
        "lead": "Phải trả lời trong 2 ngày làm việc kể từ ngày nhận.",
        "button": "Nhận yêu cầu",
        "back_url": reverse("privacy:person_detail", args=[pk]),
    }
    return form_page(request, form, context)
