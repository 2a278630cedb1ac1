"""How persons, days and states of care are shown."""

from django.urls import reverse

from bongca.care.enums import RoundState, Standing
from bongca.care.exports.merged import day_words
from bongca.care.models import LongevityRound
from bongca.core.dates import PartialDate
from bongca.core.ui import State, Tag, Tone
from bongca.core.ui.written import clock_time
from bongca.people.models import Person

ROUND_TAGS: dict[str, Tag] = {
    RoundState.PREPARING: State.DRAFTING.tag("Đang chuẩn bị"),
    RoundState.FROZEN: State.CLOSED.tag("Đã chốt danh sách", Tone.DOING),
    RoundState.CLOSED: State.ACCEPTED.tag("Đã xong"),
}
STANDING_TAGS: dict[str, Tag] = {
    Standing.REACHED: State.NOT_SUBMITTED.tag("Đã đủ tuổi, chưa nộp đơn", Tone.SOON),
    Standing.COMING: State.DUE.tag("Sắp đủ tuổi"),
    Standing.ASK: State.UNCLEAR.tag("Cần hỏi thêm"),
    Standing.HANDED_IN: State.SUBMITTED.tag("Đã nộp đơn"),
    Standing.DECIDED: State.ACCEPTED.tag("Đã có quyết định"),
    Standing.REFUSED: State.RETURNED.tag("Không được duyệt"),
    Standing.NOT_ENTITLED: State.EXEMPT.tag("Không thuộc diện"),
    Standing.LATER: State.NOT_SUBMITTED.tag("Chưa đến tuổi"),
}


def born_words(person: Person) -> str:
    """Say the birth date as far as it is known."""
    if person.birth_year is None:
        return ""
    return PartialDate(person.birth_year, person.birth_month, person.birth_day).display()


def person_url(person: Person) -> str:
    """Return the address of a person's page."""
    return reverse("members:member_detail", args=[person.pk])


def held_words(round: LongevityRound) -> str:
    """Say when a ceremony is held, with its lunar day."""
    if round.held_on is None:
        return "Vào ngày sinh của từng cụ"
    at = f"{clock_time(round.held_at)}, " if round.held_at else ""
    return f"{at}{day_words(round.held_on)}"
