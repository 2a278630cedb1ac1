"""For those who watch over personal data: texts, log, incidents, inventory."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core import clock
from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, Term, page_of, redirect, render, toast
from bongca.core.ui.written import short_date
from bongca.members.queries.lists import parts_of
from bongca.org.policies import require
from bongca.papers.queries import render_pdf
from bongca.privacy.actions.consents import set_text
from bongca.privacy.actions.incidents import handle_incident, record_incident
from bongca.privacy.actions.settling import settle_holding
from bongca.privacy.exports.inventory import paper_of
from bongca.privacy.forms import HandleForm, IncidentForm, LogFilters, SettleForm, TextForm
from bongca.privacy.models import Incident
from bongca.privacy.policies import VIEW, WATCH, require_some
from bongca.privacy.queries.accesses import Access, accesses, lines
from bongca.privacy.queries.incidents import listed_incidents, seen_incident
from bongca.privacy.queries.inventory import Held, inventory
from bongca.privacy.queries.requests import owed
from bongca.privacy.queries.texts import listed_texts, own_unit
from bongca.privacy.rules.deadlines import report_by
from bongca.privacy.views.shown import form_page, incident_tag, moment_words, taken

PER_PAGE = 20


@require_safe
def privacy_home(request: Request) -> HttpResponse:
    """Lead to everything about personal data, with what is owed."""
    require_some(request.actor)
    context = {
        "unit": own_unit(request.actor),
        "owed": owed(request.actor),
        "may_view": request.actor.holds(VIEW),
        "may_watch": request.actor.holds(WATCH),
    }
    return render(request, "privacy/privacy_home.html", None, context)


def text_list(request: Request) -> HttpResponse:
    """List the texts that hold here; whoever watches over personal data writes the next."""
    texts = listed_texts(request.actor)
    may_set = request.actor.holds(WATCH)
    if request.method == "POST":
        require(request.actor, WATCH)
    form = TextForm(request.POST or None, initial={"from_on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        unit, said = own_unit(request.actor), form.cleaned_data
        if taken(form, lambda: set_text(actor=request.actor, unit=unit, **said)):
            toast(request, "Đã ghi bản nội dung đồng ý.")
            return redirect(request, "privacy:text_list")
    page = page_of(texts, request.GET.get("trang"), PER_PAGE)
    context = {"form": form, "page": page, "may_set": may_set}
    return render(request, "privacy/text_list.html", None, context, 422 if form.is_bound else 200)


@require_safe
def access_log(request: Request) -> HttpResponse:
    """Show who looked at what is hidden and who took data out."""
    require(request.actor, WATCH)
    own = own_unit(request.actor)
    form = LogFilters(request.GET, units=parts_of(request.actor, own))
    page = page_of(accesses(request.actor, form.wanted()), request.GET.get("trang"), PER_PAGE)
    columns = [
        Column[Access]("Ai", "who", Role.NAME),
        Column[Access]("Việc", "act"),
        Column[Access]("Của ai, bao nhiêu", "about", link=_member_url),
        Column[Access]("Dùng để làm gì", "purpose", empty="Không phải ghi"),
        Column[Access]("Làm việc cho", "unit"),
        Column[Access]("Lúc", lambda one: moment_words(one.at)),
    ]
    table = Table(columns, lines(request.actor, page.items), "Nhật ký xem và xuất, mới nhất ở trên")
    context = {"form": form, "page": page, "table": table}
    return render(request, "privacy/access_log.html", None, context)


@require_safe
def incident_list(request: Request) -> HttpResponse:
    """List the incidents of the scope."""
    page = page_of(listed_incidents(request.actor), request.GET.get("trang"), PER_PAGE)
    now = clock.now()
    columns = [
        Column[Incident](
            "Chuyện gì",
            "what",
            Role.NAME,
            link=lambda one: reverse("privacy:incident_detail", args=[one.pk]),
        ),
        Column[Incident]("Đơn vị", "unit.name"),
        Column[Incident]("Biết lúc", lambda one: moment_words(one.known_at)),
        Column[Incident]("Tình trạng", lambda one: incident_tag(one, now), Role.STATE),
    ]
    table = Table(columns, page.items, "Sự cố dữ liệu cá nhân, chưa xong ở trên")
    return render(request, "privacy/incident_list.html", None, {"page": page, "table": table})


def incident_add(request: Request) -> HttpResponse:
    """Write an incident down."""
    require(request.actor, WATCH)
    form = IncidentForm(request.POST or None, initial={"known_on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        unit, found = own_unit(request.actor), form.found()
        if taken(form, lambda: record_incident(actor=request.actor, unit=unit, found=found)):
            toast(request, "Đã ghi sự cố. Đồng hồ 72 giờ đang chạy.")
            return redirect(request, "privacy:incident_list")
    context = {
        "title": "Ghi sự cố dữ liệu cá nhân",
        "lead": "Danh sách bị lộ, mất sổ, gửi nhầm tệp. Phải báo cơ quan chuyên trách trong 72 giờ"
        " kể từ lúc biết.",
        "button": "Ghi sự cố",
        "back_url": reverse("privacy:incident_list"),
    }
    return form_page(request, form, context)


@require_safe
def incident_detail(request: Request, pk: int) -> HttpResponse:
    """Show an incident with its clock."""
    incident = seen_incident(request.actor, pk)
    context = {
        "incident": incident,
        "state": incident_tag(incident, clock.now()),
        "terms": _incident_terms(incident),
        "due": moment_words(report_by(incident.known_at)),
    }
    return render(request, "privacy/incident_detail.html", None, context)


def incident_edit(request: Request, pk: int) -> HttpResponse:
    """Write down what was done about an incident and whom it was reported to."""
    incident = seen_incident(request.actor, pk)
    form = HandleForm(request.POST or None, initial=_initial(incident))
    if request.method == "POST" and form.is_valid():
        handled = form.handled()
        if taken(
            form, lambda: handle_incident(actor=request.actor, incident_id=pk, handled=handled)
        ):
            toast(request, "Đã ghi bước xử lý sự cố.")
            return redirect(request, "privacy:incident_detail", pk)
    context = {
        "title": "Xử lý sự cố",
        "lead": f"Báo cơ quan chuyên trách trước {moment_words(report_by(incident.known_at))}.",
        "button": "Ghi lại",
        "back_url": reverse("privacy:incident_detail", args=[pk]),
    }
    return form_page(request, form, context)


@require_safe
def inventory_page(request: Request) -> HttpResponse:
    """Show which data are held, why, how long, and who opens them."""
    found = inventory(request.actor)
    columns = [
        Column[Held]("Loại dữ liệu", "holding.name", Role.NAME),
        Column[Held]("Gồm những gì", "holding.data"),
        Column[Held]("Dùng để làm gì", "holding.purpose"),
        Column[Held]("Căn cứ", "basis"),
        Column[Held]("Giữ bao lâu", "kept"),
        Column[Held]("Ai được xem", "who"),
    ]
    table = Table(columns, found.rows, "Kiểm kê dữ liệu cá nhân")
    context = {
        "unit": found.unit,
        "basis": found.basis,
        "table": table,
        "may_print": request.actor.holds(WATCH),
    }
    return render(request, "privacy/inventory_page.html", None, context)


def holding_settle(request: Request) -> HttpResponse:
    """Write down the basis and the time of keeping of a class of data."""
    require(request.actor, WATCH)
    form = SettleForm(request.POST or None, initial={"from_on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        unit, settled = own_unit(request.actor), form.settled()
        if taken(form, lambda: settle_holding(actor=request.actor, unit=unit, settled=settled)):
            toast(request, "Đã ghi căn cứ và thời hạn.")
            return redirect(request, "privacy:inventory_page")
    context = {
        "title": "Ghi căn cứ, thời hạn giữ dữ liệu",
        "lead": "Ghi ở cấp nào thì dùng cho cấp ấy và các cấp dưới chưa ghi riêng. Đổi thì ghi lần"
        " mới, lần trước còn giữ.",
        "button": "Ghi lại",
        "back_url": reverse("privacy:inventory_page"),
    }
    return form_page(request, form, context)


@require_safe
def inventory_print(request: Request) -> HttpResponse:
    """Give the inventory as an official paper."""
    require(request.actor, WATCH)
    content = render_pdf(paper_of(inventory(request.actor), request.actor.today))
    headers = {
        "Content-Disposition": 'attachment; filename="kiem-ke-du-lieu-ca-nhan.pdf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _member_url(line: Access) -> str:
    return reverse("members:member_detail", args=[line.person_id]) if line.person_id else ""


def _incident_terms(incident: Incident) -> list[Term]:
    reported = incident.reported_at
    told, closed = incident.told_on, incident.closed_on
    return [
        Term("Đơn vị", incident.unit.name),
        Term("Biết lúc", moment_words(incident.known_at)),
        Term("Chuyện gì", incident.what),
        Term("Dữ liệu nào", incident.which_data),
        Term("Của ai", incident.whose),
        Term("Đã làm gì", incident.measures or "Chưa ghi"),
        Term("Đã báo", f"{incident.reported_to}, {moment_words(reported)}" if reported else "Chưa"),
        Term("Báo người bị ảnh hưởng", short_date(told) if told else "Chưa"),
        Term("Xong ngày", short_date(closed) if closed else "Chưa xong"),
        Term("Người ghi", incident.recorded_by),
    ]


def _initial(incident: Incident) -> dict[str, object]:
    reported = incident.reported_at.astimezone(clock.VIETNAM) if incident.reported_at else None
    return {
        "measures": incident.measures,
        "reported_on": reported.date() if reported else None,
        "reported_time": reported.strftime("%H:%M") if reported else None,
        "reported_to": incident.reported_to,
        "told_on": incident.told_on,
    }
