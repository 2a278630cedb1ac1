"""What stands in `postmaster.pid`, and whether that is really a server on this data folder."""

import os
import signal
import subprocess
import time
from pathlib import Path

FAST = signal.SIGINT
IMMEDIATE = signal.SIGQUIT


def recorded_pid(data: Path) -> int | None:
    """Return the pid the last server wrote down; it may be long gone, or another program's."""
    try:
        first = (data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0]
        return int(first)
    except (FileNotFoundError, ValueError):
        return None


def is_our_server(pid: int, data: Path) -> bool:
    """Say whether the pid is a living server on this data folder (a zombie is not)."""
    entry = Path(f"/proc/{pid}")
    if not Path("/proc/self/stat").exists():
        return _asked_of_ps(pid, data)
    try:
        state = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        command = (entry / "cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z" and str(data).encode() in command


def end_orphan(data: Path, patience: float = 60.0) -> None:
    """Stop a server whose guard was killed, and clear a pid file that names no server."""
    pid = recorded_pid(data)
    if pid is None:
        return
    if is_our_server(pid, data):
        _stop_and_wait(pid, data, patience)
    if not is_our_server(pid, data):
        # PostgreSQL itself only looks whether such a pid exists; a reused one would stop it.
        (data / "postmaster.pid").unlink(missing_ok=True)


def _stop_and_wait(pid: int, data: Path, patience: float) -> None:
    for number, seconds in ((FAST, patience), (IMMEDIATE, 10.0)):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not is_our_server(pid, data):
                return
            time.sleep(0.05)


def _asked_of_ps(pid: int, data: Path) -> bool:
    asked = ["ps", "-o", "stat=,command=", "-p", str(pid)]
    shown = subprocess.run(asked, capture_output=True, text=True, check=False)
    line = shown.stdout.strip()
    return bool(line) and not line.startswith("Z") and str(data) in line
