"""The first page, search and the guide, for the people of the cast."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from bongca.core.actor import Actor
from bongca.core.ui import State, home
from bongca.core.ui.home import HomeFigure, HomeTask, WaitingLine
from bongca.portal.queries.guide import guide_page, guide_pages
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def owed(actor: Actor) -> list[HomeTask]:
    return [
        HomeTask(
            "Đọc công văn", "Số 142", State.UNACKNOWLEDGED.tag(), "/b/", "Đọc", date(2026, 12, 9)
        ),
        HomeTask(
            "Nộp báo cáo", "Còn 5 chỉ tiêu", State.DUE.tag(), "/a/", "Lập tiếp", date(2026, 12, 1)
        ),
        HomeTask("Tiếp nhận", "2 người", State.OVERDUE.tag(), "/c/", "Xem", urgency=1),
    ]


@pytest.fixture
def app_with_tasks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("_tasks", "_waiting", "_figures"):
        monkeypatch.setattr(home, name, type(home._tasks)())
    home.register_tasks(owed)
    home.register_waiting(lambda actor: [WaitingLine("2 chi hội", "chưa gửi số liệu.")])
    home.register_figures(lambda actor: [HomeFigure("Hội viên", "2.648", "/so/")])
    yield


def test_first_page_greets_by_salutation_and_given_name(cast: Cast) -> None:
    page = cast.client("minh").get("/").content.decode()

    assert "Chào ông Minh." in page
    assert "Hội NCT xã Tân Yên" in page and "thành phố Bắc Ninh" in page


def test_most_urgent_task_is_first_and_has_the_only_filled_button(
    cast: Cast, app_with_tasks: None
) -> None:
    page = cast.client("minh").get("/").content.decode()

    assert page.index("Tiếp nhận") < page.index("Nộp báo cáo") < page.index("Đọc công văn")
    assert len(re.findall(r'class="govuk-button"', page)) == 1
    assert "2 chi hội" in page and "2.648" in page


def test_nobody_signed_in_is_sent_to_the_door(cast: Cast) -> None:
    response = cast.client().get("/")

    assert response.status_code == 302
    assert response["Location"].startswith("/tai-khoan/")


@pytest.mark.parametrize(
    ("who", "helper"),
    [
        ("lan", "ông Minh, Chủ tịch Hội NCT xã"),
        ("minh", "chị Hoa, Văn phòng Hội NCT thành phố"),
        ("hoa", "chị Mai, Văn phòng Trung ương Hội"),
    ],
)
def test_footer_names_the_next_tier_up(cast: Cast, who: str, helper: str) -> None:
    assert helper in cast.client(who).get("/").content.decode()


@pytest.mark.parametrize("who", ["lan", "minh", "hoa", "tu", "binh", "quan", "liaison", "quantri"])
def test_everybody_has_a_first_page(cast: Cast, who: str) -> None:
    assert cast.client(who).get("/").status_code == 200


def test_search_finds_a_unit_without_marks(cast: Cast) -> None:
    page = cast.client("minh").get("/tra-cuu/", {"q": "dong tam"}).content.decode()

    assert "Chi hội thôn Đồng Tâm" in page


def test_search_shows_nothing_of_the_commune_next_door(cast: Cast) -> None:
    page = cast.client("minh").get("/tra-cuu/", {"q": "cau xi"}).content.decode()

    assert "Chi hội thôn Cầu Xi" not in page
    assert "Chưa tìm thấy" in page


def test_search_repeats_what_was_typed_as_text(cast: Cast) -> None:
    page = cast.client("minh").get("/tra-cuu/", {"q": "<script>x</script>"}).content.decode()

    assert "<script>x" not in page


def test_guide_can_be_read_before_sign_in(cast: Cast) -> None:
    page = cast.client().get("/tro-giup/")

    assert page.status_code == 200
    assert all(one.title in page.content.decode() for one in guide_pages())


def test_every_page_of_the_guide_has_a_title_and_a_lead() -> None:
    pages = guide_pages()

    assert [page.slug for page in pages][:2] == ["bat-dau", "nhap-danh-sach"]
    assert all(page.title and page.lead and "<h2>" in page.html for page in pages)


@pytest.mark.parametrize("slug", ["..", "khong-co", "BAT-DAU"])
def test_guide_has_no_other_pages(slug: str) -> None:
    assert guide_page(slug) is None


def test_guide_page_not_there_is_not_found(cast: Cast) -> None:
    assert cast.client().get("/tro-giup/khong-co/").status_code == 404
