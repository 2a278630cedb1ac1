"""Visiting pages as a person of the cast, and what every page must stand up to.

    def test_minh_sees_what_he_owes(visit: Visit) -> None:
        visit.sign_in("minh").open("/")
        assert visit.page.get_by_role("heading", level=1).inner_text() == "Việc cần làm"

`visit.at(390)` is a telephone, `visit.without_script()` a browser whose script does not run.
"""

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from tests.cast import Cast

HEIGHTS = {1366: 768, 820: 1180, 390: 844, 320: 568}
WIDTHS = (1366, 390)
AXE_TAGS = [
    "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
]  # fmt: skip

# A target is what can be pressed, except a link within a sentence.
SMALL_TARGETS = """
() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, .bc-check"
  )].filter((one) => {
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return false;
    const style = getComputedStyle(one);
    if (style.visibility === "hidden" || one.closest("[hidden]")) return false;
    if (one.matches(".bc-check input, .bc-skip")) return false;
    if (one.matches("input[type=checkbox], input[type=radio]") && one.labels.length) {
      const label = one.labels[0].getBoundingClientRect();
      return Math.max(box.height, label.height) < 44;
    }
    if (one.matches("a") && style.display === "inline") {
      const words = one.parentElement.textContent.trim();
      if (words.length > one.textContent.trim().length + 3) return false;
    }
    return box.height < 43.5 || box.width < 24;
  }).map((one) => {
    const box = one.getBoundingClientRect();
    return `${one.outerHTML.slice(0, 90)} (${Math.round(box.width)} x ${Math.round(box.height)})`;
  })
"""
SIDEWAYS = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => one.outerHTML.slice(0, 90));
}
"""


@dataclass
class Visit:
    """One browser window, and who sits at it."""

    browser: Browser
    base: str
    cast: Cast
    width: int = 1366
    script: bool = True
    user: str = ""
    problems: list[str] = field(default_factory=list)
    _context: BrowserContext | None = None
    _page: Page | None = None

    def at(self, width: int) -> "Visit":
        """Sit at a screen of this width; a page already open is folded to it."""
        self.width = width
        if self._page is not None:
            self._page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 800)})
        return self

    def without_script(self) -> "Visit":
        """Sit at a browser whose script does not run."""
        self.script = False
        return self._anew()

    def sign_in(self, name: str) -> "Visit":
        """Be this person of the cast, without passing the door."""
        self.user = name
        return self._anew()

    def sign_in_at_the_door(self, username: str, password: str) -> "Visit":
        """Pass the door as anybody does."""
        self.open("/")
        self.page.locator("[name=login]").fill(username)
        self.page.locator("[name=password]").fill(password)
        self.page.locator("main button[type=submit]").first.click()
        self.page.wait_for_load_state()
        return self

    def open(self, path: str) -> Page:
        """Go to a page of the product."""
        self.page.goto(self.base + path)
        return self.page

    @property
    def page(self) -> Page:
        if self._page is None:
            self._context = self.browser.new_context(
                viewport={"width": self.width, "height": HEIGHTS.get(self.width, 800)},
                java_script_enabled=self.script,
                locale="vi-VN",
                timezone_id="Asia/Ho_Chi_Minh",
            )
            if self.user:
                self._context.add_cookies([self._session_cookie()])
            self._page = self._context.new_page()
            self._page.on("console", self._heard)
            self._page.on("pageerror", lambda error: self.problems.append(str(error)))
        return self._page

    def faults(self) -> list[str]:
        """Everything wrong with the page now shown: axe, small targets, sideways, the console."""
        self.page.wait_for_load_state()
        return [
            *axe_violations(self.page),
            *(f"small target: {one}" for one in self.page.evaluate(SMALL_TARGETS)),
            *self.sideways(),
            *(f"console: {one}" for one in self.problems),
        ]

    def sideways(self) -> list[str]:
        """What sticks out at the right."""
        return [f"sideways at {self.width}: {one}" for one in self.page.evaluate(SIDEWAYS)]

    def faults_at_every_width(self) -> list[str]:
        """The faults on a desk and on a telephone; and what sticks out on screens in between."""
        found = [f"{width}: {one}" for width in WIDTHS for one in self.at(width).faults()]
        return found + [one for width in (320, 820) for one in self.at(width).sideways()]

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def close(self) -> None:
        if self._context is not None:
            self._context.close()
        self._context = self._page = None

    def _anew(self) -> "Visit":
        self.close()
        return self

    def _heard(self, message: Any) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.problems.append(message.text)

    def _session_cookie(self) -> Any:
        client = Client()
        client.force_login(self.cast.users[self.user])
        name = settings.SESSION_COOKIE_NAME
        return {"name": name, "value": client.cookies[name].value, "url": self.base}


def axe_violations(page: Page) -> list[str]:
    """What axe finds against A, AA and AAA (contrast enhanced, target size) and good practice."""
    options = {
        "runOnly": {"type": "tag", "values": AXE_TAGS},
        "rules": {
            "color-contrast-enhanced": {"enabled": True},
            "target-size": {"enabled": True},
        },
    }
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"axe {rule['id']}: {node['html'][:120]} ({node.get('failureSummary', '')[:160]})"
        for rule in found
        for node in rule["nodes"]
    ]
