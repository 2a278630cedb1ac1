import datetime

from bongca.papers.rules.profile import profile_on, profiles

# Ranges of domain.md 6.3, typed by hand.
RANGES = {
    "margin_top_mm": (20, 25),
    "margin_bottom_mm": (20, 25),
    "margin_left_mm": (30, 35),
    "margin_right_mm": (15, 20),
    "page_number_pt": (13, 14),
    "nation_pt": (12, 13),
    "motto_pt": (13, 14),
    "superior_pt": (12, 13),
    "issuer_pt": (12, 13),
    "symbol_pt": (13, 13),
    "place_pt": (13, 14),
    "type_pt": (13, 14),
    "abstract_pt": (13, 14),
    "subject_pt": (12, 13),
    "subject_gap_pt": (6, 6),
    "rule_share": (1 / 3, 1 / 2),
    "text_pt": (13, 14),
    "indent_mm": (10, 12.7),
    "paragraph_gap_pt": (6, 12),
    "line_spacing": (1, 1.5),
    "signature_pt": (13, 14),
    "recipients_label_pt": (12, 12),
    "recipients_pt": (11, 11),
}


def test_every_measure_lies_in_the_range_of_the_decree() -> None:
    profile = profile_on(datetime.date(2026, 7, 5))

    outside = {
        name: getattr(profile, name)
        for name, (least, most) in RANGES.items()
        if not least <= getattr(profile, name) <= most
    }

    assert outside == {}


def test_sizes_of_the_head_move_together() -> None:
    profile = profile_on(datetime.date(2026, 7, 5))

    assert (profile.nation_pt, profile.motto_pt, profile.place_pt) in {(12, 13, 13), (13, 14, 14)}


def test_both_columns_of_the_head_fill_the_text_width() -> None:
    for profile in profiles():
        assert profile.issuer_column_mm + profile.nation_column_mm == profile.text_width_mm()


def test_layout_is_the_one_in_force_on_the_day_of_the_paper() -> None:
    assert profile_on(datetime.date(2020, 3, 5)).name.startswith("Nghị định 30/2020")
    assert profile_on(None) == profiles()[-1]
