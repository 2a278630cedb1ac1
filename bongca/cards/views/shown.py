"""How cards and batches are put into tables and steps."""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime

from bongca.cards.enums import BatchState, CardState, TakenBy
from bongca.cards.models import BlankEntry, Card, CardBatch
from bongca.cards.queries.batches import PartDone
from bongca.core.ui import Column, Pick, Role, State, Step, Table, Tag, Tone
from bongca.core.ui.written import grouped, short_date
from bongca.org.enums import Tier

CARD_TAGS: dict[str, Tag] = {
    CardState.LISTED: State.NOT_SUBMITTED.tag("Chờ in"),
    CardState.PRINTED: State.SUBMITTED.tag("Đã in, chưa trao"),
    CardState.HANDED: State.ACCEPTED.tag("Đã trao"),
    CardState.LOST: State.UNREADABLE.tag("Đã báo mất", Tone.PLAIN),
    CardState.RECALLED: State.RETURNED.tag("Đã thu hồi", Tone.PLAIN),
    CardState.REPLACED: State.CLOSED.tag("Đã đổi thẻ mới", Tone.PLAIN),
    CardState.DROPPED: State.EXEMPT.tag("Đã bỏ khỏi đợt in"),
}
BATCH_TAGS: dict[str, Tag] = {
    BatchState.LISTED: State.NOT_SUBMITTED.tag("Đã lập, chưa in"),
    BatchState.PRINTED: State.DRAFTING.tag("Đã in"),
    BatchState.SENT: State.UNACKNOWLEDGED.tag("Đã gửi, chờ xã báo nhận"),
    BatchState.RECEIVED: State.DRAFTING.tag("Xã đã nhận"),
}


def batch_table(batches: Sequence[CardBatch]) -> Table[CardBatch]:
    """Draw batches, latest first."""
    columns = [
        Column("Đợt thẻ", _batch_name, Role.NAME, link=batch_url, note="unit.name"),
        Column("Số thẻ", lambda batch: grouped(batch.card_count), Role.NUMBER),
        Column("Đã trao", lambda batch: grouped(batch.handed_count), Role.NUMBER),
        Column("Tình trạng", batch_tag, Role.STATE),
    ]
    return Table(columns, batches, "Các đợt thẻ, mới nhất ở trên")


def card_table(cards: Sequence[Card], *, may_pick: bool, act_words: str) -> Table[Card]:
    """Draw the cards of a batch; those that can be handed over have a box to tick."""
    columns: list[Column[Card]] = [
        Column("Họ và tên", "person.full_name", Role.NAME, link=_person_url),
        Column("Số thẻ", "number", Role.PLAIN, note=_edition),
        Column("Chi hội", _branch, Role.PLAIN),
        Column("Tình trạng", lambda card: CARD_TAGS[card.state], Role.STATE, note=_taken),
    ]
    if act_words:
        columns.append(Column("Việc", lambda card: act_words, Role.WIDE, link=_person_url))
    pick = Pick[Card]("chon", lambda card: str(card.pk), lambda card: card.person.full_name)
    return Table(columns, cards, "Thẻ trong đợt, theo chi hội", pick=pick if may_pick else None)


def part_table(parts: Sequence[PartDone]) -> Table[PartDone]:
    """Draw how far a campaign is in each unit below."""
    columns: list[Column[PartDone]] = [
        Column("Đơn vị", "unit.name", Role.NAME),
        Column("Xã đã lập", lambda part: f"{part.begun}/{part.communes}", Role.NUMBER),
        Column("Số thẻ", lambda part: grouped(part.cards), Role.NUMBER),
        Column("Đã trao", lambda part: grouped(part.handed), Role.NUMBER),
    ]
    return Table(columns, parts, "Đợt đổi thẻ ở từng nơi")


def blank_table(entries: Sequence[BlankEntry]) -> Table[BlankEntry]:
    """Draw the book of blanks, latest first."""
    columns = [
        Column("Ngày", lambda entry: short_date(entry.on), Role.NAME),
        Column("Việc", "get_move_display", Role.PLAIN, note=_other),
        Column("Số phôi", lambda entry: grouped(entry.count), Role.NUMBER),
        Column("Còn lại", lambda entry: grouped(entry.left), Role.NUMBER),
        Column("Người ghi", "recorded_by_label", Role.VALUE),
    ]
    return Table(columns, entries, "Sổ phôi thẻ, mới nhất ở trên")


def batch_steps(batch: CardBatch) -> tuple[list[Step], int]:
    """Return the steps of a batch and which one it is at."""
    steps = [Step("Lập danh sách", _day(batch.listed_at)), Step("In thẻ", _day(batch.printed_at))]
    reached = {BatchState.LISTED: 2, BatchState.PRINTED: 3}
    if goes_down(batch):
        steps.append(Step("Gửi về xã", _day(batch.sent_at)))
        steps.append(Step("Xã báo nhận", _day(batch.received_at)))
        reached |= {BatchState.SENT: 4, BatchState.RECEIVED: 5}
    handed = f"{grouped(batch.handed_count)}/{grouped(batch.card_count)} thẻ"
    steps.append(Step("Trao tận tay", handed))
    done = batch.card_count > 0 and batch.handed_count == batch.card_count
    current = len(steps) + 1 if done else reached.get(BatchState(batch.state), len(steps))
    return steps, current


def goes_down(batch: CardBatch) -> bool:
    """Tell whether a unit above the commune prints it, so that it has to travel."""
    return batch.ordered_by_id != batch.unit_id


def batch_tag(batch: CardBatch) -> Tag:
    """Say where a batch stands; one handed out to the last card is done."""
    if batch.card_count and batch.handed_count == batch.card_count:
        return State.ACCEPTED.tag("Đã trao hết")
    return BATCH_TAGS[batch.state]


def batch_url(batch: CardBatch) -> str:
    return reverse("cards:batch_detail", args=[batch.pk])


def _batch_name(batch: CardBatch) -> str:
    what = batch.campaign.name if batch.campaign else "Thẻ lập"
    return f"{what} ngày {_day(batch.listed_at)}"


def _person_url(card: Card) -> str:
    return reverse("cards:person_cards", args=[card.person_id])


def _edition(card: Card) -> str:
    return f"cấp lần {card.edition}" if card.edition > 1 else ""


def _branch(card: Card) -> str:
    unit = card.person.unit
    return unit.parent.name if unit.tier == Tier.GROUP and unit.parent else unit.name


def _taken(card: Card) -> str:
    if card.handed_on is None:
        return ""
    who = card.taken_by_name or (TakenBy(card.taken_by).label if card.taken_by else "")
    return f"ngày {short_date(card.handed_on)}. {who}".rstrip(". ")


def _other(entry: BlankEntry) -> str:
    return entry.to_unit.name if entry.to_unit else entry.note


def _day(moment: datetime | None) -> str:
    return short_date(localtime(moment).date()) if moment else ""
