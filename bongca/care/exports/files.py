"""A file of one kind from one list: at once, or commune by commune for a province."""

import io
import zipfile
from collections.abc import Callable
from typing import BinaryIO

from bongca.care.enums import FileKind
from bongca.care.exports.lists import paper_of, write_list
from bongca.care.exports.merged import draw_certificates, draw_invitations
from bongca.care.queries.listed import Listing, lines_of, listing_of
from bongca.core.actor import Actor
from bongca.core.scope import scoped
from bongca.core.text import fold
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import visible_units
from bongca.papers.queries import render_pdf, render_word

EXTENSIONS = {
    FileKind.EXCEL: "xlsx",
    FileKind.PDF: "pdf",
    FileKind.WORD: "docx",
    FileKind.CERTIFICATES: "pdf",
    FileKind.INVITATIONS: "pdf",
}


def make_file(actor: Actor, listing: Listing, kind: FileKind) -> bytes:
    """Make one file of a list. Raises PaperTypeMissing."""
    lines = lines_of(actor, listing)
    if kind == FileKind.EXCEL:
        target = io.BytesIO()
        write_list(lines, target)
        return target.getvalue()
    if kind == FileKind.CERTIFICATES:
        return draw_certificates(listing, lines)
    if kind == FileKind.INVITATIONS:
        return draw_invitations(listing, lines)
    paper = paper_of(listing, lines)
    return render_pdf(paper) if kind == FileKind.PDF else render_word(paper)


def write_by_commune(
    actor: Actor,
    listing: Listing,
    kind: FileKind,
    target: BinaryIO,
    tell: Callable[[int], None],
) -> None:
    """Write one file for each commune of a province into an archive, signed by the commune.

    Each in a transaction of its own; `tell` hears how many communes are done.
    """
    with scoped(actor):
        communes = _communes(actor, listing.unit)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for done, commune in enumerate(communes, start=1):
            with scoped(actor):
                part = listing_of(actor, commune, listing.wanted)
                content = make_file(actor, part, kind) if _has_anybody(actor, part) else b""
            if content:
                name = "-".join(fold(commune.name).split())
                archive.writestr(f"{done:04}-{name}.{EXTENSIONS[kind]}", content)
            tell(done)


def _communes(actor: Actor, unit: Unit) -> list[Unit]:
    below = visible_units(actor).filter(
        tier=Tier.COMMUNE, lft__gte=unit.lft, lft__lte=unit.rgt, is_open=True
    )
    return list(below.select_related("parent").order_by("sort_key", "pk"))


def _has_anybody(actor: Actor, listing: Listing) -> bool:
    return next(iter(lines_of(actor, listing)), None) is not None
