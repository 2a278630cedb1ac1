"""A child that is started again when it dies, and that ends with us."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bongca.core.lifeline import die_with_parent

BACK_OFF = (0.1, 0.5, 1.0, 2.0, 5.0)
SETTLED_SECONDS = 30.0
STOP_SECONDS = 25.0


@dataclass
class Child:
    """One program that is to be running all the time."""

    name: str
    command: Sequence[str | Path]
    folder: Path
    environment: dict[str, str]
    passed_files: tuple[int, ...] = ()
    program: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    _started_at: float = 0.0
    _next_start: float = field(default=0.0)

    def start(self) -> None:
        self._started_at = time.monotonic()
        self.program = subprocess.Popen(
            self.command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            pass_fds=self.passed_files,
            start_new_session=True,  # Ctrl-C reaches us alone: we stop the others in order
            preexec_fn=die_with_parent(signal.SIGTERM),
        )

    def keep_up(self, say: Callable[[str], None]) -> None:
        """Start the child again if it died, waiting longer the more often it dies."""
        now = time.monotonic()
        if self.program is not None:
            code = self.program.poll()
            if code is None:
                return
            if now - self._started_at > SETTLED_SECONDS:
                self.deaths = 0
            pause = BACK_OFF[min(self.deaths, len(BACK_OFF) - 1)]
            self.deaths += 1
            self.program, self._next_start = None, now + pause
            say(f"{self.name} ended ({_spoken(code)}), starting it again")
        if now >= self._next_start:
            self.start()

    def ask_to_stop(self) -> None:
        if self.program is not None and self.program.poll() is None:
            self.program.terminate()

    def wait_until_stopped(self, deadline: float) -> None:
        if self.program is None:
            return
        try:
            self.program.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(self.program.pid, signal.SIGKILL)
            self.program.wait()


def stop_all(children: Sequence[Child]) -> None:
    """Ask every child to stop and wait; one that does not is killed."""
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        child.ask_to_stop()
    for child in children:
        child.wait_until_stopped(deadline)


def _spoken(code: int) -> str:
    if code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"
