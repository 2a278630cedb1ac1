"""The product as `make run` starts it, on a state folder of its own, for tests to hurt."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from bongca.core.state import CODE

ADDRESS = re.compile(r"Bóng Cả is running:\s+(http://\S+)")
PATIENCE = 120.0


class RunningProduct:
    """A supervisor with its children, reached only as a person or an enemy would."""

    def __init__(self, state: Path, **environment: str) -> None:
        self.state = state
        self.log = state / "run.log"
        outer = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "MAKELEVEL")}
        self.environment = {
            **outer,
            "BONGCA_STATE_DIR": str(state),
            "BONGCA_DEMO": "0",
            "BONGCA_PORT": "8600",
            "BONGCA_POSTGRES_IDLE_SECONDS": "1",
            "DJANGO_SETTINGS_MODULE": "bongca.config.settings",
            **environment,
        }
        self.supervisor: subprocess.Popen[bytes] | None = None
        self.address = ""

    def start(self) -> float:
        """Start and wait for the address; return the seconds it took."""
        began = time.monotonic()
        with self.log.open("wb") as log:
            self.supervisor = subprocess.Popen(
                [sys.executable, "-m", "bongca.core.run"],
                cwd=CODE,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_until(lambda: self._found_address() or self.supervisor_ended(), "no address")
        assert not self.supervisor_ended(), self.log.read_text()
        return time.monotonic() - began

    def stop(self) -> int:
        """Ask it to stop as Ctrl-C does; return its exit code."""
        assert self.supervisor is not None
        self.supervisor.send_signal(signal.SIGINT)
        return self.supervisor.wait(60)

    def kill_supervisor(self) -> None:
        assert self.supervisor is not None
        self.supervisor.kill()
        self.supervisor.wait()

    def supervisor_ended(self) -> bool:
        return self.supervisor is None or self.supervisor.poll() is not None

    def get(self, path: str, timeout: float = 10) -> int:
        """Return the status code of a page, or 0 where nobody answers."""
        try:
            with urllib.request.urlopen(self.address.rstrip("/") + path, timeout=timeout) as got:
                return int(got.status)
        except urllib.error.HTTPError as answer:
            return answer.code
        except OSError:
            return 0

    def pids(self, words: str) -> list[int]:
        """Return the processes of this installation whose command line has the words."""
        return [pid for pid in every_pid() if words in command_of(pid) and self._is_ours(pid)]

    def _is_ours(self, pid: int) -> bool:
        marked = f"BONGCA_STATE_DIR={self.state}".encode()
        try:
            environment = Path(f"/proc/{pid}/environ").read_bytes()
        except OSError:
            return False
        return marked in environment.split(b"\0")

    def _found_address(self) -> bool:
        found = ADDRESS.search(self.log.read_text(errors="replace"))
        self.address = found.group(1) if found else ""
        return bool(found)


def every_pid() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def wait_until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"{what} after {seconds:.0f} s"
        time.sleep(0.05)
