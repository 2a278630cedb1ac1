"""A browser for the tests: the one on this machine, else Debian's package, else one sentence."""

import os
import shutil
import subprocess
from pathlib import Path

from bongca.core.run.errors import CannotStart
from bongca.core.run.screen import say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
WHAT_TO_DO = (
    "The browser tests need Chromium: install the package 'chromium', "
    "or name the program in CHROMIUM."
)
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> Path | None:
    """Return the browser that CHROMIUM names, or the first one found."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return Path(chosen)
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return Path(found)
    return MAC if MAC.exists() else None


def get_browser() -> Path:
    """Return a browser, installing Debian's as root where there is none.

    Raises CannotStart with what to do where that is not possible.
    """
    found = find_browser()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Installing Debian's chromium for the browser tests (once)")
        _apt_get("update")
        _apt_get("install", "--yes", "--no-install-recommends", "chromium")
        found = find_browser()
    if found is None:
        raise CannotStart(WHAT_TO_DO)
    return found


def _apt_get(*words: str) -> None:
    subprocess.run(
        ["apt-get", "-qq", *words],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
