"""Personal data. The chi hội and the commune write consents and requests down, the commune answers;
the log and the incidents are for those who watch over a unit and what is below it.
"""

from tests.access.rows import page

KEEP = "lan lan2 minh minh2"
SEE = f"{KEEP} hoa hoa2"
WATCH = "minh minh2 hoa hoa2 mai"
SOME = f"{SEE} mai"

# One member of thôn Đồng Tâm.
SHOWN = "200 lan minh hoa / 404 *"
WRITTEN = "200 lan minh / 403 hoa / 404 *"
WRITTEN_POST = "422 lan minh / 403 hoa / 404 *"
ANSWERED = "200 minh / 403 lan hoa / 404 *"
ANSWERED_POST = "422 minh / 403 lan hoa / 404 *"

ROWS = [
    page("privacy:privacy_home", get=f"200 {SOME} / 403 *", post="405 *"),
    page("privacy:text_list", get=f"200 {SOME} / 403 *", post=f"422 {WATCH} / 403 *"),
    page("privacy:person_detail", "person", get=SHOWN, post="405 *"),
    page("privacy:consent_add", "person", get=WRITTEN, post=WRITTEN_POST),
    page("privacy:consent_withdraw", "consent", get=WRITTEN, post=WRITTEN_POST),
    page("privacy:request_add", "person", get=WRITTEN, post=WRITTEN_POST),
    page("privacy:request_list", get=f"200 {SEE} / 403 *", post="405 *"),
    page("privacy:request_detail", "privacy:request", get=SHOWN, post="405 *"),
    page("privacy:request_receipt", "privacy:request", get=SHOWN, post="405 *"),
    page("privacy:request_answer", "privacy:request", get=ANSWERED, post=ANSWERED_POST),
    page("privacy:request_extend", "privacy:request", get=ANSWERED, post=ANSWERED_POST),
    page("privacy:request_finish", "privacy:request", get=ANSWERED, post=ANSWERED_POST),
    page("privacy:access_log", get=f"200 {WATCH} / 403 *", post="405 *"),
    page("privacy:incident_list", get=f"200 {WATCH} / 403 *", post="405 *"),
    page("privacy:incident_add", get=f"200 {WATCH} / 403 *", post=f"422 {WATCH} / 403 *"),
    page("privacy:incident_detail", "incident", get="200 minh hoa mai / 404 *", post="405 *"),
    page(
        "privacy:incident_edit",
        "incident",
        get="200 minh hoa mai / 404 *",
        post="422 minh hoa mai / 404 *",
    ),
    page("privacy:inventory_page", get=f"200 {SOME} / 403 *", post="405 *"),
    page("privacy:holding_settle", get=f"200 {WATCH} / 403 *", post=f"422 {WATCH} / 403 *"),
    page("privacy:inventory_print", get=f"200 {WATCH} / 403 *", post="405 *"),
]
