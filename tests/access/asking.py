"""Ask an address as each of the cast, and compare with what is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from django.core.cache import cache
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access.rows import ANYONE, Row, expected
from tests.access.world import World

METHOD_NOT_ALLOWED = 405


def address(row: Row, world: World) -> str:
    url = reverse(row.name, args=[world.find(name) for name in row.args])
    words = {word: world.find(name) for word, name in row.asked.items()}
    return f"{url}?{urlencode(words)}" if words else url


def all_names(
    patterns: list[URLPattern | URLResolver] | None = None, space: str = ""
) -> Iterator[str]:
    """Return the name of every address the resolver knows."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from all_names(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name or pattern.pattern}"


def differences(row: Row, world: World) -> list[str]:
    """Ask by GET and by POST as everyone; return the answers that are not as written."""
    url = address(row, world)
    wrong: list[str] = []
    for method, words in (("GET", row.get), ("POST", row.post)):
        for who, code in asked_of(expected(words)).items():
            with undone():
                answer = ask(world, who, method, url)
            if answer != code:
                wrong.append(f"{method} {row} as {who}: {answer}, written {code}")
    return wrong


def asked_of(answers: dict[str, int]) -> dict[str, int]:
    """Leave most out where a method is refused to all alike: that comes before asking who."""
    signed_in = {code for who, code in answers.items() if who != ANYONE}
    if signed_in == {METHOD_NOT_ALLOWED}:
        return {who: answers[who] for who in ("minh", "liaison", ANYONE)}
    return answers


def ask(world: World, who: str, method: str, url: str) -> int:
    client = world.client(who)
    if method == "GET":
        return int(client.get(url).status_code)
    # Something is always sent, as a form does: an empty POST looks like no form at all.
    return int(client.post(url, {"chua_ghi_gi": "1"}).status_code)


@contextmanager
def undone() -> Iterator[None]:
    """Let a block write, and take it back; counters of tries as well."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    cache.clear()
