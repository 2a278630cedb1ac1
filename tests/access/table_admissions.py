"""Who asks to come in, who goes from one commune to another, who rests.

Names are for the chain of the chi hội; what was sent to another commune is seen there as well, and
answered there alone.
"""

from tests.access.rows import page

KEEP_ROLLS = "lan lan2 minh minh2"
SEE_ROLLS = f"{KEEP_ROLLS} hoa hoa2"

SEEN = "200 lan minh hoa / 404 *"
WRITTEN = "200 lan minh / 403 hoa / 404 *"
WRITTEN_POST = "422 lan minh / 403 hoa / 404 *"
DONE = "303 lan minh / 403 hoa / 404 *"
ANSWERED = "200 minh2 / 403 hoa / 404 *"
ANSWERED_POST = "422 minh2 / 403 hoa / 404 *"

ROWS = [
    # At a glance: names, so nobody above a commune.
    page("admissions:glance", get=f"200 {KEEP_ROLLS} / 404 hoa hoa2 / 403 *", post="405 *"),
    page(
        "admissions:glance",
        don_vi="unit:dong_tam",
        get="200 lan minh hoa / 404 lan2 minh2 hoa2 / 403 *",
        post="405 *",
    ),
    page("admissions:application_list", get=f"200 {SEE_ROLLS} / 403 *", post="405 *"),
    page(
        "admissions:application_add",
        get=f"200 {KEEP_ROLLS} / 404 liaison / 403 *",
        post=f"422 {KEEP_ROLLS} / 404 liaison / 403 *",
    ),
    page("admissions:application_of", "person", get=WRITTEN, post=WRITTEN_POST),
    page("admissions:application_detail", "application", get=SEEN, post="405 *"),
    page("admissions:application_recognise", "application", get=WRITTEN, post=WRITTEN_POST),
    page("admissions:application_refuse", "application", get=WRITTEN, post=WRITTEN_POST),
    page("admissions:application_withdraw", "application", get="405 *", post=DONE),
    page("admissions:application_reopen", "application", get="405 *", post=DONE),
    page("admissions:transfer_list", get=f"200 {SEE_ROLLS} / 403 *", post="405 *"),
    page("admissions:transfer_send", "person", get=WRITTEN, post=WRITTEN_POST),
    # The sending side is theirs who sent, the receiving side theirs who answer.
    page("admissions:transfer_detail", "transfer", get=SEEN, post="405 *"),
    page("admissions:transfer_detail", "transfer:in", get="200 minh2 hoa / 404 *", post="405 *"),
    page("admissions:transfer_accept", "transfer", get="404 *", post="404 *"),
    page("admissions:transfer_accept", "transfer:in", get=ANSWERED, post=ANSWERED_POST),
    page("admissions:transfer_decline", "transfer:in", get=ANSWERED, post=ANSWERED_POST),
    page("admissions:transfer_withdraw", "transfer", get="405 *", post=DONE),
    page("admissions:transfer_withdraw", "transfer:in", get="405 *", post="404 *"),
    # Nothing has been answered, so nothing is undone.
    page(
        "admissions:transfer_undo", "transfer:in", get="405 *", post="409 minh2 / 403 hoa / 404 *"
    ),
    page("admissions:pause_add", "person", get=WRITTEN, post=WRITTEN_POST),
    page("admissions:pause_end", "pause", get=WRITTEN, post=WRITTEN_POST),
    page("admissions:pause_undo", "pause", get="405 *", post=DONE),
    # Those picked in the list; nobody is, so nothing is written.
    page(
        "admissions:together_move",
        get=f"200 {KEEP_ROLLS} / 404 liaison / 403 *",
        post=f"422 {KEEP_ROLLS} / 404 liaison / 403 *",
    ),
    page(
        "admissions:together_deaths",
        get=f"200 {KEEP_ROLLS} / 404 liaison / 403 *",
        post=f"422 {KEEP_ROLLS} / 404 liaison / 403 *",
    ),
    page("admissions:together_undo", "together", get="405 *", post=DONE),
]
