"""A person with a browser without scripts: follows links, fills forms, presses twice."""

import http.client
import re
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

PATIENCE = 15.0
SIGN_IN = "/tai-khoan/dang-nhap/"


class Unanswered(Exception):
    """Nobody answered, or what answered said that it failed: the person does not know."""


@dataclass
class Form:
    """A form as it stands in the page."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    text: str


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class Browser:
    """One person's browser: cookies, pages, forms."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self.cookies = CookieJar()
        handlers = (urllib.request.HTTPCookieProcessor(self.cookies), _NoRedirect)
        self.opener = urllib.request.build_opener(*handlers)

    def get(self, path: str) -> Answer:
        return self._send(urllib.request.Request(self.address + path))

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        body = urlencode(fields).encode()
        return self._send(urllib.request.Request(self.address + path, body))

    def upload(self, path: str, fields: dict[str, str], name: str, file: bytes) -> Answer:
        """Post a form with one file in the field called `file`."""
        mark = uuid4().hex
        parts = [_part(mark, f'name="{key}"', value.encode()) for key, value in fields.items()]
        parts.append(_part(mark, f'name="file"; filename="{name}"', file))
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        request = urllib.request.Request(self.address + path, body)
        request.add_header("Content-Type", f"multipart/form-data; boundary={mark}")
        return self._send(request)

    def form(self, path: str, having: str) -> Form:
        """Open a page and return its form that has a field of that name."""
        page = self.get(path)
        found = next((form for form in forms_of(page.text) if having in form.fields), None)
        if found is None:
            raise Unanswered(f"{path} answered {page.status} without the form")
        return Form(found.action or path, found.fields)

    def sign_in(self, user_name: str, password: str) -> None:
        form = self.form(SIGN_IN, "login")
        filled = {**form.fields, "login": user_name, "password": password}
        answer = self.post(form.action, filled)
        if answer.status not in (302, 303):
            raise Unanswered(f"signing in was answered {answer.status}")

    def _send(self, request: urllib.request.Request) -> Answer:
        request.add_header("Referer", request.full_url)
        try:
            with self.opener.open(request, timeout=PATIENCE) as got:
                return Answer(got.status, "", got.read().decode())
        except urllib.error.HTTPError as answer:
            if answer.code >= 500:
                raise Unanswered(f"{request.full_url} answered {answer.code}") from None
            location = answer.headers.get("Location", "")
            return Answer(answer.code, location, answer.read().decode(errors="replace"))
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered(str(error)) from None


class _Forms(HTMLParser):
    """Collects forms and what stands in their fields."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside = False
        self.select = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        words = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.found.append(Form(words.get("action", "")))
            self.inside = True
        elif self.inside and tag == "select":
            self.select = words.get("name", "")
        elif self.inside and tag == "option" and self.select:
            if "selected" in words or self.select not in self.found[-1].fields:
                self.found[-1].fields[self.select] = words.get("value", "")
        elif self.inside and tag in ("input", "textarea") and words.get("name"):
            unpicked = words.get("type") in ("checkbox", "radio") and "checked" not in words
            if not unpicked and words.get("type") != "file":
                self.found[-1].fields[words["name"]] = words.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = ""


def forms_of(page: str) -> list[Form]:
    reader = _Forms()
    reader.feed(page)
    return reader.found


def number_in(location: str) -> str:
    """The key of the thing that an address leads to."""
    found = re.search(r"/([0-9a-f-]{36}|\d+)/", location)
    assert found is not None, location
    return found.group(1)


def _part(mark: str, disposition: str, content: bytes) -> bytes:
    return b"".join(
        (
            f"--{mark}\r\nContent-Disposition: form-data; {disposition}\r\n".encode(),
            b"\r\n",
            content,
            b"\r\n",
        )
    )
