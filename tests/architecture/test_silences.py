"""A silenced check says why on its line; nothing is skipped and nothing is left for later."""

import re

from tests.architecture.codebase import ROOT, python_files, report, shown

SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?::\s*[A-Z0-9, ]+|\[[a-z, -]+\])?(.*)")
WITHOUT_RULE = re.compile(r"#\s*(?:noqa(?!:)|type:\s*ignore(?!\[))")
SKIPPED = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail)\b|@unittest\.skip")
LATER = re.compile(r"#.*\b(?:TODO|FIXME|XXX)\b(?!.*#\d+)")
OBVIOUS = {"E402", "F401", "F403"}  # late and starred imports of settings


def complaints(line: str) -> list[str]:
    """What is wrong with one line."""
    found = []
    silenced = SILENCED.search(line)
    if silenced and WITHOUT_RULE.search(line):
        found.append("silences every check: name the one.")
    elif silenced and not re.search(r"\w{3}", silenced.group(1)) and not _is_obvious(line):
        found.append("silences a check without saying why: add '  # why' after it.")
    if SKIPPED.search(line):
        found.append("skips a test: mend the test or delete it.")
    if LATER.search(line):
        found.append("leaves something for later without an issue: do it, or name the issue.")
    return found


def _is_obvious(line: str) -> bool:
    named = set(re.findall(r"[A-Z]+\d+", line.partition("noqa")[2]))
    return bool(named) and named <= OBVIOUS


def test_silences_have_reasons() -> None:
    own = {"test_silences.py"}
    ours = [*python_files(tests=True), *(ROOT / "tests").rglob("*.py"), ROOT / "conftest.py"]
    report(
        [
            f"{shown(path, number)} {said}"
            for path in ours
            if path.name not in own
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            for said in complaints(line)
        ]
    )


def test_the_rule_can_fail() -> None:
    assert complaints("x = 1  # noqa")
    assert complaints("x = 1  # type: ignore")
    assert complaints("x = 1  # type: ignore[arg-type]")
    assert complaints("@pytest.mark.skip")
    assert complaints("# TODO later")
    assert not complaints("x = 1  # type: ignore[arg-type]  # the stubs are older")
    assert not complaints("from a import b  # noqa: E402")
    assert not complaints("# TODO with the members issue, #7")
