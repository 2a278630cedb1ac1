"""Cards made through the actions, as officers make them."""

from datetime import date

from bongca.cards.actions.handing import hand_over
from bongca.cards.actions.listing import list_cards
from bongca.cards.actions.printing import order_printing
from bongca.cards.enums import CardState, Wanted
from bongca.cards.models import Card, CardBatch
from bongca.core.actor import Actor
from bongca.core.jobs import work_off
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit_several
from bongca.people.models import Person
from tests.cast import Cast

ADDRESS = "https://hoi.vi-du.vn"
NAMES = ("Đặng Thị Bích", "Hoàng Văn Chiến", "Nguyễn Thị Dậu")


def add_members(cast: Cast, names: tuple[str, ...] = NAMES) -> list[Person]:
    """Admit three members of thôn Đồng Tâm."""
    actor = cast.actor("lan")
    with scoped(actor):
        return admit_several(actor, cast.dong_tam, names)


def add_batch(cast: Cast, wanted: Wanted = Wanted.LACKING) -> CardBatch:
    """Make the list of Tân Yên."""
    actor = cast.actor("minh")
    with scoped(actor):
        return list_cards(actor=actor, commune=cast.tan_yen, wanted=wanted)


def print_batch(cast: Cast, batch: CardBatch) -> CardBatch:
    """Have the sheets drawn by the job, as ông Minh asked for them."""
    actor = cast.actor("minh")
    with scoped(actor):
        order_printing(actor=actor, batch_id=batch.pk, address=ADDRESS)
    work_off()
    batch.refresh_from_db()
    return batch


def printed(cast: Cast) -> CardBatch:
    """Make and print the cards of three members."""
    add_members(cast)
    return print_batch(cast, add_batch(cast))


def hand_all(actor: Actor, batch: CardBatch, on: date) -> int:
    """Hand over every printed card of a batch that the actor sees; call it in their scope."""
    ready = Card.objects.filter(batch=batch, state=CardState.PRINTED)
    return hand_over(actor=actor, card_ids=list(ready.values_list("pk", flat=True)), on=on)
