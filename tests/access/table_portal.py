"""The first page, the search and the guide are everyone's; what they show is each one's own."""

from tests.access.rows import page

ROWS = [
    page("portal:home", get="200 *", post="405 *"),
    page("portal:search", get="200 *", post="405 *"),
    page("portal:guide", get="200 *", post="405 *"),
    page("portal:guide_page", "guide", get="200 *", post="405 *"),
    page("portal:guide_page", "=khong-co-trang-nay", get="404 *", post="405 *"),
]
