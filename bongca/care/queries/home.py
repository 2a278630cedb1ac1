"""What care puts on the first page and on the pages of a person and a unit."""

from datetime import date

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from bongca.care.enums import RoundState, Standing
from bongca.care.models import LongevityRound
from bongca.care.policies import PREPARE, RECORD, VIEW, visible_recipients, visible_rounds
from bongca.care.queries.celebrated import Wanted, celebrated
from bongca.care.queries.rights import Asked, count_standing, rights_in_short
from bongca.care.queries.rounds import received_by
from bongca.care.rules.longevity import age_words
from bongca.core.actor import Actor
from bongca.core.ui import State, due_tag
from bongca.core.ui.home import HomeTask
from bongca.core.ui.written import grouped, short_date
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, visible_units
from bongca.people.models import Person

NEXT_YEARS_LIST_FROM = 10  # October: lists go up in the last quarter of the year before
NEAR, USUAL, QUIET = 20, 9, 8  # beside those of reports and tasks
NEAR_DAYS = 7
LOCAL = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Return whom a branch asks and visits this month, and the list a commune owes."""
    if actor.unit_id is None or not actor.holds(RECORD):
        return []
    unit = visible_units(actor).filter(pk=actor.unit_id, tier__in=LOCAL).first()
    if unit is None:
        return []
    found = _commune_tasks(actor, unit) if actor.holds(PREPARE) else _hand_over(actor)
    return found + _ask_tasks(actor, unit)


def _ask_tasks(actor: Actor, unit: Unit) -> list[HomeTask]:
    """The branch asks; the commune hears of it only where it keeps the roll itself."""
    if unit.tier == Tier.COMMUNE:
        return []
    year, month = actor.today.year, actor.today.month
    birthdays = celebrated(actor, unit, Wanted(year, month=month)).order_by().count()
    coming = count_standing(actor, unit, Asked(group=Standing.COMING, months=1))
    asking = count_standing(actor, unit, Asked(group=Standing.ASK, months=1))
    tasks = []
    if birthdays:
        tasks.append(
            HomeTask(
                title=f"Thăm {birthdays} cụ tròn tuổi mừng thọ, sinh trong tháng {month}",
                detail="Các cụ tròn 70, 75, 80 tuổi trở lên năm nay có ngày sinh trong tháng này.",
                state=State.DUE.tag("Trong tháng này"),
                url=f"{reverse('care:longevity')}?{urlencode({'thang': month})}",
                button="Xem các cụ",
                urgency=QUIET,
            )
        )
    if coming:
        tasks.append(
            HomeTask(
                title=f"Nhắc {coming} người sắp đủ tuổi nhận trợ cấp hưu trí xã hội",
                detail="Đủ tuổi trong một tháng tới và chưa nộp đơn. Đến hỏi lương hưu, hộ nghèo.",
                state=State.DUE.tag("Trong tháng này"),
                url=_rights_url(Standing.COMING),
                button="Xem danh sách",
                urgency=USUAL,
            )
        )
    if asking:
        tasks.append(
            HomeTask(
                title=f"Hỏi ngày sinh, hoàn cảnh của {asking} người",
                detail="Chưa đủ thông tin để biết đã được hưởng trợ cấp hay chưa.",
                state=State.UNCLEAR.tag("Cần hỏi thêm"),
                url=_rights_url(Standing.ASK),
                button="Xem ai cần hỏi",
                urgency=QUIET,
            )
        )
    return tasks


def _rights_url(group: Standing) -> str:
    return f"{reverse('care:rights')}?{urlencode({'nhom': str(group.value), 'thang': '1'})}"


def _hand_over(actor: Actor) -> list[HomeTask]:
    """A branch records what was handed over once the day has come."""
    rows = visible_rounds(actor).filter(state=RoundState.FROZEN, held_on__lte=actor.today)
    round = rows.order_by("-held_on").first()
    if round is None:
        return []
    owed = visible_recipients(actor).filter(round=round, received="", removed_why="").count()
    if not owed:
        return []
    return [_receipt_task(round, owed)]


def _receipt_task(round: LongevityRound, owed: int) -> HomeTask:
    return HomeTask(
        title=f"Ghi trao quà mừng thọ cho {grouped(owed)} cụ",
        detail=f"Lễ mừng thọ năm {round.year}. Ai trao, ngày nào, ai ký nhận.",
        state=State.DRAFTING.tag("Chưa ghi hết"),
        url=f"{reverse('care:round_detail', args=[round.pk])}?xem=chua",
        button="Ghi trao quà",
        urgency=USUAL,
    )


def _commune_tasks(actor: Actor, unit: Unit) -> list[HomeTask]:
    rounds = list(
        visible_rounds(actor).filter(unit=unit).exclude(state=RoundState.CLOSED).order_by("held_on")
    )
    tasks = [_prepared(actor, one) for one in rounds if not one.is_frozen]
    tasks += [
        _receipt_task(one, one.listed_count - one.received_count)
        for one in rounds
        if one.is_frozen
        and one.held_on
        and one.held_on <= actor.today
        and one.received_count < one.listed_count
    ]
    return tasks + _next_year(actor, unit)


def _prepared(actor: Actor, round: LongevityRound) -> HomeTask:
    due = round.held_on
    return HomeTask(
        title=f"Chốt danh sách mừng thọ năm {round.year}",
        detail=f"{round.get_occasion_display()}. Chốt xong thì in giấy mừng thọ và giấy mời.",
        state=due_tag((due - actor.today).days) if due else State.DRAFTING.tag("Đang chuẩn bị"),
        url=reverse("care:round_detail", args=[round.pk]),
        button="Xem và chốt",
        due=due,
        due_words="Tổ chức",
        urgency=_urgency(due, actor.today),
    )


def _next_year(actor: Actor, unit: Unit) -> list[HomeTask]:
    """In the last quarter the list of the next year goes up (domain.md 4.1)."""
    if actor.today.month < NEXT_YEARS_LIST_FROM:
        return []
    year = actor.today.year + 1
    if visible_rounds(actor).filter(unit=unit, year=year).exists():
        return []
    if not celebrated(actor, unit, Wanted(year)).order_by()[:1]:
        return []
    due = date(actor.today.year, 12, 31)
    return [
        HomeTask(
            title=f"Lập danh sách mừng thọ năm {year}",
            detail="Danh sách gửi lên trong quý IV của năm trước. Máy đã lọc sẵn theo năm sinh.",
            state=due_tag((due - actor.today).days),
            url=f"{reverse('care:longevity')}?{urlencode({'nam': year})}",
            button="Xem danh sách",
            due=due,
            urgency=_urgency(due, actor.today),
        )
    ]


def _urgency(due: date | None, today: date) -> int:
    return NEAR if due is not None and (due - today).days <= NEAR_DAYS else USUAL


def person_panel(request: HttpRequest, person: Person) -> SafeString | str:
    """Say on a person's page where they stand with each right, and what they were given."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    if not may(actor, VIEW, person.unit):
        return ""
    context = {
        "person": person,
        "rights": rights_in_short(actor, person),
        "received": [
            (
                f"Mừng thọ {age_words(row.age)} năm {row.round.year}",
                f"Đã trao ngày {short_date(row.received_on)}" if row.received_on else "Chưa trao",
            )
            for row in received_by(actor, person)
            if not row.removed_why
        ],
    }
    if not context["rights"] and not context["received"]:
        return ""
    return SafeString(render_to_string("care/_person_panel.html", context))


def unit_panel(request: HttpRequest, unit: Unit) -> SafeString | str:
    """Lead from the page of a unit to its mừng thọ and rights."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    if not (may(actor, VIEW, unit) or may(actor, "figures.view", unit)):
        return ""
    words = urlencode({"don_vi": unit.pk})
    longevity = format_html(
        '<p><a class="govuk-link bc-target" href="{}?{}">Mừng thọ</a></p>',
        reverse("care:longevity"),
        words,
    )
    if unit.tier == Tier.CENTRAL or not may(actor, VIEW, unit):
        return longevity
    return longevity + format_html(
        '<p><a class="govuk-link bc-target" href="{}?{}">Quyền lợi, trợ cấp</a></p>',
        reverse("care:rights"),
        words,
    )
