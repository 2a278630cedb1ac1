"""Pages of the house: background work for the administrator, letters for everybody."""

from tests.access.rows import page

ROWS = [
    page("core:job_list", get="200 quantri / 403 *", post="405 *"),
    page("core:job_detail", "job", get="200 quantri / 403 *", post="405 *"),
    page("core:job_cancel", "job", get="405 *", post="303 quantri / 403 *"),
    # A file is found only by those its purpose lets have it.
    page("core:attachment", "nothing", get="404 *", post="405 *"),
    page("core:letters", get="405 * / 405 anon", post="303 * / 303 anon"),
    # Only while trying: this is no demonstration.
    page("core:parts", get="404 * / 404 anon", post="404 * / 404 anon"),
    page("core:parts_question", get="404 * / 404 anon", post="404 * / 404 anon"),
    page("core:parts_check", get="404 * / 404 anon", post="404 * / 404 anon"),
    page("core:parts_save", get="404 * / 404 anon", post="404 * / 404 anon"),
    page("api:openapi-json", get="200 *", post="405 *"),
    page("api:api-root", get="404 *", post="404 *"),
]
