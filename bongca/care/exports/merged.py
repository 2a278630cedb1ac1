"""Certificates and invitations: one sheet for each person, many persons in one file."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bongca.care import rules
from bongca.care.models import LongevityRound
from bongca.care.queries.listed import Line, Listing
from bongca.core.lunar import lunar_of
from bongca.core.ui.written import clock_time, weekday_date
from bongca.documents.queries.composing import full_name, place_of
from bongca.org.enums import Tier
from bongca.papers.queries import render_template

_FOLDER = Path(rules.__file__).parent


def draw_certificates(listing: Listing, lines: Iterable[Line]) -> bytes:
    """Draw a giấy mừng thọ for each person. Raises PaperTypeMissing.

    Its face is our own plain one: the national design of Central is printed elsewhere
    (domain.md 4.1).
    """
    persons = [
        {
            "name": f"Cụ {line.name}",
            "born": f"sinh năm {line.birth_year}",
            "place": line.place,
            "age": f"mừng thọ {line.age}" if line.age.startswith("trên") else f"tròn {line.age}",
        }
        for line in lines
    ]
    said = f"{full_name(listing.unit)} trân trọng kính mừng"
    content = _head(listing, "Giấy mừng thọ") | {"greeting": said, "persons": persons}
    return render_template(_FOLDER / "certificate.typ", content)


def draw_invitations(listing: Listing, lines: Iterable[Line]) -> bytes:
    """Draw an invitation for the family of each person. Raises PaperTypeMissing."""
    persons = [
        {
            "name": f"Cụ {line.name}",
            "family": f"({line.age}, {line.place}) và gia đình",
        }
        for line in lines
    ]
    assert listing.round is not None
    content = _head(listing, "Giấy mời") | {
        "greeting": f"{full_name(listing.unit)} trân trọng kính mời",
        "persons": persons,
        "event": f"đến dự lễ mừng thọ người cao tuổi năm {listing.round.year}.",
        "lines": _invited_to(listing.round),
    }
    return render_template(_FOLDER / "invitation.typ", content)


def day_words(day: date) -> str:
    """Say a day with its lunar one: thứ Bảy, 06/06/2026 (21 tháng Tư năm Bính Ngọ)."""
    lunar = lunar_of(day)
    return f"{weekday_date(day)} ({lunar.words} âm lịch)" if lunar else weekday_date(day)


def _invited_to(round: LongevityRound) -> list[str]:
    lines = []
    if round.held_on:
        at = f"{clock_time(round.held_at)}, " if round.held_at else ""
        lines.append(f"Thời gian: {at}{day_words(round.held_on)}.")
    if round.place:
        lines.append(f"Địa điểm: {round.place}.")
    return [*lines, "Sự có mặt của Cụ và gia đình là niềm vui của Hội."]


def _head(listing: Listing, title: str) -> dict[str, Any]:
    unit, signature = listing.unit, listing.signature
    first, *rest = signature.lines or ("",)
    is_local = unit.tier in (Tier.BRANCH, Tier.GROUP)
    return {
        "title": f"{title} năm {listing.wanted.year}",
        "superior": full_name(unit.parent) if unit.parent and is_local else "",
        "issuer": full_name(unit),
        "dated": f"{place_of(unit)}, ngày      tháng      năm {listing.on.year}",
        "signed": [f"{signature.authority} {first}".strip(), *rest],
        "signer": signature.name,
    }
