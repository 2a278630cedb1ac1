"""What cards put on the first page and on a unit's page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from bongca.cards.enums import BatchState
from bongca.cards.models import CardBatch
from bongca.cards.policies import can_make_cards, visible_batches
from bongca.cards.queries.batches import cards_of_person, open_campaigns
from bongca.core.actor import Actor
from bongca.core.ui import State
from bongca.core.ui.home import HomeTask
from bongca.core.ui.written import grouped
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may
from bongca.people.models import Person

HOLDS_CARDS = (Tier.PROVINCE, Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)
NEAR = 10


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Ask a commune for the cards of an open campaign, for a receipt, and a chi hội to hand out."""
    if not actor.holds("members.print") or actor.tier not in (Tier.COMMUNE, Tier.BRANCH):
        return []
    batches = list(visible_batches(actor).order_by("-listed_at")[:NEAR])
    tasks = [_receipt(batch) for batch in batches if batch.state == BatchState.SENT]
    if actor.tier == Tier.COMMUNE:
        begun = {batch.campaign_id for batch in batches}
        tasks += [
            HomeTask(
                title=f"Lập danh sách đổi thẻ: {campaign.name}",
                detail=f"{campaign.unit.name} mở đợt đổi thẻ cho tất cả hội viên.",
                state=State.NOT_SUBMITTED.tag("Chưa lập danh sách"),
                url=reverse("cards:campaign_detail", args=[campaign.pk]),
                button="Lập danh sách",
                due=campaign.due_on,
            )
            for campaign in open_campaigns(actor)
            if campaign.pk not in begun
        ]
    return tasks


def unit_panel(request: HttpRequest, unit: Unit) -> SafeString | str:
    """Lead from the page of a unit to its cards, where this person prints them."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    if unit.tier not in HOLDS_CARDS or not may(actor, "members.view", unit):
        return ""
    url = f"{reverse('cards:card_home')}?{urlencode({'don_vi': unit.pk})}"
    return format_html('<p><a class="govuk-link bc-target" href="{}">Thẻ hội viên</a></p>', url)


def person_panel(request: HttpRequest, person: Person) -> SafeString | str:
    """Say on a member's page which card they hold, and lead to all of them."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    last = next(iter(cards_of_person(actor, person)), None)
    said = f"Số {last.number}: {last.get_state_display().lower()}" if last else "Chưa có thẻ"
    url = reverse("cards:person_cards", args=[person.pk])
    return format_html(
        '<section aria-labelledby="the"><h2 class="govuk-heading-m" id="the">Thẻ hội viên</h2>'
        '<p>{}. <a class="govuk-link bc-target" href="{}">Xem thẻ</a></p></section>',
        said,
        url,
    )


def may_print(actor: Actor, batch: CardBatch) -> bool:
    """Tell whether this person prints the cards of a batch."""
    return can_make_cards(actor, batch.unit)


def _receipt(batch: CardBatch) -> HomeTask:
    return HomeTask(
        title="Báo đã nhận thẻ hội viên",
        detail=f"{grouped(batch.card_count)} thẻ đã gửi về {batch.unit.name}.",
        state=State.UNACKNOWLEDGED.tag(),
        url=reverse("cards:batch_detail", args=[batch.pk]),
        button="Xem đợt thẻ",
    )
