"""People who work while the product is being killed, and remember what they were told."""

import itertools
import re
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

from tests.cast import PASSWORD
from tests.drills.browsing import SIGN_IN, Browser, Unanswered, forms_of

TRIES = 40


@dataclass
class Told:
    """What one person was told: done for sure, or never answered."""

    done: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


class Person(threading.Thread):
    """Somebody signed in who works until told to stop, however often nobody answers."""

    def __init__(self, address: str, user_name: str, unit: int, stop: threading.Event) -> None:
        super().__init__(name=f"{type(self).__name__} {user_name}", daemon=True)
        self.browser = Browser(address)
        self.user_name = user_name
        self.unit = unit
        self.stop_asked = stop
        self.told = Told()

    def run(self) -> None:
        for number in itertools.count(1):
            if self.stop_asked.is_set():
                return
            self.work(number)

    def work(self, number: int) -> None:
        raise NotImplementedError

    def sign_in_if_needed(self) -> None:
        time.sleep(0.2)
        with suppress(Unanswered):
            if SIGN_IN in self.browser.get("/").location:
                self.browser.sign_in(self.user_name, PASSWORD)


class Founder(Person):
    """Founds group after group in a chi hội; presses again with the same form when unanswered."""

    def work(self, number: int) -> None:
        name = f"Tổ hội số {number} của {self.user_name}"
        path = f"/don-vi/{self.unit}/them/"
        form = None
        for _ in range(TRIES):
            try:
                form = form or self.browser.form(path, "name")
                filled = {**form.fields, "name": name, "on": "01/11/2026"}
                answer = self.browser.post(form.action, filled)
            except Unanswered:
                self.sign_in_if_needed()
                continue
            if answer.status in (302, 303) and SIGN_IN not in answer.location:
                self.told.done.append(name)
                return
            form = None  # signed out, or the form was answered with a complaint
            self.sign_in_if_needed()
        self.told.unknown.append(name)


class RollBringer(Person):
    """Brings list after list into the register, each to its end: read, looked at, written."""

    def work(self, number: int) -> None:
        roll = roll_of(number)
        path = ""
        for _ in range(TRIES):
            try:
                path = path or self._bring(roll)
                if self._go_on(path):
                    self.told.done.append(path)
                    return
            except Unanswered:
                self.sign_in_if_needed()
            time.sleep(0.1)
        self.told.unknown.append(path)

    def _bring(self, roll: bytes) -> str:
        form = self.browser.form(ROLLS, "unit")
        fields = {**form.fields, "unit": str(self.unit)}
        answer = self.browser.upload(form.action, fields, "danh-sach.csv", roll)
        if answer.status not in (302, 303) or not answer.location.startswith(ROLLS):
            raise Unanswered(f"the upload was answered {answer.status}")
        return answer.location

    def _go_on(self, path: str) -> bool:
        """Press what the page of the roll offers; say whether its end is reached."""
        page = self.browser.get(path)
        if page.status != 200:
            raise Unanswered(f"{path} answered {page.status}")
        for form in forms_of(page.text):
            if form.action.endswith(("/cot/", "/ghi/", "/lam-tiep/")):
                self.browser.post(form.action, form.fields)
                return False
        return "Đã ghi" in page.text or "Không đọc được" in page.text


ROLLS = "/nhap-danh-sach/"
ROLL_LENGTH = 12
FAMILIES = ("Nguyễn", "Trần", "Ngô", "Giáp", "Phạm", "Lê", "Vũ")
MIDDLE = ["Thị", "Văn", "Đức", "Ngọc", "Minh", "Thanh", "Quang", "Kim", "Xuân", "Hồng"]
GIVEN = re.findall(
    r"\w+", "An Bình Cúc Dung Hà Hoa Lan Liên Mai Nga Phúc Sơn Tâm Thảo Tuấn Vinh Yến Đào Đông Ân"
)
YEARS = range(1930, 1966)
EVERYBODY = tuple(itertools.product(YEARS, GIVEN, MIDDLE))


def roll_of(number: int) -> bytes:
    """A list of twelve people that are in no other list."""
    people = EVERYBODY[(number - 1) * ROLL_LENGTH : number * ROLL_LENGTH]
    lines = [
        f"{FAMILIES[place % 7]} {middle} {given};{year};{'Nữ' if middle == 'Thị' else 'Nam'}"
        for place, (year, given, middle) in enumerate(people)
    ]
    return "\r\n".join(["Họ và tên;Năm sinh;Giới tính", *lines, ""]).encode("utf-8-sig")
