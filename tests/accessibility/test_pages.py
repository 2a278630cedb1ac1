"""Every page for everybody: contrast, names, targets, no sideways scroll, with and without script.

A new page gets a row in PAGES: who looks, where.
"""

import pytest

from bongca.core.models import Installation
from tests.browsing import Visit

pytestmark = pytest.mark.browser

PAGES = [
    ("minh", "/"),
    ("lan", "/tra-cuu/?q=dong"),
    ("", "/tro-giup/"),
    ("lan", "/tro-giup/bat-dau/"),
    ("lan", "/tro-giup/mau-giay/"),
    ("minh", "/khong-co-trang-nay/"),
    ("hoa", "/bo-phan/"),
]


@pytest.fixture(autouse=True)
def demonstration(visit: Visit) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})


@pytest.mark.parametrize(("who", "path"), PAGES)
def test_page_is_for_everybody(visit: Visit, who: str, path: str) -> None:
    visit.sign_in(who).open(path)

    assert "\n".join(visit.faults_at_every_width()) == ""


def test_largest_letters_still_fit(visit: Visit) -> None:
    visit.sign_in("hoa").open("/bo-phan/")
    visit.page.get_by_role("button", name="Rất lớn").click()

    assert visit.page.locator("html.is-larger").count() == 1
    assert visit.at(1366).sideways() + visit.at(390).sideways() == []
