"""Who holds which office: on the page of a unit, and everybody who ever did."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, page_of, redirect, render, toast
from bongca.core.ui.written import short_date
from bongca.offices import policies
from bongca.offices.actions.bodies import form_body
from bongca.offices.enums import HowEnded
from bongca.offices.forms import BodyForm
from bongca.offices.models import Appointment
from bongca.offices.queries import officers
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, require
from bongca.org.queries.pages import seen_unit

FEW = 5


def officers_panel(request: HttpRequest, unit: Unit) -> SafeString | str:
    """Draw who holds which office of the unit today, for its page; nothing for the unentitled."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by config.request
    if not actor.is_system and not actor.holds("offices.view"):
        return ""
    held = list(officers.officers_of(actor, unit, actor.today))
    context = {
        "unit": unit,
        "table": Table(_columns(), held[:FEW], "Người giữ chức hiện nay"),
        "count": len(held),
        "has_more": len(held) > FEW,
        "may_appoint": policies.can_appoint(actor, unit) and unit.is_open,
        "may_provision": unit.tier == Tier.COMMUNE and may(actor, "accounts.provision", unit),
    }
    return render_to_string("offices/_officers_panel.html", context, request=request)


@require_safe
def officer_list(request: Request, pk: int) -> HttpResponse:
    """Show everybody who has held an office of a unit, latest first."""
    unit = seen_unit(request.actor, pk)
    require(request.actor, "offices.view", unit)
    held = officers.appointments_of(request.actor, unit)
    page = page_of(held, request.GET.get("trang"), per_page=20)
    may_appoint = policies.can_appoint(request.actor, unit) and unit.is_open
    columns = [*_columns(), Column[Appointment]("Văn bản", _paper, empty="Chưa ghi")]
    if may_appoint:
        columns.append(Column("Việc", _end_words, Role.WIDE, link=_end_url))
    table = Table(columns, page.items, "Người đã và đang giữ chức")
    bodies = officers.bodies_of(request.actor, unit, request.actor.today)
    context = {
        "unit": unit,
        "page": page,
        "table": table,
        "bodies": bodies,
        "may_appoint": may_appoint,
    }
    return render(request, "offices/officer_list.html", None, context)


def body_form(request: Request, pk: int) -> HttpResponse:
    """Form a committee or office of a unit."""
    unit = seen_unit(request.actor, pk)
    require(request.actor, "offices.appoint", unit)
    form = BodyForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            body = form_body(actor=request.actor, unit=unit, **form.cleaned_data)
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            toast(request, f"Đã ghi {body.name}.")
            return redirect(request, "org:unit_detail", unit.pk)
    status = 422 if form.is_bound else 200
    return render(request, "offices/body_form.html", None, {"unit": unit, "form": form}, status)


def _columns() -> list[Column[Appointment]]:
    return [
        Column("Họ và tên", "display_name", Role.NAME, note="position.title"),
        Column("Thuộc", "body.name", Role.PLAIN),
        Column("Giữ chức", _days, Role.PLAIN),
    ]


def _days(held: Appointment) -> str:
    return f"từ {_day(held.during.lower)} {_until(held)}"


def _until(held: Appointment) -> str:
    if held.during.upper is not None:
        return f"đến {_day(held.during.upper)}"
    term = held.body.term
    return f"đến hết nhiệm kỳ {term.name}" if term else "đến nay"


def _end_words(held: Appointment) -> str:
    return "" if held.ended_how else "Ghi thôi giữ chức"


def _paper(held: Appointment) -> str:
    """Say by which paper somebody took office, and why and by which one they left it."""
    day = _day(held.citation_on)
    words = [held.citation_symbol, f"ngày {day}" if day else "", held.citation_issuer]
    taken = ", ".join(filter(None, words))
    why = HowEnded(held.ended_how).label if held.ended_how else ""
    left = ", ".join(filter(None, [f"Thôi: {why.lower()}" if why else "", held.ended_citation]))
    return ". ".join(filter(None, [taken, left]))


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def _end_url(held: Appointment) -> str:
    return reverse("offices:appointment_end", args=[held.pk])
