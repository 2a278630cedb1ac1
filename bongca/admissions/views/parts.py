"""What the pages here share: tags, the answer of a form."""

from typing import Any

from django import forms
from django.http import HttpResponse

from bongca.admissions.enums import ApplicationState, TransferState
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import State, Tone, render

APPLICATION_TAGS = {
    ApplicationState.WAITING: State.SUBMITTED.tag("Chờ công nhận"),
    ApplicationState.RECOGNISED: State.ACCEPTED.tag("Đã công nhận"),
    ApplicationState.REFUSED: State.RETURNED.tag("Không công nhận"),
    ApplicationState.WITHDRAWN: State.EXEMPT.tag("Đã rút đơn"),
}
TRANSFER_TAGS = {
    TransferState.SENT: State.SUBMITTED.tag("Đang chuyển"),
    TransferState.ACCEPTED: State.ACCEPTED.tag("Đã tiếp nhận"),
    TransferState.DECLINED: State.RETURNED.tag("Không tiếp nhận"),
    TransferState.WITHDRAWN: State.EXEMPT.tag("Đã rút lại", Tone.PLAIN),
}
PER_PAGE = 20


def say(form: forms.Form, refusal: DomainError) -> None:
    """Put a refusal beside its field, or at the top."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)


def form_page(request: Request, template: str, form: forms.Form, **more: Any) -> HttpResponse:
    """Draw a form, with what was typed kept when it was refused."""
    return render(request, template, None, {"form": form, **more}, 422 if form.is_bound else 200)
