"""A record under way and a count "as known now": one waits for the other, so both stay true."""

import threading

import pytest
from django.db import connection, transaction

from bongca.core.scope import scoped
from bongca.members.enums import Counter
from bongca.members.queries.counting import count_members, counting_moment
from bongca.members.tests.factories import admit
from tests.cast import build_cast


@pytest.mark.django_db(transaction=True)
def test_what_is_counted_as_known_is_counted_again_the_same() -> None:
    cast = build_cast()
    lan, minh = cast.actor("lan"), cast.actor("minh")
    recorded, counting = threading.Event(), threading.Event()

    def record() -> None:
        try:
            with transaction.atomic(), scoped(lan):
                admit(lan, cast.dong_tam)
                recorded.set()
                counting.wait(5)
                counting.wait(0.3)
        finally:
            connection.close()

    writer = threading.Thread(target=record)
    writer.start()
    assert recorded.wait(10)
    with transaction.atomic(), scoped(minh):
        counting.set()
        known = counting_moment([cast.dong_tam, cast.tan_yen])
        then = count_members(minh, cast.dong_tam, as_of=minh.today, as_known=known)
    writer.join()

    with transaction.atomic(), scoped(minh):
        again = count_members(minh, cast.dong_tam, as_of=minh.today, as_known=known)
    assert then == again
    assert then[cast.dong_tam.pk][Counter.TOTAL] == 1
