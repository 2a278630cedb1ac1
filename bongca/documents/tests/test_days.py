"""What is done early in the morning stands under that day in Vietnam, not under the day in UTC."""

from datetime import UTC, date, datetime

import time_machine
from django.urls import reverse

from bongca.documents.actions.incoming import Arrival, instruct, present_incoming, register_incoming
from bongca.documents.actions.outgoing import Draft, draft_outgoing
from bongca.documents.queries.registers import columns_of, rows_of
from tests.cast import Cast

FIVE_IN_THE_MORNING = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)  # of the 24th in Vietnam
DAY = date(2026, 11, 24)


def test_steps_and_books_say_the_day_in_vietnam(cast: Cast) -> None:
    with time_machine.travel(FIVE_IN_THE_MORNING):
        mai, binh = cast.actor("mai", DAY), cast.actor("binh", DAY)
        draft = draft_outgoing(actor=mai, unit=cast.central, draft=Draft("Mừng thọ", "KH", "Làm."))
        arrival = Arrival("Bộ Y tế", "Khám sức khỏe", DAY, "23/KH-BYT")
        came = register_incoming(actor=mai, unit=cast.central, arrival=arrival)
        present_incoming(actor=mai, document_id=came.pk, to=cast.binh)
        instruct(actor=binh, document_id=came.pk, words="Giao Văn phòng.")
        page = cast.client("mai").get(reverse("documents:outgoing_detail", args=[draft.pk]))

    assert "Đặng Quỳnh Mai, 24/11/2026" in page.content.decode()
    assert "23/11/2026" not in page.content.decode()
    moved = columns_of(came.book).index("Ngày chuyển")
    assert [row.cells[moved] for row in rows_of(came.book)] == ["24/11/2026"]
