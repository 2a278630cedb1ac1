"""Make `.venv` from a lock file: `python3 bongca/core/run/bootstrap.py run|dev`.

Runs on the machine's own Python before anything is installed, so it uses the standard library
alone and keeps to syntax that an old Python can read far enough to be told that it is too old.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
WHEELS = ROOT / "wheels"
STAMP = VENV / "installed.json"
OLDEST = (3, 11)
NEEDED_BYTES = 2 * 1024**3
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}


class CannotSetUp(Exception):
    """One clear sentence about what is missing."""


def main(kind: str) -> None:
    if sys.version_info < OLDEST:
        shown = ".".join(map(str, sys.version_info[:3]))
        raise CannotSetUp(f"Python 3.11 or later is needed, this one is {shown}.")
    if is_installed(kind):
        return
    refuse_full_disk(ROOT)
    lock = os.open(ROOT / ".venv.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_installed(kind):
            install(kind)
    finally:
        os.close(lock)


def is_installed(kind: str) -> bool:
    """Say whether the packages of this lock file, as it is now, were installed."""
    try:
        installed = json.loads(STAMP.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return False
    return bool(installed.get(kind) == digest(kind)) and interpreter().exists()


def digest(kind: str) -> str:
    return hashlib.sha256((ROOT / LOCKS[kind]).read_bytes()).hexdigest()


def interpreter() -> Path:
    return VENV / "bin" / "python"


def refuse_full_disk(folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if free < NEEDED_BYTES:
        raise CannotSetUp(
            f"2 GB of free disk are needed in {folder}, there are {free // 2**20} MB."
        )


def install(kind: str) -> None:
    say(f"Installing the packages of {LOCKS[kind]} (once; a minute or two)")
    pip = make_environment()
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--quiet", "--no-input"]
    if kind == "run" and WHEELS.is_dir():  # a release brings its own
        options += ["--no-index", f"--find-links={WHEELS}"]
    command = [*pip, "install", *options, "--requirement", str(ROOT / LOCKS[kind])]
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    finished = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True)
    if finished.returncode != 0:
        raise CannotSetUp(explain(finished.stderr))
    installed = {"run": digest("run"), kind: digest(kind)}  # the dev lock contains the other
    STAMP.write_text(json.dumps(installed), encoding="utf-8")


def make_environment() -> list[str]:
    """Create the virtual environment if it is not there; return the command of a pip for it."""
    own_pip = [str(interpreter()), "-m", "pip"]
    if interpreter().exists() and succeeds([*own_pip, "--version"]):
        return own_pip
    if succeeds([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        return own_pip
    outer_pip = [sys.executable, "-m", "pip", "--python", str(interpreter())]
    made = succeeds([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)])
    if made and succeeds([*outer_pip, "--version"]):
        return outer_pip
    raise CannotSetUp("Python's venv module is incomplete here: install the package python3-venv.")


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def explain(errors: str) -> str:
    """Turn pip's many lines into one sentence."""
    last = [line for line in errors.strip().splitlines() if line.strip()][-1:]
    text = errors.lower()
    if "no space left" in text:
        return "The disk is full: 2 GB are needed."
    if "do not match the hashes" in text or "hashes are required" in text:
        return f"A downloaded package is not the one that was locked: {' '.join(last)}"
    unreachable = ("connectionerror", "newconnectionerror", "temporary failure", "timed out")
    if any(word in text for word in unreachable):
        return "The package registry cannot be reached: check the network, or set PIP_INDEX_URL."
    if "no matching distribution" in text:
        return (
            "The package registry cannot be reached, or has no ready-made build for this Python: "
            + " ".join(last)
        )
    return f"The packages could not be installed: {' '.join(last)}"


def say(line: str) -> None:
    sys.stdout.write(f"· {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "run")
    except CannotSetUp as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit(130)
