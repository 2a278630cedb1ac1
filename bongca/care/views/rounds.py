"""A round of mừng thọ: prepared, frozen, changed, closed; who has received."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.care.actions import rounds as acting
from bongca.care.actions.receipts import clear_receipt, record_receipts
from bongca.care.enums import Received, RoundState
from bongca.care.forms.longevity import ReceiptForm, RoundForm
from bongca.care.models import LongevityRound, Recipient
from bongca.care.policies import PREPARE, RECORD, VIEW, can_prepare
from bongca.care.queries import rounds as finding
from bongca.care.queries.celebrated import age_of
from bongca.care.queries.listed import line_of_recipient, place_words
from bongca.care.rules.longevity import age_words, usual_day
from bongca.care.views.shown import ROUND_TAGS, born_words, held_words
from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request, number_in
from bongca.core.lunar import lunar_of
from bongca.core.ui import (
    Column,
    GroupAction,
    Page,
    Pick,
    Role,
    State,
    Step,
    Table,
    Tag,
    Term,
    page_of,
    redirect,
    render,
    toast,
)
from bongca.core.ui.written import grouped, short_date
from bongca.org.policies import may, require
from bongca.people.models import Person

PER_PAGE = 20
STEPS = [Step("Lập đợt"), Step("Chốt danh sách"), Step("Tổ chức, trao quà"), Step("Xong")]
_AT = {RoundState.PREPARING: 2, RoundState.FROZEN: 3, RoundState.CLOSED: 4}


@require_safe
def round_detail(request: Request, pk: int) -> HttpResponse:
    """Show a round: its day, its list, what has changed since, what is to be done next."""
    round = finding.seen_round(request.actor, pk)
    require(request.actor, VIEW)
    inside = may(request.actor, VIEW, round.unit)
    changes = finding.changes_since(request.actor, round) if inside and round.is_frozen else None
    context = {
        "round": round,
        "state": ROUND_TAGS[round.state],
        "steps": STEPS,
        "step": _AT[RoundState(round.state)],
        "terms": _terms(round),
        "changes": changes if round.state == RoundState.FROZEN else None,
        "may_prepare": can_prepare(request.actor, round.unit),
        "may_print": inside and may(request.actor, "members.export", round.unit),
        "may_record": may(request.actor, RECORD) and round.state == RoundState.FROZEN,
        **(_frozen(request, round) if round.is_frozen else _preparing(request, round, inside)),
    }
    return render(request, "care/round_detail.html", None, context)


def round_add(request: Request) -> HttpResponse:
    """Begin a round of the own commune."""
    unit = finding.seen_unit(request.actor, request.actor.unit_id or 0)
    require(request.actor, PREPARE, unit)
    today = request.actor.today
    year = number_in(request.GET.get("nam", "")) or today.year
    form = RoundForm(request.POST or None, today=today, initial={"year": year})
    if request.method == "POST" and form.is_valid():
        try:
            round = acting.add_round(actor=request.actor, unit=unit, ceremony=form.ceremony())
            toast(request, f"Đã lập đợt mừng thọ năm {round.year}.")
            return redirect(request, "care:round_detail", round.pk)
        except DomainError as refusal:
            _say(form, refusal)
    context = {"form": form, "unit": unit, "days": _usual_days(request)}
    return render(request, "care/round_add.html", None, context, 422 if form.is_bound else 200)


def round_edit(request: Request, pk: int) -> HttpResponse:
    """Set day, hour and place anew."""
    round = finding.seen_round(request.actor, pk)
    require(request.actor, PREPARE, round.unit)
    names = ("year", "occasion", "held_on", "held_at", "place", "extra_year", "version")
    initial = {name: getattr(round, name) for name in names}
    form = RoundForm(request.POST or None, today=request.actor.today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            acting.edit_round(
                actor=request.actor,
                round_id=pk,
                ceremony=form.ceremony(),
                version=form.cleaned_data["version"] or 0,
            )
            toast(request, "Đã ghi lại ngày, giờ và nơi tổ chức.")
            return redirect(request, "care:round_detail", pk)
        except Changed:
            raise
        except DomainError as refusal:
            _say(form, refusal)
    context = {"form": form, "round": round, "unit": round.unit, "days": _usual_days(request)}
    return render(request, "care/round_add.html", None, context, 422 if form.is_bound else 200)


@require_POST
def round_freeze(request: Request, pk: int) -> HttpResponse:
    """Let the list of today stand."""
    round = acting.freeze_round(actor=request.actor, round_id=pk)
    toast(request, f"Đã chốt danh sách {grouped(round.listed_count)} cụ.")
    return redirect(request, "care:round_detail", pk)


@require_POST
def round_take_in(request: Request, pk: int) -> HttpResponse:
    """Take what has changed since into the list."""
    changes = acting.take_in_changes(actor=request.actor, round_id=pk)
    toast(request, f"Đã cập nhật: bớt {len(changes.gone)} cụ, thêm {len(changes.added)} cụ.")
    return redirect(request, "care:round_detail", pk)


@require_POST
def round_close(request: Request, pk: int) -> HttpResponse:
    """Say that everything is done, or open the round again."""
    is_closed = request.POST.get("mo_lai") != "1"
    acting.close_round(actor=request.actor, round_id=pk, is_closed=is_closed)
    toast(request, "Đã ghi đợt này xong." if is_closed else "Đã mở lại đợt này.")
    return redirect(request, "care:round_detail", pk)


@require_POST
def round_drop(request: Request, pk: int) -> HttpResponse:
    """Throw away a round that was never frozen."""
    acting.drop_round(actor=request.actor, round_id=pk)
    toast(request, "Đã bỏ đợt mừng thọ này. Danh sách trong sổ không thay đổi.")
    return redirect(request, "care:longevity")


def receipts(request: Request, pk: int) -> HttpResponse:
    """Write down for those who are picked that their gifts were handed over."""
    round = finding.seen_round(request.actor, pk)
    require(request.actor, RECORD)
    rows = _picked(request, round)
    form = ReceiptForm(request.POST or None, initial={"on": _day_of(request, round)})
    if request.method == "POST" and rows and form.is_valid():
        keys = [row.pk for row in rows]
        try:
            count = record_receipts(actor=request.actor, keys=keys, receipt=form.receipt())
            toast(request, f"Đã ghi trao quà cho {grouped(count)} cụ.")
            return redirect(request, "care:round_detail", pk)
        except DomainError as refusal:
            _say(form, refusal)
    context = {
        "form": form,
        "round": round,
        "rows": rows,
        "is_few": len(rows) <= PER_PAGE,
        "lines": [line_of_recipient(row) for row in rows],
    }
    return render(
        request,
        "care/receipts.html",
        None,
        context,
        422 if form.is_bound or request.method == "POST" else 200,
    )


@require_POST
def receipt_clear(request: Request, pk: UUID) -> HttpResponse:
    """Take back a receipt written by mistake."""
    row = clear_receipt(actor=request.actor, key=pk)
    toast(request, f"Đã bỏ phần trao quà đã ghi cho cụ {row.full_name}.")
    return redirect(request, "care:round_detail", row.round_id)


def _say(form: Any, refusal: DomainError) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)


def _picked(request: Request, round: LongevityRound) -> list[Recipient]:
    """Those who are picked, or all of the list who have not received yet."""
    rows = finding.standing_recipients(request.actor, round)
    asked = request.POST if request.method == "POST" else request.GET
    keys = [key for text in asked.getlist("chon") if (key := _uuid(text))]
    if not keys:
        return list(rows.filter(received=""))
    found = list(rows.filter(pk__in=keys))
    if not found:
        raise Http404
    return found


def _day_of(request: Request, round: LongevityRound) -> date:
    """The day of the ceremony once it has come, else today."""
    today = request.actor.today
    return round.held_on if round.held_on and round.held_on <= today else today


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _terms(round: LongevityRound) -> list[Term]:
    counted = "theo tuổi mụ" if round.extra_year else "theo năm sinh"
    return [
        Term("Dịp", round.get_occasion_display()),
        Term("Ngày tổ chức", held_words(round)),
        Term("Nơi tổ chức", round.place or "Chưa ghi"),
        Term("Tính tuổi", counted),
        *(
            [
                Term("Chốt danh sách", short_date(round.frozen_on)),
                Term("Trong danh sách", f"{grouped(round.listed_count)} cụ"),
                Term("Đã trao quà", f"{grouped(round.received_count)} cụ"),
            ]
            if round.frozen_on
            else []
        ),
    ]


def _preparing(request: Request, round: LongevityRound, inside: bool) -> dict[str, Any]:
    if not inside:
        return {}
    wanted = finding.wanted_of(round)
    page = page_of(finding.due_now(request.actor, round), request.GET.get("trang"), PER_PAGE)
    columns = [
        Column[Person]("Họ và tên", "full_name", Role.NAME),
        Column[Person]("Mừng thọ", lambda one: age_words(age_of(one, wanted)), Role.PLAIN),
        Column[Person]("Ngày sinh", born_words),
        Column[Person]("Chi hội, tổ hội", lambda one: place_words(one.unit)),
    ]
    return {
        "page": page,
        "table": Table(columns, page.items, "Người sẽ có trong danh sách nếu chốt hôm nay"),
    }


def _frozen(request: Request, round: LongevityRound) -> dict[str, Any]:
    shown = request.GET.get("xem", "")
    page = page_of(
        _shown(finding.recipients_of(request.actor, round), shown),
        request.GET.get("trang"),
        PER_PAGE,
    )
    may_pick = round.state == RoundState.FROZEN and may(request.actor, RECORD)
    return {
        "page": page,
        "shown": shown,
        "table": _recipient_table(page, may_pick),
        "group": [GroupAction("Ghi đã trao quà", reverse("care:receipts", args=[round.pk]))],
    }


def _shown(rows: QuerySet[Recipient], shown: str) -> QuerySet[Recipient]:
    if shown == "chua":
        return rows.filter(received="", removed_why="")
    if shown == "da":
        return rows.exclude(received="")
    return rows


def _recipient_table(page: Page[Recipient], may_pick: bool) -> Table[Recipient]:
    columns = [
        Column[Recipient](
            "Họ và tên",
            "full_name",
            Role.NAME,
            link=lambda row: reverse("members:member_detail", args=[row.person_id]),
        ),
        Column[Recipient](
            "Mừng thọ",
            lambda row: age_words(row.age),
            Role.PLAIN,
            note=lambda row: f"sinh {row.born.display()}",
        ),
        Column[Recipient]("Chi hội, tổ hội", lambda row: place_words(row.unit)),
        Column[Recipient](
            "Quà",
            lambda row: line_of_recipient(row).gift,
            empty="Chưa ghi mức quà",
            note=_receipt_words,
        ),
        Column[Recipient]("Tình trạng", _receipt_tag, Role.STATE),
    ]
    pick = (
        Pick[Recipient]("chon", lambda row: row.pk, lambda row: row.full_name) if may_pick else None
    )
    return Table(columns, page.items, "Danh sách mừng thọ, cao tuổi nhất ở trên", pick=pick)


def _receipt_words(row: Recipient) -> str:
    if not row.received or row.received_on is None:
        return ""
    return f"{row.handed_by} trao ngày {short_date(row.received_on)}, {row.signed_by} ký nhận"


def _receipt_tag(row: Recipient) -> Tag:
    if row.removed_why:
        return State.EXEMPT.tag(row.get_removed_why_display())
    if row.received:
        return State.ACCEPTED.tag(str(Received(row.received).label))
    return State.NOT_SUBMITTED.tag("Chưa trao")


def _usual_days(request: Request) -> list[str]:
    """The days of the law with their lunar ones, for this year and the next."""
    said = []
    for year in (request.actor.today.year, request.actor.today.year + 1):
        for occasion, name in (
            ("tet", "Tết"),
            ("elders_day", "Ngày Người cao tuổi Việt Nam"),
            ("world_day", "Ngày Quốc tế Người cao tuổi"),
        ):
            day = usual_day(occasion, year)
            if day is not None and day >= request.actor.today:
                lunar = lunar_of(day)
                said.append(f"{name}: {short_date(day)}" + (f" ({lunar.words})" if lunar else ""))
    return said
