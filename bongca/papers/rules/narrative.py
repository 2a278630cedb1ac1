"""Free text of an officer as blocks of a paper."""

import re

from bongca.papers.rules.paper import Bullet, Paragraph

DASH = re.compile(r"^[-–—•+*]\s+")


def blocks_of(text: str) -> tuple[Paragraph | Bullet, ...]:
    """A paragraph for each line of the text, a bullet for each line led by a dash."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(
        Bullet(DASH.sub("", line)) if DASH.match(line) else Paragraph(line)
        for line in lines
        if line
    )
