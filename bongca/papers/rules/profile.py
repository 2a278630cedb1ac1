"""The layout in force on a day, read from layouts.toml."""

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """Every measure of an official paper, with the days in force and the source of the rule."""

    name: str
    source: str
    in_force_from: datetime.date
    font: str
    nation: str
    motto: str
    page_width_mm: float
    page_height_mm: float
    margin_top_mm: float
    margin_bottom_mm: float
    margin_left_mm: float
    margin_right_mm: float
    page_number_pt: float
    issuer_column_mm: float
    nation_column_mm: float
    nation_pt: float
    motto_pt: float
    superior_pt: float
    issuer_pt: float
    symbol_pt: float
    place_pt: float
    type_pt: float
    abstract_pt: float
    subject_pt: float
    subject_gap_pt: float
    rule_share: float
    rule_pt: float
    text_pt: float
    indent_mm: float
    paragraph_gap_pt: float
    line_spacing: float
    table_pt: float
    signature_pt: float
    signature_room_mm: float
    recipients_label_pt: float
    recipients_pt: float
    in_force_to: datetime.date | None = None

    def text_width_mm(self, *, is_landscape: bool = False) -> float:
        """Width between the margins, of the page standing or lying."""
        page = self.page_height_mm if is_landscape else self.page_width_mm
        return page - self.margin_left_mm - self.margin_right_mm


@cache
def profiles() -> tuple[Profile, ...]:
    """All layouts known, oldest first."""
    content = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8"))
    found = (Profile(**layout) for layout in content["layout"])
    return tuple(sorted(found, key=lambda profile: profile.in_force_from))


def profile_on(day: datetime.date | None) -> Profile:
    """The layout in force on `day`; the newest for an undated draft, the oldest for older days."""
    known = profiles()
    if day is None:
        return known[-1]
    in_force = [
        profile
        for profile in known
        if profile.in_force_from <= day
        and (profile.in_force_to is None or day < profile.in_force_to)
    ]
    return in_force[-1] if in_force else known[0]
