"""Mừng thọ and allowances. Names for the chain of the chi hội, figures for all who read figures.

The commune prepares a round and says it is done; the chi hội records what was handed over, and
with the commune what a person was asked. The province reads lists and sets what the State gives.
"""

from tests.access.rows import page

KEEP = "lan lan2 minh minh2"
SEE = f"{KEEP} hoa hoa2"
OFFICE = "tu mai binh quan quantri"
FIGURES = "tu mai binh quan"

# Minh's round: known above and below him, prepared by him alone.
PREPARED = f"200 minh / 403 hoa {FIGURES} / 404 *"
DONE = f"303 minh / 403 hoa {FIGURES} / 404 *"
# One member of thôn Đồng Tâm.
ASKED = "200 lan minh / 403 hoa / 404 *"
ASKED_POST = "422 lan minh / 403 hoa / 404 *"

ROWS = [
    page("care:longevity", get=f"200 {SEE} {FIGURES} / 403 quantri / 404 liaison", post="405 *"),
    page(
        "care:longevity",
        don_vi="unit:dong_tam",
        get=f"200 lan minh hoa {FIGURES} / 403 quantri / 404 *",
        post="405 *",
    ),
    page(
        "care:level_list",
        get=f"200 {SEE} / 403 {OFFICE} / 404 liaison",
        post=f"422 minh minh2 hoa hoa2 / 403 lan lan2 {OFFICE} / 404 liaison",
    ),
    page(
        "care:file_order",
        get=f"200 {SEE} / 403 {OFFICE} / 404 liaison",
        post=f"422 {SEE} / 403 {OFFICE} / 404 liaison",
    ),
    page(
        "care:file_order",
        dot="longevity",
        get=f"200 minh hoa / 403 {FIGURES} / 404 *",
        post=f"422 minh hoa / 403 {FIGURES} / 404 *",
    ),
    # Another's file is not found, nor is a job that is none.
    page("care:file_state", "job", get="404 *", post="405 *"),
    page(
        "care:round_add",
        get=f"200 minh minh2 / 403 lan lan2 hoa hoa2 {OFFICE} / 404 liaison",
        post=f"422 minh minh2 / 403 lan lan2 hoa hoa2 {OFFICE} / 404 liaison",
    ),
    page(
        "care:round_detail",
        "longevity",
        get=f"200 lan lan2 minh hoa / 403 {FIGURES} / 404 *",
        post="405 *",
    ),
    page(
        "care:round_edit",
        "longevity",
        get=PREPARED,
        post=f"422 minh / 403 hoa {FIGURES} / 404 *",
    ),
    page("care:round_freeze", "longevity", get="405 *", post=DONE),
    page("care:round_take_in", "longevity:frozen", get="405 *", post=DONE),
    page("care:round_close", "longevity:frozen", get="405 *", post=DONE),
    page("care:round_drop", "longevity", get="405 *", post=DONE),
    page(
        "care:receipts",
        "longevity:frozen",
        get=f"200 lan lan2 minh / 403 hoa {FIGURES} / 404 *",
        post=f"422 lan lan2 minh / 403 hoa {FIGURES} / 404 *",
    ),
    page("care:receipt_clear", "recipient", get="405 *", post="303 lan minh / 403 hoa / 404 *"),
    page("care:rights", get=f"200 {SEE} / 403 {OFFICE} / 404 liaison", post="405 *"),
    page(
        "care:rights_print",
        get=f"200 {SEE} / 403 {OFFICE} / 404 liaison",
        post="405 *",
    ),
    page(
        "care:rights_export",
        get=f"200 {SEE} / 403 {OFFICE} / 404 liaison",
        post=f"422 {SEE} / 403 {OFFICE} / 404 liaison",
    ),
    page("care:person_rights", "person", get=ASKED, post="405 *"),
    # Every field of what is asked may be left open: nothing useful is still an answer.
    page("care:answers_edit", "person", get=ASKED, post="303 lan minh / 403 hoa / 404 *"),
    page("care:request_edit", "person", "=social_pension", get=ASKED, post=ASKED_POST),
    page(
        "care:request_withdraw",
        "person",
        "=social_pension",
        get="405 *",
        post="303 lan minh / 403 hoa / 404 *",
    ),
]
