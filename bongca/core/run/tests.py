"""`make test`: the fast tests on both cores, then those in a browser, then the long ones.

`make test K=words` picks tests by name in all three; at least one has to be found.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from bongca.core.run.assets import prepare_assets
from bongca.core.run.browser import get_browser
from bongca.core.run.errors import CannotStart
from bongca.core.run.screen import say
from bongca.core.state import CODE, state_folder

NOTHING_FOUND = 5
FEWER_KILLS = "40"  # `make drill` does all 200
PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("The fast tests", "not browser and not slow", ("-n", "2", "--dist", "worksteal")),
    ("The tests in a browser", "browser", ("-n", "2", "--dist", "loadfile")),
    ("The long tests", "slow and not browser", ()),
)


def main(words: str) -> int:
    """Run the parts in order; return 0 when every part passed and something was run."""
    try:
        prepare_assets(CODE, state_folder())
    except CannotStart as reason:
        return _give_up(reason)
    codes = [_run_part(name, marks, options, words) for name, marks, options in PARTS]
    if all(code == NOTHING_FOUND for code in codes):
        sys.stderr.write(f"No test is called '{words}'.\n")
        return 1
    return 0 if all(code in (0, NOTHING_FOUND) for code in codes) else 1


def _run_part(name: str, marks: str, options: Sequence[str], words: str) -> int:
    picked = ["-m", marks, *(["-k", words] if words else [])]
    environment = {"DRILL_KILLS": FEWER_KILLS, **os.environ}
    if marks == "browser":
        if not _finds_any(picked):
            return NOTHING_FOUND
        try:
            environment["CHROMIUM"] = str(get_browser())
        except CannotStart as reason:
            return _give_up(reason)
    say(name)
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", *picked, *([] if words else options)]
    code = subprocess.run(command, cwd=CODE, env=environment, stdin=subprocess.DEVNULL).returncode
    say(f"{name}: {time.monotonic() - started:.0f} s")
    return code


def _finds_any(picked: Sequence[str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "--collect-only", *picked]
    found = subprocess.run(command, cwd=CODE, capture_output=True, check=False)
    return found.returncode != NOTHING_FOUND


def _give_up(reason: CannotStart) -> int:
    sys.stderr.write(f"{reason}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:]).strip()))
