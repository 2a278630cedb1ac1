"""The report as an official paper (domain.md 6.3): narrative, then its figures in an annex."""

import re
from datetime import date

from bongca.core import clock
from bongca.core.text import fold
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.papers.rules.narrative import blocks_of
from bongca.papers.rules.paper import (
    Align,
    Annex,
    Authority,
    Block,
    Column,
    Heading,
    OfficialPaper,
    Paragraph,
    Row,
    Signature,
    Table,
)
from bongca.reporting.models import Report
from bongca.reporting.queries.lines import Line
from bongca.reporting.queries.sheet import Sheet
from bongca.reporting.rules.tiers import tier_words

_COLUMNS = (
    Column("TT", 1.3, Align.CENTRE),
    Column("Chỉ tiêu", 6.4),
    Column("Đơn vị tính", 2, Align.CENTRE),
    Column("Kỳ này", 3.6, Align.RIGHT),  # a province's money: 12.345.678.900
    Column("Kỳ trước", 3.6, Align.RIGHT),
    Column("Ghi chú", 3.6),
)
_SIGNED = {
    Tier.BRANCH: (("Chi hội trưởng",), Authority.OWN),
    Tier.COMMUNE: (("Ban Thường vụ", "Chủ tịch"), Authority.COLLECTIVE),
    Tier.PROVINCE: (("Ban Thường vụ", "Chủ tịch"), Authority.COLLECTIVE),
    Tier.CENTRAL: (("Ban Thường vụ", "Chủ tịch"), Authority.COLLECTIVE),
}
_RECIPIENTS = {
    Tier.BRANCH: ("Chi ủy",),
    Tier.COMMUNE: ("Đảng ủy, UBND, UBMTTQ cùng cấp (để báo cáo)", "Các chi hội"),
    Tier.PROVINCE: ("Tỉnh ủy, UBND, UBMTTQ cùng cấp (để báo cáo)", "Hội NCT các xã, phường"),
    Tier.CENTRAL: ("Hội NCT các tỉnh, thành phố",),
}
_KINDS = re.compile(r"^(xã|phường|đặc khu|thị trấn|tỉnh|thành phố|thôn|tổ dân phố)\s+", re.I)


def paper_of(
    sheet: Sheet,
    *,
    signer: str,
    gathered: tuple[int, int] = (0, 0),
    is_demonstration: bool = False,
) -> OfficialPaper:
    """Compose the paper of a report; a number is left open until a number book gives one.

    `gathered`: how many units below are in its sums, and how many should be.
    """
    report = sheet.report
    tier = Tier(report.tier)
    lines, authority = _SIGNED[tier]
    above = report.parent_unit.name if report.parent_unit else ""
    return OfficialPaper(
        issuer_name=_full_name(report.unit),
        superior_name=_full_name(report.parent_unit) if report.parent_unit else "",
        symbol="BC-HNCT",
        place=place_of(report.unit),
        on=_day_of(report),
        type_name="BÁO CÁO",
        abstract=_abstract(report),
        addressees=(above,) if above else (),
        blocks=_blocks(sheet),
        annexes=(_annex(sheet, gathered),),
        signatures=(Signature(lines=lines, name=signer, authority=authority),),
        recipients=((f"{above} (để báo cáo)",) if above else ()) + _recipients(report),
        is_demonstration=is_demonstration,
    )


def _recipients(report: Report) -> tuple[str, ...]:
    """The committee of a city is called Thành ủy."""
    found = _RECIPIENTS[Tier(report.tier)]
    is_city = report.unit.place_name.lower().startswith("thành phố")
    return tuple(one.replace("Tỉnh ủy", "Thành ủy") for one in found) if is_city else found


def file_name(report: Report, extension: str) -> str:
    """Return a plain name for the file: bao-cao-xa-tan-yen.pdf."""
    words = fold(f"{report.round.name} {report.unit.name}")
    return f"{re.sub(r'[^a-z0-9]+', '-', words).strip('-')[:80]}.{extension}"


def place_of(unit: Unit) -> str:
    """Return the địa danh of a unit: the name of its territory without its kind."""
    return _KINDS.sub("", unit.place_name.split(",")[0].strip())


def _full_name(unit: Unit) -> str:
    return unit.name.replace("Hội NCT", "Hội Người cao tuổi")


def _day_of(report: Report) -> date | None:
    if report.submitted_at is None:
        return None
    return report.submitted_at.astimezone(clock.VIETNAM).date()


def _abstract(report: Report) -> str:
    words = report.round.name.removeprefix("Báo cáo ")
    return words[:1].upper() + words[1:]


def _blocks(sheet: Sheet) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(_opening(sheet))]
    for part in sheet.parts:
        for words in part.words:
            if words.text.strip():
                blocks += [Heading(words.section.title), *blocks_of(words.text)]
    above = sheet.report.parent_unit
    closing = f"Trên đây là {_lower(sheet.report.round.name)} của {_full_name(sheet.report.unit)}"
    tail = f", trân trọng báo cáo {_full_name(above)}." if above else "."
    return (*blocks, Paragraph(closing + tail))


def _opening(sheet: Sheet) -> str:
    report = sheet.report
    return (
        f"{_full_name(report.unit)} báo cáo kết quả công tác Hội từ ngày"
        f" {report.round.since:%d/%m/%Y} đến ngày {report.round.last_day:%d/%m/%Y} như sau"
        " (số liệu tại Phụ lục kèm theo):"
    )


def _annex(sheet: Sheet, gathered: tuple[int, int]) -> Annex:
    rows: list[Row] = []
    number = 0
    for part in sheet.parts:
        if part.lines:
            rows.append(Row((part.title,), is_bold=True))
        for line in part.lines:
            number += 1
            rows.append(_row(number, line))
    until = f"{sheet.moment.as_of:%d/%m/%Y}"
    table = Table(_COLUMNS, tuple(rows))
    said = f"Số hội viên lấy từ sổ hội viên, tính đến ngày {until}."
    included, owing = gathered
    if included < owing:
        words = tier_words(sheet.report.tier).below
        said += f" Số cấp dưới tự ghi được cộng từ {included}/{owing} {words} đã có báo cáo."
    return Annex(
        title=f"Số liệu {_lower(sheet.report.round.name)}", blocks=(table, Paragraph(said))
    )


def _row(number: int, line: Line) -> Row:
    return Row(
        (
            str(number),
            line.indicator.name,
            line.indicator.get_measure_display(),
            line.said,
            line.said_before,
            _note(line),
        )
    )


def _note(line: Line) -> str:
    if line.parts:
        return line.indicator.formula
    if line.amended:
        return f"Đã đính chính {line.amended:+d}".replace("-", "−")
    if line.differs:
        return line.difference_words
    return f"Nguồn: {line.source_note}" if line.source_note else ""


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
