"""Who holds which office. Names of officers are public to those who see the unit's offices."""

from tests.access.rows import page

APPOINT = "minh hoa mai"
SEE_ONLY = "lan tu binh quan"

ROWS = [
    page(
        "offices:officer_list",
        "unit:dong_tam",
        get=f"200 {APPOINT} {SEE_ONLY} / 403 quantri / 404 *",
        post="405 *",
    ),
    page(
        "offices:appoint",
        "unit:dong_tam",
        get=f"200 {APPOINT} / 403 {SEE_ONLY} quantri / 404 *",
        post=f"422 {APPOINT} / 403 {SEE_ONLY} quantri / 404 *",
    ),
    page(
        "offices:body_form",
        "unit:dong_tam",
        get=f"200 {APPOINT} / 403 {SEE_ONLY} quantri / 404 *",
        post=f"422 {APPOINT} / 403 {SEE_ONLY} quantri / 404 *",
    ),
    # The administrator sees no offices, so there is none to find.
    page(
        "offices:appointment_end",
        "appointment",
        get=f"200 {APPOINT} / 403 {SEE_ONLY} / 404 *",
        post=f"422 {APPOINT} / 403 {SEE_ONLY} / 404 *",
    ),
    page(
        "offices:appointment_void",
        "appointment",
        get="405 *",
        post=f"303 {APPOINT} / 403 {SEE_ONLY} / 404 *",
    ),
    # A chi hội does not see its commune; those above it without the word are refused.
    page(
        "offices:provision",
        "unit:tan_yen",
        get="200 minh hoa mai quantri / 403 tu binh quan / 404 *",
        post="303 minh hoa mai quantri / 403 tu binh quan / 404 *",
    ),
]
