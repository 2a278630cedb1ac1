"""`{% load reporting %}`: how figures and their origins are said on a page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template

from bongca.core import clock
from bongca.core.ui.written import short_date
from bongca.indicators.models import Indicator
from bongca.indicators.rules.checks import Level, Remark
from bongca.indicators.rules.numbers import grouped
from bongca.reporting.models import Amendment
from bongca.reporting.queries.children import Completeness
from bongca.reporting.queries.explaining import Step
from bongca.reporting.queries.lines import Line, Part
from bongca.reporting.queries.sheet import Sheet
from bongca.reporting.rules.tiers import tier_words

register = template.Library()


@register.filter
def item(mapping: Mapping[str, Any] | None, key: str) -> Any:
    return mapping.get(key) if mapping else None


@register.filter
def after(parts: Sequence[Part], number: int) -> Part | None:
    """The part that follows the one of this number."""
    return parts[number] if number < len(parts) else None


@register.filter
def words_met(mapping: Mapping[str, Any] | None, key: object) -> Any:
    return mapping.get(f"loi-{key}") if mapping else None


@register.filter
def whole(value: Any) -> str:
    """A whole number with dots; nothing stays nothing."""
    if value in (None, ""):
        return ""
    return grouped(int(value))


@register.filter
def signed(value: int) -> str:
    return f"+ {grouped(value)}" if value >= 0 else f"− {grouped(-value)}"


@register.filter
def said_as(remark: Remark) -> str:
    return {Level.FINE: "ok", Level.ODD: "ask", Level.WRONG: "bad"}[remark.level]


@register.filter
def conflict_words(met: Any) -> str:
    return f"{met.who.split(',')[0]} vừa ghi {whole(met.theirs) or 'trống'}."


@register.filter
def below_words(tier: str) -> str:
    return tier_words(tier).below


@register.filter
def book_words(line: Line) -> str:
    is_of_units = line.indicator.counted_by.startswith("units.")
    return "Lấy từ sổ tổ chức" if is_of_units else "Lấy từ sổ hội viên"


@register.filter
def sum_words(line: Line, words: Any) -> str:
    if line.gathered is None:
        return f"Chưa có {words.below} nào gửi số này"
    own = f", {words.own} ghi thêm {grouped(line.typed)}" if line.typed else ""
    return f"Các {words.below} gửi {grouped(line.gathered)}{own}"


@register.filter
def amended_words(line: Line) -> str:
    return f"Đã đính chính {signed(line.amended)}"


@register.filter
def amendment_words(amendment: Amendment) -> str:
    return f"{amendment.report.unit.name} đính chính {signed(amendment.difference)}"


@register.filter
def open_words(sheet: Sheet) -> str:
    count = len(sheet.troubles)
    return f"Còn {count} chỗ cần làm" if count else "Đã đủ, có thể nộp"


@register.filter
def open_url(sheet: Sheet) -> str:
    return f"#{sheet.troubles[0][1]}" if sheet.troubles else ""


@register.filter
def how_words(step: Step, indicator: Indicator) -> str:
    """Say how a tier came to its number: added, counted or typed."""
    if step.unit.tier == "branch":
        return _branch_words(step, indicator)
    if step.unit.tier == "commune" and step.value.counted is not None:
        when = "lúc nộp" if step.value.is_settled else "lúc này, chưa nộp"
        return f"Đếm từ sổ của các chi hội {when}."
    below = step.completeness.included if step.completeness else 0
    word = "đã gửi" if step.unit.tier == "commune" else "đã duyệt"
    if step.value.gathered is None:
        return _declared_words(step)
    return f"Cộng số {word} của {below} {tier_words(step.unit.tier).below}."


def _branch_words(step: Step, indicator: Indicator) -> str:
    if not indicator.is_counted:
        return _declared_words(step)
    when = "khi xã nộp" if step.value.is_settled else "lúc này"
    return f"Đếm từ sổ của chi hội {when}."


def _declared_words(step: Step) -> str:
    figure = step.value.figure
    if figure is None or figure.typed is None or figure.typed_at is None:
        return "Chưa có số."
    at = figure.typed_at.astimezone(clock.VIETNAM)
    source = f" Lấy từ: {figure.source_note}." if figure.source_note else ""
    return f"{figure.typed_by_label} ghi {at:%d/%m/%Y, %H giờ %M}.{source}"


@register.filter
def more_words(step: Step) -> list[str]:
    """Say who handed it in and accepted it, and what the unit added itself."""
    said = []
    if step.value.gathered is not None and step.value.own:
        said.append(f"Trong đó tự ghi thêm {grouped(step.value.own)}. {_declared_words(step)}")
    report = step.report
    if report is None or report.tier == "central":
        return said
    if report.submitted_at and report.is_sent:
        said.append(_handed_words(report))
    else:
        said.append(f"{report.get_state_display()}: số này còn có thể đổi.")
    return said


def _handed_words(report: Any) -> str:
    words = f"{report.submitted_by_label} nộp {short_date(report.submitted_at)}"
    if report.accepted_at:
        words += f"; {report.accepted_by_label} duyệt {short_date(report.accepted_at)}"
    return f"{words}."


@register.filter
def once_words(step: Step) -> str:
    figure = step.value.figure
    if figure is None:
        return ""
    typed, counted = grouped(figure.typed), grouped(step.value.counted)
    if figure.answer == "use_counted":
        return f"Từng nhập {typed}, đã đổi theo sổ"
    reason = figure.answer_note or figure.get_answer_display() or "chưa nói vì sao"
    return f"Sổ đếm được {counted}, đơn vị ghi {typed}: {reason.lower()}"


def _short_name(name: str) -> str:
    """A place among its neighbours: xã An Lạc, not Hội Người cao tuổi xã An Lạc."""
    for kind in ("Hội Người cao tuổi ", "Hội NCT ", "Chi hội "):
        name = name.removeprefix(kind)
    return name


@register.filter
def missing_names(found: Completeness | None) -> str:
    """Name who is missing, with why once for all of a kind: at most ten, then how many others."""
    if found is None:
        return ""
    named: dict[str, list[str]] = {}
    for one in found.missing:
        named.setdefault(one.get_state_display().lower(), []).append(_short_name(one.unit.name))
    said = [f"{', '.join(names)} ({why})" for why, names in named.items()]
    if found.others:
        said.append(f"và {found.others} đơn vị khác")
    return "; ".join(said)
