"""One page of a list; counting stops at a cap."""

import pytest
from django.contrib.auth import get_user_model

from bongca.core.ui.pages import page_of


def test_first_page_says_where_we_are() -> None:
    page = page_of(list(range(183)), None, per_page=10)

    assert (page.range_label, page.total_label) == ("1 đến 10", "183")
    assert page.has_next and not page.has_previous


def test_last_page_holds_the_rest() -> None:
    page = page_of(list(range(183)), "19", per_page=10)

    assert list(page) == [180, 181, 182]
    assert (page.range_label, page.has_next) == ("181 đến 183", False)


def test_page_before_the_last_offers_what_is_left() -> None:
    assert page_of(list(range(183)), "18", per_page=10).next_count == 3


@pytest.mark.parametrize("asked", ["0", "-3", "abc", "", None, "٣", "99999999999999"])
def test_odd_page_number_is_page_one(asked: str | None) -> None:
    assert page_of(list(range(30)), asked).number == 1


def test_page_beyond_the_end_is_the_last() -> None:
    assert page_of(list(range(30)), "99").number == 3


def test_empty_list_has_one_empty_page() -> None:
    page = page_of(list[int](), "2")

    assert (page.number, page.total, page.first, page.last) == (1, 0, 0, 0)


@pytest.mark.django_db
def test_counting_a_queryset_stops_at_the_cap() -> None:
    get_user_model().objects.bulk_create(
        get_user_model()(username=f"user{number}", display_name="Nguyễn Văn An")
        for number in range(7)
    )

    page = page_of(get_user_model().objects.order_by("username"), 1, per_page=2, cap=5)

    assert (page.total, page.is_capped, page.total_label) == (5, True, "hơn 5")


@pytest.mark.django_db
def test_a_page_takes_two_queries(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]  # a fixture's context manager
        page_of(get_user_model().objects.order_by("username"), 1)
