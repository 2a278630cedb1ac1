"""People who work while the product is being killed, and remember what they were told."""

import itertools
import threading
import time
from dataclasses import dataclass, field

from tests.cast import PASSWORD
from tests.drills.browsing import SIGN_IN, Browser, Unanswered

TRIES = 40


@dataclass
class Told:
    """What one person was told: done for sure, or never answered."""

    done: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


class Founder(threading.Thread):
    """Founds group after group in a chi hội; presses again with the same form when unanswered."""

    def __init__(self, address: str, user_name: str, unit: int, stop: threading.Event) -> None:
        super().__init__(name=f"founder-{user_name}-{unit}", daemon=True)
        self.browser = Browser(address)
        self.user_name = user_name
        self.path = f"/don-vi/{unit}/them/"
        self.unit = unit
        self.stop_asked = stop
        self.told = Told()

    def run(self) -> None:
        for number in itertools.count(1):
            if self.stop_asked.is_set():
                return
            self._found(f"Tổ hội số {number} của {self.name}")

    def _found(self, name: str) -> None:
        form = None
        for _ in range(TRIES):
            try:
                if form is None:
                    form = self.browser.form(self.path, "name")
                filled = {**form.fields, "name": name, "on": "01/11/2026"}
                answer = self.browser.post(form.action, filled)
            except Unanswered:
                time.sleep(0.2)
                self._sign_in_if_needed()
                continue
            if answer.status in (302, 303) and SIGN_IN not in answer.location:
                self.told.done.append(name)
                return
            form = None  # signed out, or the form was answered with a complaint
            self._sign_in_if_needed()
        self.told.unknown.append(name)

    def _sign_in_if_needed(self) -> None:
        try:
            page = self.browser.get(self.path)
            if page.status in (302, 303):
                self.browser.sign_in(self.user_name, PASSWORD)
        except Unanswered:
            time.sleep(0.2)
