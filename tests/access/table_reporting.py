"""Reports. Names of members never stand here; figures are for those who see the unit."""

from tests.access.rows import page

# Whoever reads reports of thôn Đồng Tâm: its chain, and those who read the country.
READ_DONG_TAM = "lan minh hoa tu mai binh quan"
READ_TAN_YEN = "minh hoa tu mai binh quan"

ROWS = [
    page("reporting:round_list", get="200 * / 403 liaison quantri", post="405 *"),
    page("reporting:round_open", get="200 mai / 403 *", post="422 mai / 403 *"),
    # Who reads no reports at all is refused before anything is looked up.
    page("reporting:round_detail", "round", get="200 * / 403 liaison quantri", post="405 *"),
    page(
        "reporting:round_unit",
        "round",
        "unit:dong_tam",
        get=f"200 {READ_DONG_TAM} / 403 liaison quantri / 404 *",
        post="405 *",
    ),
    page("reporting:round_close", "round", get="200 mai / 403 *", post="303 mai / 403 *"),
    page(
        "reporting:figure_explain",
        "round",
        "=A1",
        "unit:tan_yen",
        get=f"200 {READ_TAN_YEN} / 403 quantri / 404 *",
        post="405 *",
    ),
    page(
        "reporting:report_detail",
        "report:dong_tam",
        get=f"200 {READ_DONG_TAM} / 404 *",
        # The commune may write for its chi hội; the province and Central may not.
        post="303 lan minh / 403 hoa tu mai binh quan / 404 *",
    ),
    page(
        "reporting:report_autosave",
        "report:dong_tam",
        get="405 *",
        post="204 lan minh / 403 hoa tu mai binh quan / 404 *",
    ),
    page(
        "reporting:report_check",
        "report:dong_tam",
        "=C12",
        get=f"200 {READ_DONG_TAM} / 404 *",
        post="405 *",
    ),
    page(
        "reporting:report_history",
        "report:dong_tam",
        get=f"200 {READ_DONG_TAM} / 404 *",
        post="405 *",
    ),
    page(
        "reporting:report_submit",
        "report:dong_tam",
        get="200 lan minh / 403 hoa tu mai binh quan / 404 *",
        post="422 lan minh / 403 hoa tu mai binh quan / 404 *",
    ),
    # Only the tier right above reviews; nothing has been submitted to it yet.
    page(
        "reporting:report_accept",
        "report:dong_tam",
        get="200 minh / 403 lan hoa tu mai binh quan / 404 *",
        post="409 minh / 403 lan hoa tu mai binh quan / 404 *",
    ),
    page(
        "reporting:report_return",
        "report:dong_tam",
        get="200 minh / 403 lan hoa tu mai binh quan / 404 *",
        post="409 minh / 403 lan hoa tu mai binh quan / 404 *",
    ),
    page(
        "reporting:figure_amend",
        "report:dong_tam",
        "=C12",
        get="200 lan minh / 403 hoa tu mai binh quan / 404 *",
        post="422 lan minh / 403 hoa tu mai binh quan / 404 *",
    ),
    page(
        "reporting:report_pdf",
        "report:tan_yen",
        get="200 minh hoa tu mai binh / 403 quan / 404 *",
        post="405 *",
    ),
    page(
        "reporting:report_word",
        "report:tan_yen",
        get="200 minh hoa tu mai binh / 403 quan / 404 *",
        post="405 *",
    ),
]
