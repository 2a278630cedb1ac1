"""Meetings of Central: those of its unit see them, its office keeps them, its leaders conclude.

One of them (`meeting:called`) also called Bắc Ninh; nobody else's meeting is seen by being above.
"""

from tests.access.rows import page

# Central's own, with the word; the administrator and an inspector hold none.
READ = "tu mai binh"
KEEP_ONLY = f"200 mai / 403 {'tu binh'} / 404 *"
KEEP_POST = "422 mai / 403 tu binh / 404 *"
WRITE = "200 mai binh / 403 tu / 404 *"
WRITE_POST = "422 mai binh / 403 tu / 404 *"

ROWS = [
    page("meetings:meeting_list", get="200 * / 403 quan liaison quantri", post="405 *"),
    page(
        "meetings:meeting_add",
        get="200 lan lan2 minh minh2 hoa hoa2 mai / 403 *",
        post="422 lan lan2 minh minh2 hoa hoa2 mai / 403 *",
    ),
    page("meetings:meeting_detail", "meeting", get=f"200 {READ} / 404 *", post="405 *"),
    page("meetings:meeting_detail", "meeting:called", get=f"200 {READ} hoa / 404 *", post="405 *"),
    page("meetings:meeting_edit", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    # Bắc Ninh sees the meeting it was called to; the unit that holds it is above its sight.
    page("meetings:meeting_edit", "meeting:called", get=KEEP_ONLY, post=KEEP_POST),
    page(
        "meetings:invitation_answer",
        "meeting:called",
        get="405 *",
        post=f"422 hoa / 403 {READ} / 404 *",
    ),
    page("meetings:participant_add", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    page(
        "meetings:participant_edit",
        "meeting:called",
        "participant",
        get=KEEP_ONLY,
        post="303 mai / 403 tu binh / 404 *",
    ),
    page(
        "meetings:participant_drop",
        "meeting:called",
        "participant",
        get="405 *",
        post="303 mai / 403 tu binh / 404 *",
    ),
    page("meetings:attendance", "meeting", get=KEEP_ONLY, post="303 mai / 403 tu binh / 404 *"),
    page("meetings:agenda_add", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    page("meetings:paper_add", "meeting:called", "agenda_item", get=KEEP_ONLY, post=KEEP_POST),
    # A paper of the agenda opens to Bắc Ninh, who was called, and to nobody else below.
    page("meetings:paper_open", "agenda_paper", get=f"200 {READ} hoa / 404 *", post="405 *"),
    page("meetings:paper_drop", "agenda_paper", get="405 *", post="303 mai / 403 tu binh / 404 *"),
    page("meetings:voting_rules", get="200 * / 403 quan liaison quantri", post="405 *"),
    # The rules of the whole Association are set by its leaders, out of sight of those below.
    page(
        "meetings:voting_rule_set",
        "=quorum",
        get="200 binh / 403 mai tu quantri / 404 *",
        post="422 binh / 403 mai tu quantri / 404 *",
    ),
    page("meetings:report_add", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    page("meetings:report_detail", "body_report", get=f"200 {READ} hoa / 404 *", post="405 *"),
    page("meetings:opinion_add", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    page("meetings:conclusion_list", "meeting", get=f"200 {READ} / 404 *", post="405 *"),
    page("meetings:conclusion_add", "meeting", get=WRITE, post=WRITE_POST),
    page("meetings:previous_list", "meeting", get=f"200 {READ} / 404 *", post="405 *"),
    # Called to the meeting is not of the unit: what it owes from before is not shown.
    page(
        "meetings:previous_list",
        "meeting:called",
        get=f"200 {READ} / 404 *",
        post="405 *",
    ),
    page("meetings:conclusion_detail", "conclusion", get=f"200 {READ} / 404 *", post="405 *"),
    page("meetings:conclusion_edit", "conclusion", get=WRITE, post=WRITE_POST),
    page(
        "meetings:conclusion_drop",
        "conclusion",
        get="405 *",
        post="303 mai binh / 403 tu / 404 *",
    ),
    page(
        "meetings:notice_publish",
        "meeting",
        get="200 binh / 403 mai tu / 404 *",
        post="303 binh / 403 mai tu / 404 *",
    ),
    # Confirming is for those who were there: here nobody is recorded as present.
    page("meetings:minutes", "meeting", get=f"200 {READ} / 404 *", post=f"403 {READ} / 404 *"),
    page("meetings:minutes_write", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    # Nothing has been written there yet: who keeps the papers is told so.
    page("meetings:minutes_paper", "meeting", get="405 *", post="422 mai / 403 tu binh / 404 *"),
    page("meetings:ballot_add", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    # Bình alone stands on the list of voters.
    page("meetings:ballot_count", "meeting", get=KEEP_ONLY, post=KEEP_POST),
    page(
        "meetings:ballot_detail",
        "ballot",
        get=f"200 {READ} / 404 *",
        post="422 binh / 403 tu mai / 404 *",
    ),
    page("meetings:ballot_close", "ballot", get="405 *", post="303 mai / 403 tu binh / 404 *"),
    page(
        "meetings:paper",
        "meeting",
        "=ket-luan",
        "=pdf",
        get="200 mai binh / 403 tu / 404 *",
        post="405 *",
    ),
]
