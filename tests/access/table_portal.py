"""The first page, the search and the guide are everyone's; what they show is each one's own."""

from tests.access.rows import page

ROWS = [
    page("portal:home", get="200 *", post="405 *"),
    page("portal:search", get="200 *", post="405 *"),
    # Whoever cannot get in may read how to.
    page("portal:guide", get="200 * / 200 anon", post="405 * / 405 anon"),
    page("portal:paper_form", get="200 * / 200 anon", post="405 * / 405 anon"),
    page("portal:guide_page", "guide", get="200 * / 200 anon", post="405 * / 405 anon"),
    page("portal:guide_image", "=hop-ky-truoc", get="200 * / 200 anon", post="405 * / 405 anon"),
    page("portal:guide_image", "=khong-co", get="404 * / 404 anon", post="405 * / 405 anon"),
    page("portal:guide_page", "=khong-co", get="404 * / 404 anon", post="405 * / 405 anon"),
]
