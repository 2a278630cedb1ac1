"""What members put on the first page and into the search over everything."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from bongca.core.actor import Actor
from bongca.core.ui import State
from bongca.core.ui.home import HomeFigure, HomeTask, WaitingLine
from bongca.core.ui.search import Hit, HitGroup
from bongca.core.ui.written import grouped
from bongca.members.queries.acts import list_acts
from bongca.members.queries.figures import count_members_of_units, unit_figures
from bongca.members.queries.lists import Wanted, members_of
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may, visible_units

FEW = 5
FIRST_OF_ALL = 25  # before a report that is not late: its figures are counted from the roll
MOST_BRANCHES = 200
SEARCHED = (Tier.PROVINCE, Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Ask the keeper of an empty roll to bring the list she has."""
    unit = _own_unit(actor)
    acts = list_acts(actor)
    if unit is None or unit.tier != Tier.BRANCH or not acts:
        return []
    if count_members_of_units(actor, [unit])[unit.pk]:
        return []
    return [
        HomeTask(
            title="Đưa danh sách hội viên vào sổ",
            detail="Sổ hội viên của chi hội chưa có ai. Danh sách trên Excel đưa vào được ngay.",
            state=State.NOT_SUBMITTED.tag("Chưa có danh sách"),
            url=acts[0].url,
            button=acts[0].label,
            urgency=FIRST_OF_ALL,
        )
    ]


def home_waiting(actor: Actor) -> list[WaitingLine]:
    """Tell a commune which of its branches have no list in the register yet."""
    unit = _own_unit(actor)
    if unit is None or unit.tier != Tier.COMMUNE or not actor.holds("members.import"):
        return []
    branches = visible_units(actor).filter(parent=unit, tier=Tier.BRANCH, is_open=True)
    listed = list(branches.order_by("sort_key", "pk")[:MOST_BRANCHES])
    counts = count_members_of_units(actor, listed)
    empty = [branch for branch in listed if not counts[branch.pk]]
    if not empty:
        return []
    named = ", ".join(branch.name for branch in empty[:3]) + ("…" if len(empty) > 3 else "")
    words = f"chưa có danh sách hội viên trong sổ: {named}."
    acts = list_acts(actor)
    return [
        WaitingLine(
            f"{len(empty)} chi hội",
            words,
            acts[0].url if acts else "",
            acts[0].label if acts else "",
        )
    ]


def home_figures(actor: Actor) -> list[HomeFigure]:
    """Return the figures of the actor's unit today, each with the way to who they are."""
    unit = _own_unit(actor)
    if unit is None or not actor.holds("figures.view"):
        return []
    figures = unit_figures(actor, unit)
    has_list = unit.tier in SEARCHED and actor.holds("members.view")
    lists, own = reverse("members:member_list"), reverse("org:unit_detail", args=[unit.pk])
    wanted: tuple[tuple[str, int, dict[str, str]], ...] = (
        ("Hội viên", figures.total, {}),
        ("Từ 80 tuổi trở lên", figures.from_80, {"tuoi": "from_80"}),
        ("Từ 100 tuổi trở lên", figures.from_100, {"tuoi": "from_100"}),
        ("Hội viên nữ", figures.female, {"gioi": "f"}),
    )
    return [
        HomeFigure(label, grouped(count), f"{lists}?{urlencode(words)}" if has_list else own)
        for label, count, words in wanted
    ]


def unit_panel(request: HttpRequest, unit: Unit) -> SafeString | str:
    """Lead from the page of a unit to its members, where this person holds the roll."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    if unit.tier not in SEARCHED or not may(actor, "members.view", unit):
        return ""
    url = f"{reverse('members:member_list')}?{urlencode({'don_vi': unit.pk})}"
    return format_html(
        '<p><a class="govuk-link bc-target" href="{}">Danh sách hội viên</a></p>', url
    )


def search_members(actor: Actor, words: str) -> HitGroup | None:
    """Return the few members whose name or number these words are, inside the actor's unit."""
    unit = _own_unit(actor)
    if unit is None or unit.tier not in SEARCHED or not actor.holds("members.view"):
        return None
    found = list(members_of(actor, unit, Wanted(words=words, status=""))[: FEW + 1])
    hits = [
        Hit(
            person.full_name,
            f"{person.birth_year or 'Chưa rõ năm sinh'}, {person.unit.name}",
            reverse("members:member_detail", args=[person.pk]),
        )
        for person in found[:FEW]
    ]
    more = f"{reverse('members:member_list')}?{urlencode({'q': words})}"
    return HitGroup("Hội viên", hits, more if len(found) > FEW else "") if hits else None


def _own_unit(actor: Actor) -> Unit | None:
    if actor.unit_id is None:
        return None
    return visible_units(actor).filter(pk=actor.unit_id).first()
