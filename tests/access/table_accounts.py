"""One's own account; what belongs to another is not found."""

from tests.access.rows import page

ROWS = [
    page("accounts:account", get="200 *", post="405 *"),
    page("accounts:account_edit", get="200 *", post="422 *"),
    page("accounts:forgotten", get="200 * / 200 anon", post="405 * / 405 anon"),
    page("accounts:session_end", "session:lan", get="405 *", post="303 lan / 404 *"),
    page("accounts:second_factor_drop", get="200 *", post="303 *"),
    page("accounts:notice_list", get="200 *", post="405 *"),
    page("accounts:notice_open", "notice:lan", get="303 lan / 404 *", post="405 *"),
]
