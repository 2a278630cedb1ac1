"""Kill parts of a running product at random, in a way that can be repeated."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bongca.core.postgres import server_of
from bongca.core.postgres.postmaster import recorded_pid
from bongca.core.tests.running import RunningProduct, command_of, every_pid

AMID_WORK = 0.5
PAUSE = (0.0, 0.6)
LONGEST_WAIT = 10.0
CHILD_WAIT = 3.0


class Killer:
    """Knows the parts of one product and kills them with SIGKILL."""

    def __init__(self, product: RunningProduct, seed: int, work_done: Callable[[], int]) -> None:
        self.product = product
        self.work_done = work_done
        self.place = server_of(product.state).place
        self.random = random.Random(seed)
        self.killed: Counter[str] = Counter()
        self.parts: dict[str, tuple[int, Callable[[], list[int]]]] = {
            "web server": (3, self._web_masters),
            "web process": (6, self._web_processes),
            "worker": (5, self._workers),
            "upload child": (5, self._upload_children),
            "PostgreSQL": (4, self._postmaster),
            "connection": (4, self._connections),
            "guard": (1, self._guard),
        }

    def kill(self, count: int) -> None:
        """Kill until `count` parts were killed: half of them amid work, half amid recovery."""
        while sum(self.killed.values()) < count:
            names = list(self.parts)
            weights = [self.parts[name][0] for name in names]
            self._kill_one(self.random.choices(names, weights)[0])
            if self.random.random() < AMID_WORK:
                self._let_work_be_done()
            time.sleep(self.random.uniform(*PAUSE))

    def _let_work_be_done(self) -> None:
        before, deadline = self.work_done(), time.monotonic() + LONGEST_WAIT
        while self.work_done() == before and time.monotonic() < deadline:
            time.sleep(0.02)

    def _kill_one(self, name: str) -> None:
        pids = self.parts[name][1]()
        if not pids:
            return
        with suppress(ProcessLookupError):
            os.kill(self.random.choice(pids), signal.SIGKILL)
            self.killed[name] += 1

    def _web(self) -> list[int]:
        return self.product.pids("gunicorn")

    def _web_masters(self) -> list[int]:
        return [pid for pid in self._web() if parent_of(pid) == self._supervisor()]

    def _web_processes(self) -> list[int]:
        return [pid for pid in self._web() if parent_of(pid) != self._supervisor()]

    def _workers(self) -> list[int]:
        return self.product.pids("manage.py work")

    def _upload_children(self) -> list[int]:
        """Wait for one: it lives for a fraction of a second."""
        workers, deadline = set(self._workers()), time.monotonic() + CHILD_WAIT
        while time.monotonic() < deadline:
            found = [pid for pid in every_pid() if parent_of(pid) in workers]
            if found:
                return found
            time.sleep(0.01)
        return []

    def _postmaster(self) -> list[int]:
        pid = recorded_pid(self.place.data)
        return [pid] if pid and str(self.place.data) in command_of(pid) else []

    def _connections(self) -> list[int]:
        masters = set(self._postmaster())
        return [pid for pid in every_pid() if parent_of(pid) in masters]

    def _guard(self) -> list[int]:
        path = self.place.control / "guard"
        pid = int(path.read_text() or 0)
        return [pid] if "core.postgres.guard" in command_of(pid) else []

    def _supervisor(self) -> int:
        supervisor = self.product.supervisor
        return supervisor.pid if supervisor else -1


def parent_of(pid: int) -> int:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return -1
    return int(stat.rpartition(")")[2].split()[1])
