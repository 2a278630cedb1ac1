"""Thông báo kết luận, biên bản, giấy mời as official papers (domain.md 6.3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bongca.core import clock
from bongca.core.citations import parse_symbol
from bongca.core.text import fold
from bongca.core.ui.written import weekday_date
from bongca.meetings.enums import Part
from bongca.meetings.models import ConclusionParty, Meeting, MinutesRevision, Participant
from bongca.meetings.queries.conclusions import Standing
from bongca.meetings.queries.meetings import Attendance, Outcome
from bongca.org.enums import Tier
from bongca.org.models import Partner, Unit
from bongca.papers.rules.narrative import blocks_of
from bongca.papers.rules.paper import (
    Authority,
    Block,
    Bullet,
    Heading,
    OfficialPaper,
    Paragraph,
    Signature,
)

_KINDS = re.compile(r"^(xã|phường|đặc khu|thị trấn|tỉnh|thành phố|thôn|tổ dân phố)\s+", re.I)
_CAPITAL = "Hà Nội"


def notice_paper(
    meeting: Meeting, rows: Sequence[Standing], attendance: Attendance, signer: str = ""
) -> OfficialPaper:
    """Thông báo kết luận: where and when, who chaired, who was there, then the conclusions."""
    notice = getattr(meeting, "notice", None)
    symbol = parse_symbol(notice.symbol) if notice and notice.symbol else None
    return OfficialPaper(
        issuer_name=_full(meeting.unit),
        superior_name=_superior(meeting.unit),
        place=place_of(meeting.unit),
        symbol="TB-HNCT",
        number=symbol.number if symbol else None,
        on=notice.signed_on if notice else None,
        type_name="THÔNG BÁO",
        abstract=notice_abstract(meeting),
        blocks=notice_blocks(meeting, rows, attendance),
        recipients=tuple(one.name for one in receivers(meeting, rows, attendance)),
        signatures=(_by_order(meeting.unit, (notice.signer if notice else "") or signer),),
    )


def notice_abstract(meeting: Meeting) -> str:
    """Trích yếu of a thông báo kết luận (domain.md 6.3, last table)."""
    return f"Kết luận của {_concluder(meeting)} tại {_lower(meeting.name)}"


def notice_blocks(
    meeting: Meeting, rows: Sequence[Standing], attendance: Attendance
) -> tuple[Block, ...]:
    """The text of a thông báo kết luận: the opening, then the numbered conclusions."""
    return (*_opening(meeting, attendance), *_concluded(meeting, rows))


def _concluder(meeting: Meeting) -> str:
    office = meeting.chair_office or "người chủ trì"
    return f"{office} {meeting.chair_name}".strip()


def _opening(meeting: Meeting, attendance: Attendance) -> tuple[Paragraph, ...]:
    day = f"Ngày {meeting.held_on:%d/%m/%Y}" if meeting.held_on else ""
    place = f"tại {meeting.place}" if meeting.place else ""
    chair = ", ".join(filter(None, (meeting.chair_name, meeting.chair_office)))
    chaired = f"{chair} chủ trì {_lower(meeting.name)}" if chair else meeting.name
    lead = ", ".join(filter(None, (day, place, chaired)))
    there = [
        one
        for one in attendance.participants
        if one.attended is not False and one.words != meeting.chair_name
    ]
    said = f"{lead}. Cùng dự có: {_listed(there)}." if there else f"{lead}."
    heard = (
        f"Sau khi nghe báo cáo và ý kiến của các đại biểu dự họp, {_concluder(meeting)} kết luận"
        " như sau:"
    )
    return Paragraph(said[:1].upper() + said[1:]), Paragraph(heard)


def _listed(participants: Sequence[Participant]) -> str:
    return "; ".join(f"{one.words}, {one.note}" if one.note else one.words for one in participants)


def _concluded(meeting: Meeting, rows: Sequence[Standing]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for one in rows:
        blocks.append(Paragraph(f"{one.conclusion.number}. {_sentence(one.conclusion.words)}"))
        owed = _owed(one)
        if owed:
            blocks.append(Paragraph(owed))
    closing = (
        f"Văn phòng thông báo kết luận của {_concluder(meeting)} để các ban, đơn vị biết, thực"
        " hiện."
    )
    return (*blocks, Paragraph(closing))


def _owed(one: Standing) -> str:
    parties = list(one.conclusion.parties.all())
    leads = ", ".join(party.name for party in parties if party.part == Part.LEAD)
    helpers = ", ".join(party.name for party in parties if party.part == Part.SUPPORT)
    parts = [
        f"Chủ trì: {leads}" if leads else "",
        f"Phối hợp: {helpers}" if helpers else "",
        f"Thời hạn: {_deadline(one)}" if _deadline(one) else "",
    ]
    return ". ".join(part for part in parts if part) + "." if any(parts) else ""


def _deadline(one: Standing) -> str:
    said, due = one.conclusion.deadline_said, one.conclusion.due_on
    if said and due:
        return said if f"{due.day}/{due.month}" in said else f"{said} (đến {due:%d/%m/%Y})"
    return said or (f"{due:%d/%m/%Y}" if due else "")


@dataclass(frozen=True, slots=True)
class Receiver:
    """One line of nơi nhận, with the unit or partner that gets the paper where there is one."""

    name: str
    unit: Unit | None = None
    partner: Partner | None = None


def receivers(
    meeting: Meeting, rows: Sequence[Standing], attendance: Attendance
) -> tuple[Receiver, ...]:
    """Return who gets the notice: the standing leaders, the owners and helpers, those invited.

    Each once; a body of the meeting's own unit is a name on the list, its unit has the paper.
    """
    found = {"": Receiver(f"Thường trực {_full(meeting.unit)} (để báo cáo)")}
    called: list[ConclusionParty | Participant] = [
        party for one in rows for party in one.conclusion.parties.all()
    ]
    called += [one for one in attendance.participants if one.invited_at is not None]
    for one in called:
        unit = one.unit or (one.body.unit if one.body else None)
        if unit is not None and unit.pk == meeting.unit_id:
            unit = None
        name = one.name if isinstance(one, ConclusionParty) else one.said_unit
        key = f"u{unit.pk}" if unit else f"p{one.partner_id}" if one.partner else name
        if name and (unit or one.partner or one.body or isinstance(one, ConclusionParty)):
            found.setdefault(key, Receiver(name, unit, one.partner))
    return tuple(found.values())


def minutes_paper(
    meeting: Meeting,
    revision: MinutesRevision | None,
    attendance: Attendance,
    rows: Sequence[Standing],
    outcomes: Sequence[Outcome],
) -> OfficialPaper:
    """Biên bản: hours, place, those present, what was reported and said, votes, conclusions."""
    blocks: list[Block] = [Paragraph(_when(meeting))]
    blocks += [Heading("Thành phần dự họp"), *_present(meeting, attendance)]
    agenda = list(meeting.agenda.all())
    if agenda:
        blocks += [Heading("Chương trình"), *(Bullet(item.title) for item in agenda)]
    course = _course(meeting, revision, outcomes)
    if course:
        blocks += [Heading("Diễn biến"), *course]
    if rows:
        blocks.append(Heading("Kết luận"))
        blocks += [
            Paragraph(f"{one.conclusion.number}. {_sentence(one.conclusion.words)}") for one in rows
        ]
    if meeting.ends_at and meeting.held_on:
        ended = f"{_clock(meeting.ends_at)}, ngày {meeting.held_on:%d/%m/%Y}"
        blocks.append(Paragraph(f"Cuộc họp kết thúc vào {ended}."))
    return OfficialPaper(
        issuer_name=_full(meeting.unit),
        superior_name=_superior(meeting.unit),
        place=place_of(meeting.unit),
        symbol="BB-HNCT",
        on=meeting.held_on,
        type_name="BIÊN BẢN",
        abstract=meeting.name,
        blocks=tuple(blocks),
        signatures=(
            Signature(("Thư ký",), meeting.secretary_name),
            Signature(("Chủ tọa",), meeting.chair_name),
        ),
    )


def _when(meeting: Meeting) -> str:
    day = f"ngày {meeting.held_on:%d/%m/%Y}" if meeting.held_on else "ngày chưa rõ"
    begun = f"{_clock(meeting.starts_at)}, {day}" if meeting.starts_at else day
    place = f", tại {meeting.place}" if meeting.place else ""
    return f"Thời gian bắt đầu: {begun}{place}."


def _clock(at: datetime) -> str:
    local = at.astimezone(clock.VIETNAM)
    return f"{local:%H} giờ {local:%M}"


def _present(meeting: Meeting, attendance: Attendance) -> list[Block]:
    chair = ", ".join(filter(None, (meeting.chair_name, meeting.chair_office)))
    blocks: list[Block] = [Paragraph(f"Chủ tọa: {chair}.")] if chair else []
    if meeting.secretary_name:
        blocks.append(Paragraph(f"Thư ký: {meeting.secretary_name}."))
    there = [one for one in attendance.participants if one.attended]
    away = [one for one in attendance.participants if one.attended is False]
    if there:
        blocks.append(Paragraph(f"Có mặt: {_listed(there)}."))
    if away:
        blocks.append(Paragraph(f"Vắng mặt: {_listed(away)}."))
    if attendance.voting:
        blocks.append(
            Paragraph(
                f"Số người có quyền biểu quyết: {attendance.voting}, có mặt"
                f" {attendance.voting_present}."
            )
        )
    return blocks


def _vote(one: Outcome) -> str:
    counted = ", ".join(f"{label.lower()} {votes}" for label, votes in one.votes)
    ending = "được thông qua" if one.ballot.is_adopted else "không được thông qua"
    form = one.ballot.get_form_display().lower()
    return f"{one.ballot.question} ({form}): {counted}, trong danh sách {one.on_list}; {ending}."


def _course(
    meeting: Meeting, revision: MinutesRevision | None, outcomes: Sequence[Outcome]
) -> list[Block]:
    """What was reported, said, written by the secretary, and put to the vote, in that order."""
    reported = [Paragraph(f"{one.said_by} báo cáo: {one.text}") for one in meeting.reports.all()]
    said = [Paragraph(f"{one.said_by}: {one.text}") for one in meeting.opinions.all()]
    written = blocks_of(revision.text) if revision else ()
    voted = [Paragraph(_vote(one)) for one in outcomes if not one.ballot.is_open]
    return [*reported, *said, *written, *voted]


def invitation_paper(
    meeting: Meeting, participant: Participant | None, signer: str = ""
) -> OfficialPaper:
    """Giấy mời to one of those called, or with the line left open."""
    guest = participant.words if participant else "…" * 12
    if participant and participant.note:
        guest = f"{guest}, {participant.note}"
    blocks: list[Block] = [
        Paragraph(f"{_full(meeting.unit)} trân trọng kính mời:"),
        Paragraph(guest),
        Paragraph(f"Tới dự: {meeting.name}."),
    ]
    if meeting.chair_name:
        blocks.append(Paragraph(f"Chủ trì: {_named_chair(meeting)}."))
    if meeting.held_on:
        hours = f"{meeting.hours}, " if meeting.hours else ""
        blocks.append(Paragraph(f"Thời gian: {hours}{weekday_date(meeting.held_on)}."))
    if meeting.place:
        blocks.append(Paragraph(f"Địa điểm: {meeting.place}."))
    agenda = list(meeting.agenda.all())
    if agenda:
        blocks += [Paragraph("Nội dung:"), *(Bullet(item.title) for item in agenda)]
    return OfficialPaper(
        issuer_name=_full(meeting.unit),
        superior_name=_superior(meeting.unit),
        place=place_of(meeting.unit),
        symbol="GM-HNCT",
        type_name="GIẤY MỜI",
        abstract=_short(meeting.name),
        blocks=tuple(blocks),
        recipients=("Như trên",),
        signatures=(_by_order(meeting.unit, signer),),
    )


def _named_chair(meeting: Meeting) -> str:
    return ", ".join(filter(None, (meeting.chair_name, meeting.chair_office)))


def _by_order(unit: Unit, signer: str) -> Signature:
    if unit.tier in (Tier.CENTRAL, Tier.PROVINCE):
        return Signature(("Chủ tịch", "Chánh Văn phòng"), signer, Authority.ORDER)
    if unit.tier == Tier.COMMUNE:
        return Signature(("Ban Thường vụ", "Chủ tịch"), signer, Authority.COLLECTIVE)
    return Signature(("Chi hội trưởng",), signer)


def _superior(unit: Unit) -> str:
    return _full(unit.parent) if unit.parent else ""


def place_of(unit: Unit) -> str:
    """Return the địa danh of a unit: the name of its territory without its kind."""
    if unit.tier == Tier.CENTRAL:
        return _CAPITAL
    return _KINDS.sub("", unit.place_name.split(",")[0].strip())


def file_name(meeting: Meeting, paper: str, extension: str) -> str:
    """Return a plain name for the file: ket-luan-hop-giao-ban.pdf."""
    words = fold(f"{paper} {meeting.name}")
    return f"{re.sub(r'[^a-z0-9]+', '-', words).strip('-')[:80]}.{extension}"


def _full(unit: Unit) -> str:
    return unit.name.replace("Hội NCT", "Hội Người cao tuổi")


def _sentence(words: str) -> str:
    text = " ".join(words.split()).rstrip(" ;")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "…", "?")) else f"{text}."


def _short(name: str) -> str:
    return name[:1].upper() + name[1:]


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
