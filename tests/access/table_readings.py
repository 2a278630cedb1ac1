"""Texts read for a meeting of Central: seen with it, read by who words its conclusions."""

from tests.access.rows import page
from tests.access.table_meetings import READ, WRITE, WRITE_POST

ROWS = [
    page("readings:reading_add", "meeting", get=WRITE, post=WRITE_POST),
    page("readings:reading_detail", "reading", get=f"200 {READ} / 404 *", post="405 *"),
    page("readings:proposal_take", "proposal", get=WRITE, post=WRITE_POST),
    page("readings:proposal_drop", "proposal", get="405 *", post="303 mai binh / 403 tu / 404 *"),
]
