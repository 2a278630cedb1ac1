"""Cards that stand elsewhere than their person: there should be none (design.md 14.3)."""

from bongca.people.queries.positions import StrayRows, stray_rows

_STRAYED = {
    "cards_card": """
        select card.id::text from cards_card card
        join people_person person on person.id = card.person_id
        where card.unit_pos <> person.unit_pos"""
}


def stray_cards() -> list[StrayRows]:
    """Return the cards whose position is not that of their person. Run it in `whole_tree`."""
    return stray_rows(_STRAYED)
