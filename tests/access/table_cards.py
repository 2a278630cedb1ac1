"""Cards. Printed by the commune or the province, handed out by the chi hội; Central sees counts.

A batch names nobody, so a chi hội of the commune opens it and finds its own people alone.
"""

from tests.access.rows import page

OWN = "lan lan2 minh minh2 hoa hoa2"
PRINTERS = "minh hoa"
HOLDERS = "lan minh hoa"
CENTRAL = "mai / 404 liaison / 403 *"

ROWS = [
    page("cards:card_home", get=f"200 {OWN} mai / 404 liaison / 403 *", post="405 *"),
    page(
        "cards:batch_add",
        "unit:tan_yen",
        get=f"200 {PRINTERS} / 403 mai tu binh quan quantri / 404 *",
        post=f"422 {PRINTERS} / 403 mai tu binh quan quantri / 404 *",
    ),
    page("cards:batch_detail", "cards", get="200 lan lan2 minh hoa mai / 404 *", post="405 *"),
    page("cards:batch_printing", "cards", get="200 minh hoa / 403 mai / 404 *", post="405 *"),
    page("cards:batch_print", "cards", get="405 *", post="303 minh hoa / 403 mai / 404 *"),
    page("cards:batch_send", "cards", get="405 *", post="409 minh hoa / 403 mai / 404 *"),
    # The province printed it; that it arrived is for the commune to say.
    page("cards:batch_receive", "cards", get="405 *", post="409 minh / 403 hoa mai / 404 *"),
    page("cards:batch_hand", "cards", get="405 *", post="303 lan lan2 minh hoa / 403 mai / 404 *"),
    page("cards:person_cards", "person", get=f"200 {HOLDERS} / 404 *", post="405 *"),
    page("cards:card_end", "person", "card", get="405 *", post=f"422 {HOLDERS} / 404 *"),
    page("cards:card_drop", "person", "card", get="405 *", post=f"422 {HOLDERS} / 404 *"),
    page("cards:card_undo", "person", "card", get="405 *", post=f"409 {HOLDERS} / 404 *"),
    # One design for the country, and its campaigns: Central.
    page(
        "cards:design_edit",
        get="200 mai / 404 liaison / 403 *",
        post="422 mai / 404 liaison / 403 *",
    ),
    page(
        "cards:campaign_add",
        get="200 mai / 404 liaison / 403 *",
        post="422 mai / 404 liaison / 403 *",
    ),
    page("cards:campaign_detail", "campaign", get=f"200 {OWN} mai / 404 *", post="405 *"),
    page(
        "cards:campaign_list",
        "campaign",
        get="405 *",
        post="303 minh hoa hoa2 / 422 lan lan2 minh2 / 403 mai / 404 *",
    ),
    page("cards:campaign_close", "campaign", get="405 *", post="303 mai / 404 *"),
    page(
        "cards:blank_book",
        get=f"200 {OWN} mai / 404 liaison / 403 *",
        post=f"422 {OWN} mai / 404 liaison / 403 *",
    ),
    # Whoever scans a card is told whether it is valid.
    page("cards:card_check", "=khong-co", get="200 * / 200 anon", post="405 * / 405 anon"),
]
