"""The guard: parent of the server. It restarts a killed one and stops it when nobody needs it.

Whoever needs the server holds a shared lock on the lease file, and the kernel lets go of it
when that program ends, however it ends. The guard stops the server once it could take the lock
alone for some seconds, unless `start` on the command line left the keep mark.
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from bongca.core.lifeline import die_with_parent, open_lock, try_exclusive
from bongca.core.postgres.binaries import reachable_programs
from bongca.core.postgres.errors import PostgresError
from bongca.core.postgres.placement import Placement, placement_for
from bongca.core.postgres.postmaster import FAST, IMMEDIATE, end_orphan

TICK = 0.2
IDLE_SECONDS = float(os.environ.get("BONGCA_POSTGRES_IDLE_SECONDS", "30"))
QUICK_DEATH = 5.0
MOST_QUICK_DEATHS = 20


class Guard:
    """One server, started, watched, started again, stopped."""

    def __init__(self, place: Placement) -> None:
        self.place = place
        self.programs = reachable_programs(place.account, place.home)
        self.lease = open_lock(place.control / "lease")
        self.asked_to_stop = False
        self.idle_since: float | None = None
        self.quick_deaths = 0

    def ask_to_stop(self, *_: object) -> None:
        self.asked_to_stop = True

    def run(self) -> int:
        end_orphan(self.place.data)
        server = self._start()
        started = time.monotonic()
        while not self._should_stop():
            time.sleep(TICK)
            if server.poll() is None:
                continue
            quick = time.monotonic() - started < QUICK_DEATH
            self.quick_deaths = self.quick_deaths + 1 if quick else 0
            if self.quick_deaths > MOST_QUICK_DEATHS or not self.place.data.exists():
                return 1
            end_orphan(self.place.data)
            server, started = self._start(), time.monotonic()
        return self._stop(server)

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the server; it ends with us, whoever kills us."""
        options = self.place.account.popen_options if self.place.account else {}
        with self.place.log.open("ab") as log:
            return subprocess.Popen(
                [self.programs / "postgres", "-D", str(self.place.data)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.place.home,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "PGTZ": "UTC"},
                preexec_fn=die_with_parent(FAST),
                **options,
            )

    def _should_stop(self) -> bool:
        if self.asked_to_stop or not self.place.data.exists():
            return True
        if (self.place.control / "keep").exists() or not try_exclusive(self.lease):
            self.idle_since = None
            return False
        now = time.monotonic()
        self.idle_since = self.idle_since or now
        if now - self.idle_since >= IDLE_SECONDS:
            return True  # the lease stays ours until the server has stopped: newcomers wait
        fcntl.flock(self.lease, fcntl.LOCK_UN)
        return False

    def _stop(self, server: subprocess.Popen[bytes]) -> int:
        for number, patience in ((FAST, 60.0), (IMMEDIATE, 20.0), (signal.SIGKILL, 5.0)):
            if server.poll() is None:
                server.send_signal(number if self.place.data.exists() else signal.SIGKILL)
            try:
                server.wait(patience)
            except subprocess.TimeoutExpired:
                continue
            return 0
        return 1


def main(state: Path) -> int:
    place = placement_for(state)
    own = open_lock(place.control / "guard")
    if not try_exclusive(own):
        return 0  # another guard is at work
    os.ftruncate(own, 0)
    os.write(own, f"{os.getpid()}\n".encode())
    try:
        guard = Guard(place)
    except PostgresError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    signal.signal(signal.SIGTERM, guard.ask_to_stop)
    signal.signal(signal.SIGINT, guard.ask_to_stop)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    return guard.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
