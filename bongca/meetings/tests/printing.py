"""The papers of a meeting as they are printed, and where things stand on their pages."""

from pdfplumber.page import Page

from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.composing import composed
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.models import Meeting
from bongca.papers.tests.factories import MM, Phrase, as_pdf, line_starting, pages_of
from tests.cast import Cast

LEFT, RIGHT, TOP, BOTTOM = 30.0, 195.0, 20.0, 277.0
MIDDLE = (LEFT + RIGHT) / 2
EXACT = 0.4


def printed_notice(cast: Cast, meeting: Meeting, who: str = "binh") -> list[Page]:
    """Publish, and print the paper that stands in the register from then on."""
    document = publish_notice(actor=cast.actor(who), meeting=meeting).document
    assert document is not None
    return printed(document)


def printed(document: OutgoingDocument) -> list[Page]:
    """Print a paper as the register has it."""
    kept = OutgoingDocument.objects.select_related("unit__parent").get(pk=document.pk)
    return pages_of(as_pdf(composed(kept)))


def whole(page: Page, pattern: str) -> Phrase:
    """Where all that a pattern matches stands on its line."""
    found = page.search(pattern, return_chars=True)
    assert found, f"{pattern!r} is not on the page: {page.extract_text()[:300]!r}"
    hit = found[0]
    letter = hit["chars"][0]
    return Phrase(
        left=hit["x0"] / MM, right=hit["x1"] / MM, top=hit["top"] / MM, bottom=hit["bottom"] / MM,
        size=letter["size"], font=letter["fontname"].split("+")[-1],
    )  # fmt: skip


def line_below(page: Page, text: str) -> tuple[float, float]:
    """Length of the line drawn below a phrase and centred on it, and how far below it is."""
    phrase = line_starting(page, text)
    for rule in sorted(page.lines, key=lambda rule: float(rule["top"])):
        centre, top = (rule["x0"] + rule["x1"]) / 2 / MM, rule["top"] / MM
        if top > phrase.top and abs(centre - phrase.centre) < 1:
            return rule["width"] / MM, top - phrase.bottom
    raise AssertionError(f"no line under {text!r}")


def keeps_margins(page: Page) -> bool:
    """Tell whether all that is not the page number keeps the four margins of domain.md 6.3."""
    body = [c for c in page.chars if c["top"] / MM > 18 and c["text"].strip()]
    return bool(
        min(c["x0"] for c in body) / MM >= LEFT - EXACT
        and max(c["x1"] for c in body) / MM <= RIGHT + EXACT
        and min(c["top"] for c in body) / MM >= TOP - EXACT
        and max(c["bottom"] for c in body) / MM <= BOTTOM + EXACT
    )


def number_in_margin(page: Page) -> str:
    """Return the page number printed in the top margin, in the middle, or nothing."""
    characters = [c for c in page.chars if c["bottom"] / MM < TOP - 1]
    if not characters:
        return ""
    centre = (characters[0]["x0"] + characters[-1]["x1"]) / 2 / MM
    assert abs(centre - MIDDLE) < EXACT
    return "".join(c["text"] for c in characters)


def words_on(page: Page) -> str:
    """Return the text of a page on one line."""
    return " ".join(page.extract_text().split())
