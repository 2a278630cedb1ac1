"""A period of membership in words."""

from bongca.core.ui import Happening
from bongca.members.enums import HowBegan, HowEnded
from bongca.members.models import Membership


def period_happening(row: Membership) -> Happening:
    """Say where someone took part, from when to when, and on what paper."""
    began, ended = _began(row), _ended(row)
    what = f"{row.unit.name}: {began}" + (f"; {ended}" if ended else "")
    papers = ". ".join(filter(None, [row.get_kind_display(), row.citation, _voted(row), row.note]))
    return Happening(what, papers)


def _voted(row: Membership) -> str:
    if row.votes_for is None:
        return ""
    here = f"có mặt {row.votes_present} trên {row.votes_total} hội viên"
    return f"{here}, {row.votes_for} người đồng ý xóa tên"


def _began(row: Membership) -> str:
    how = HowBegan(row.began_how)
    if how in (HowBegan.MOVED_GROUP, HowBegan.TRANSFERRED) and row.during.lower:
        return f"chuyển đến từ {row.during.lower:%d/%m/%Y}"
    if row.joined is None:
        return "đã là hội viên từ trước"
    word = {HowBegan.ROLL: "hội viên từ", HowBegan.READMITTED: "công nhận lại"}.get(how, "kết nạp")
    return f"{word} {row.joined.display()}"


def _ended(row: Membership) -> str:
    if not row.ended_how:
        return ""
    label = str(HowEnded(row.ended_how).label)
    on = f" {row.ended.display()}" if row.ended else ""
    return label[0].lower() + label[1:] + on
