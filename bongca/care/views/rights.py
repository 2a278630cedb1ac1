"""Who has a right to an allowance and has not applied; and why, for one person."""

import io
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from bongca.care.actions.files import TYPES, record_rights_export
from bongca.care.actions.requests import record_answers, record_request, withdraw_request
from bongca.care.enums import Household, RightCode, Standing, YesNo
from bongca.care.exports.rights import reached_words, write_rights
from bongca.care.forms.rights import AnswersForm, PurposeForm, RequestForm, RightFilters
from bongca.care.models import CareAnswers
from bongca.care.policies import RECORD, VIEW
from bongca.care.queries.listed import place_words
from bongca.care.queries.rights import (
    GROUPS,
    Asked,
    Explained,
    RightsPage,
    count_standing,
    persons_standing,
    rights_page,
)
from bongca.care.queries.rounds import seen_unit
from bongca.care.queries.scope import units_to_choose
from bongca.care.rules.said import condition_words, reason_words
from bongca.care.rules.tables import right_on
from bongca.care.views.shown import STANDING_TAGS, born_words
from bongca.core.errors import DomainError
from bongca.core.http import Request, number_in
from bongca.core.ui import Column, Role, Table, Tally, Term, page_of, redirect, render, toast
from bongca.core.ui.written import money, short_date
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, require
from bongca.people.models import Person

PER_PAGE = 20
ON_PAPER = 1_000
LOCAL = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)  # above, each count would cost a province
_ICONS = {
    Standing.COMING: "clock",
    Standing.REACHED: "dashed",
    Standing.ASK: "question",
    Standing.HANDED_IN: "up",
    Standing.DECIDED: "done",
    Standing.REFUSED: "back",
}


@require_safe
def rights(request: Request) -> HttpResponse:
    """List those who stand so with a right in a unit and below."""
    unit = _unit(request)
    require(request.actor, VIEW, unit)
    form = RightFilters(request.GET, units=units_to_choose(request.actor, unit))
    asked = form.asked()
    rows = persons_standing(request.actor, unit, asked)
    page = page_of(rows, request.GET.get("trang"), PER_PAGE)
    context = {
        "unit": unit,
        "form": form,
        "asked": asked,
        "right": right_on(asked.code, request.actor.today),
        "name": str(RightCode(asked.code).label),
        "group": str(Standing(asked.group).label),
        "tallies": _tallies(request, unit, asked) if unit.tier in LOCAL else [],
        "page": page,
        "table": _table(request, unit, asked, page.items),
        "export_url": reverse("care:rights_export")
        if may(request.actor, "members.export", unit)
        else "",
        "print_url": reverse("care:rights_print")
        if may(request.actor, "members.print", unit)
        else "",
    }
    return render(request, "care/rights.html", None, context)


@require_safe
def rights_print(request: Request) -> HttpResponse:
    """The list as filtered, to carry from house to house."""
    unit = _unit(request)
    require(request.actor, VIEW, unit)
    require(request.actor, "members.print", unit)
    asked = RightFilters(request.GET, units=[unit]).asked()
    page = page_of(persons_standing(request.actor, unit, asked), 1, ON_PAPER)
    context = {
        "unit": unit,
        "page": page,
        "name": str(RightCode(asked.code).label),
        "group": str(Standing(asked.group).label),
        "table": _sheet_table(request, asked, page.items),
        "back_url": f"{reverse('care:rights')}?{request.GET.urlencode()}",
    }
    return render(request, "care/rights_print.html", None, context)


def rights_export(request: Request) -> HttpResponse:
    """Take the list as filtered out as a workbook, for a stated purpose."""
    unit = _unit(request)
    require(request.actor, VIEW, unit)
    require(request.actor, "members.export", unit)
    asked = RightFilters(request.GET, units=[unit]).asked()
    count = count_standing(request.actor, unit, asked)
    form = PurposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            record_rights_export(
                actor=request.actor,
                unit=unit,
                asked=asked,
                purpose=form.cleaned_data["purpose"],
                count=count,
            )
            return _workbook(request, unit, asked)
        except DomainError as refusal:
            _say(form, refusal)
    context = {
        "form": form,
        "unit": unit,
        "count": count,
        "name": str(RightCode(asked.code).label),
        "group": str(Standing(asked.group).label),
        "back_url": f"{reverse('care:rights')}?{request.GET.urlencode()}",
    }
    return render(request, "care/rights_export.html", None, context, 422 if form.is_bound else 200)


def _workbook(request: Request, unit: Unit, asked: Asked) -> HttpResponse:
    target = io.BytesIO()
    rows = persons_standing(request.actor, unit, asked)
    write_rights(rows, _first_age(request, asked), request.actor.today, target)
    name = f"quyen-loi-{request.actor.today:%d-%m-%Y}.xlsx"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(target.getvalue(), content_type=TYPES["xlsx"], headers=headers)


@require_safe
def person_rights(request: Request, pk: UUID) -> HttpResponse:
    """Say why a person has each right or not, in plain words."""
    shown = rights_page(request.actor, pk)
    context = {
        "person": shown.person,
        "place": place_words(shown.person.unit),
        "born": born_words(shown.person) or "chưa rõ",
        "answers": _answer_terms(shown.answers),
        "asked_on": shown.answers.answered_on if shown.answers else None,
        "cards": [_card(request, shown, one) for one in shown.rights],
        "may_record": shown.may_record,
    }
    return render(request, "care/person_rights.html", None, context)


def answers_edit(request: Request, pk: UUID) -> HttpResponse:
    """Write down what a person was asked."""
    shown = rights_page(request.actor, pk)
    names = ("pension", "household", "household_year", "carer", "insured")
    initial = {name: getattr(shown.answers, name) for name in names} if shown.answers else {}
    form = AnswersForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            record_answers(actor=request.actor, person_id=pk, answers=form.answers())
            toast(request, f"Đã ghi điều đã hỏi {shown.person.full_name}.")
            return redirect(request, "care:person_rights", pk)
        except DomainError as refusal:
            _say(form, refusal)
    context = {"form": form, "person": shown.person}
    return render(request, "care/answers_edit.html", None, context, 422 if form.is_bound else 200)


def request_edit(request: Request, pk: UUID, code: str) -> HttpResponse:
    """Write down where the request of a person for a right stands."""
    shown = rights_page(request.actor, pk)
    one = _explained(shown, code)
    form = RequestForm(request.POST or None, initial=_request_initial(request, one))
    if request.method == "POST" and form.is_valid():
        try:
            record_request(actor=request.actor, person_id=pk, code=code, step=form.step())
            toast(request, f"Đã ghi hồ sơ của {shown.person.full_name}.")
            return redirect(request, "care:person_rights", pk)
        except DomainError as refusal:
            _say(form, refusal)
    context = {"form": form, "person": shown.person, "name": str(RightCode(code).label)}
    return render(request, "care/request_edit.html", None, context, 422 if form.is_bound else 200)


@require_POST
def request_withdraw(request: Request, pk: UUID, code: str) -> HttpResponse:
    """Take back a request written by mistake."""
    withdraw_request(actor=request.actor, person_id=pk, code=code)
    toast(request, "Đã bỏ hồ sơ ghi nhầm.")
    return redirect(request, "care:person_rights", pk)


def _unit(request: Request) -> Unit:
    asked = number_in(request.GET.get("don_vi", "")) or request.actor.unit_id or 0
    return seen_unit(request.actor, asked)


def _explained(shown: RightsPage, code: str) -> Explained:
    found = next((one for one in shown.rights if one.right.code == code), None)
    if found is None:
        raise Http404
    return found


def _tallies(request: Request, unit: Unit, asked: Asked) -> list[Tally]:
    own: dict[str, str | int] = {
        "don_vi": unit.pk,
        "quyen": asked.code,
        "thang": asked.months,
    }
    url = reverse("care:rights")
    return [
        Tally(
            count_standing(request.actor, unit, Asked(asked.code, group, asked.months)),
            str(group.label).lower(),
            _ICONS[group],
            url=f"{url}?{urlencode(own | {'nhom': group.value})}",
            is_current=asked.group == group,
        )
        for group in GROUPS
    ]


def _table(request: Request, unit: Unit, asked: Asked, rows: Any) -> Table[Person]:
    age, today = _first_age(request, asked), request.actor.today
    may_open = may(request.actor, RECORD, unit)
    columns = [
        Column[Person]("Họ và tên", "full_name", Role.NAME, link=rights_url if may_open else None),
        Column[Person]("Ngày sinh", born_words, empty="Chưa rõ"),
        Column[Person](f"Tròn {age} tuổi", lambda one: reached_words(one, age, today)),
        Column[Person]("Chi hội, tổ hội", lambda one: place_words(one.unit)),
        Column[Person]("Điện thoại", "phone", Role.PHONE, empty="Chưa có số điện thoại"),
    ]
    return Table(columns, rows, "Danh sách theo quyền lợi, cao tuổi nhất ở trên")


def _sheet_table(request: Request, asked: Asked, rows: Any) -> Table[Person]:
    """The list to carry from house to house, with room to write."""
    age, today = _first_age(request, asked), request.actor.today
    room = [
        Column[Person](label, lambda one: "")
        for label in ("Ngày sinh trên giấy tờ", "Lương hưu", "Hộ nghèo", "Ghi chú")
    ]
    columns = [
        Column[Person]("Họ và tên", "full_name", Role.NAME),
        Column[Person]("Ngày sinh", born_words, empty="Chưa rõ"),
        Column[Person](f"Tròn {age} tuổi", lambda one: reached_words(one, age, today)),
        Column[Person]("Tổ hội", lambda one: place_words(one.unit)),
        *room,
    ]
    return Table(columns, rows, "Phiếu đi hỏi từng nhà")


def _first_age(request: Request, asked: Asked) -> int:
    right = right_on(asked.code, request.actor.today)
    return right.ways[0].age if right else 0


def rights_url(person: Person) -> str:
    """Return the address of the page that says why."""
    return reverse("care:person_rights", args=[person.pk])


def _answer_terms(answers: CareAnswers | None) -> list[Term]:
    if answers is None:
        return []
    household = str(Household(answers.household).label) if answers.household else "Chưa hỏi"
    if answers.household_year and answers.household != Household.NEITHER:
        household = f"{household}, giấy năm {answers.household_year}"
    return [
        Term("Lương hưu, trợ cấp bảo hiểm xã hội", _yes_no(answers.pension)),
        Term("Hộ nghèo, cận nghèo", household),
        Term("Người phụng dưỡng", _yes_no(answers.carer)),
        Term("Thẻ bảo hiểm y tế", _yes_no(answers.insured)),
    ]


def _yes_no(value: str) -> str:
    return str(YesNo(value).label) if value else "Chưa hỏi"


def _card(request: Request, shown: RightsPage, one: Explained) -> dict[str, Any]:
    code = one.right.code
    amount = f"{money(one.amount_vnd)} một tháng" if one.amount_vnd else ""
    if not amount and code != RightCode.HEALTH_INSURANCE:
        amount = "mức do tỉnh quy định, chưa ghi vào sổ"
    return {
        "name": str(RightCode(code).label),
        "tag": STANDING_TAGS[one.standing],
        "condition": condition_words(one.right),
        "reason": reason_words(one.judged, shown.birth, request.actor.today),
        "basis": one.amount_basis,
        "amount": amount,
        "missing": [] if one.request else one.judged.missing,
        "steps": _request_terms(one),
        "refusal": one.request.refusal if one.request else "",
        "edit_url": reverse("care:request_edit", args=[shown.person.pk, code]),
        "withdraw_url": reverse("care:request_withdraw", args=[shown.person.pk, code])
        if one.request
        else "",
        "offers": one.request is not None
        or one.standing in (Standing.REACHED, Standing.COMING, Standing.ASK),
    }


def _request_terms(one: Explained) -> list[Term]:
    row = one.request
    if row is None:
        return []
    terms = [Term("Nộp đơn", short_date(row.handed_in_on))]
    if row.decided_on:
        terms.append(Term("Ngày quyết định, trả lời", short_date(row.decided_on)))
    if row.citation:
        terms.append(Term("Quyết định", row.citation))
    if row.paid_from:
        terms.append(Term("Hưởng từ", short_date(row.paid_from)))
    if row.refusal:
        terms.append(Term("Lý do không được duyệt", row.refusal))
    if row.note:
        terms.append(Term("Ghi chú", row.note))
    return [*terms, Term("Người ghi", row.recorded_by)]


def _request_initial(request: Request, one: Explained) -> dict[str, Any]:
    row = one.request
    if row is None:
        return {"state": "handed_in", "handed_in_on": request.actor.today}
    names = (
        "state", "handed_in_on", "decided_on", "citation", "paid_from", "refusal", "note",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names}


def _say(form: Any, refusal: DomainError) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
