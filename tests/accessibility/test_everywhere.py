"""Walk from the first page wherever links lead, and look at every kind of page once."""

from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from bongca.core.scope import whole_tree
from bongca.reporting.tests.factories import add_members, open_setting
from tests.browsing import Visit

pytestmark = pytest.mark.browser

MOST_PAGES = 60
FEWEST_PAGES = 8  # fewer means that the walk ended early, not that all is well
LINKS = """
() => [...document.querySelectorAll("a[href]")]
  .filter((one) => one.origin === location.origin && !one.hasAttribute("download"))
  .map((one) => one.pathname + one.search)
"""


def kind_of(path: str) -> str:
    """The view behind an address: a list of ten members has ten links to one kind of page."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def walk(visit: Visit) -> dict[str, str]:
    """Open pages breadth first, one of each kind; say of each what is wrong with it."""
    waiting, seen = ["/"], {kind_of("/")}
    said: dict[str, str] = {}
    while waiting and len(said) < MOST_PAGES:
        path = waiting.pop(0)
        answer = visit.context.request.get(visit.base + path)
        if not answer.ok or "text/html" not in answer.headers.get("content-type", ""):
            continue
        visit.open(path)
        said[path] = "\n  ".join(visit.faults_at_every_width())
        visit.problems.clear()
        for link in visit.page.evaluate(LINKS):
            kind = kind_of(link)
            if kind and kind not in seen:
                seen.add(kind)
                waiting.append(link)
    return said


@pytest.fixture(autouse=True)
def work(visit: Visit) -> None:
    """A round of reports and members on the rolls, so that there is something on the pages."""
    with whole_tree():
        setting = open_setting(visit.cast)
        add_members(visit.cast.to_1, 12)
        add_members(visit.cast.yen_ly, 3, sex="m", born=1944)
        setting.fill_branch("lan2", "yen_ly")
        setting.submit("lan2", "yen_ly")


@pytest.mark.slow
@pytest.mark.parametrize("who", ["lan", "minh", "hoa", "tu", "quantri"])
def test_every_page_within_reach_is_for_everybody(visit: Visit, who: str) -> None:
    said = walk(visit.sign_in(who))

    assert "\n".join(f"{path}\n  {faults}" for path, faults in said.items() if faults) == ""
    assert len(said) >= FEWEST_PAGES, sorted(said)
