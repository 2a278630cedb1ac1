"""Every page for everybody: contrast, names, targets, no sideways scroll, with and without script.

A new page gets a row in PAGES: who looks, where.
"""

import pytest

from bongca.core.models import Installation
from tests.browsing import WIDTHS, Visit

pytestmark = pytest.mark.browser

PAGES = [
    ("minh", "/"),
    ("lan", "/tra-cuu/?q=dong"),
    ("", "/tro-giup/"),
    ("lan", "/tro-giup/bat-dau/"),
    ("minh", "/khong-co-trang-nay/"),
    ("hoa", "/bo-phan/"),
]


@pytest.fixture(autouse=True)
def demonstration(visit: Visit) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("who", "path"), PAGES)
def test_page_is_for_everybody(visit: Visit, who: str, path: str, width: int) -> None:
    visit.sign_in(who).at(width).open(path)

    assert visit.faults() == []


@pytest.mark.parametrize("width", [320, 820])
@pytest.mark.parametrize(("who", "path"), PAGES)
def test_page_fits_screens_in_between(visit: Visit, who: str, path: str, width: int) -> None:
    visit.sign_in(who).at(width).open(path)

    assert [fault for fault in visit.faults() if fault.startswith("sideways")] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_largest_letters_still_fit(visit: Visit, width: int) -> None:
    visit.sign_in("hoa").at(width).open("/bo-phan/")
    visit.page.get_by_role("button", name="Rất lớn").click()

    assert visit.page.locator("html.is-larger").count() == 1
    assert [fault for fault in visit.faults() if fault.startswith("sideways")] == []
