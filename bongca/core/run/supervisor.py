"""Keep PostgreSQL, the web server and the worker running until told to stop."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from bongca.core.lifeline import open_lock, try_exclusive
from bongca.core.postgres import PostgresError, ensure_running, release, status
from bongca.core.run.assets import prepare_assets
from bongca.core.run.children import Child, stop_all
from bongca.core.run.errors import CannotStart
from bongca.core.run.ports import FIRST_PORT, listen
from bongca.core.run.screen import say, show_welcome
from bongca.core.state import CODE

TICK = 0.2
DATABASE_CHECK_SECONDS = 2.0
WEB_START_SECONDS = 60.0


class Supervisor:
    """One run of the product from this checkout."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.embedded = not os.environ.get("DATABASE_URL")
        self.stopping = False
        self.made_by = os.getppid() if os.environ.get("MAKELEVEL") else None
        self.children: list[Child] = []
        self._database_checked = 0.0

    def run(self) -> None:
        """Prepare, start, watch, and stop cleanly on Ctrl-C or SIGTERM."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        lock = self._refuse_second_run()
        try:
            prepare_assets(CODE, self.state)
            if self.embedded:
                ensure_running(self.state)
            people = self._prepare_database()
            if not self.stopping:
                self._serve(lock, people)
        finally:
            stop_all(self.children)
            if self.embedded:
                release(self.state)
            os.close(lock)

    def _serve(self, lock: int, people: list[list[str]]) -> None:
        host = os.environ.get("BONGCA_HOST", "127.0.0.1")
        listener = listen(host, int(os.environ.get("BONGCA_PORT", FIRST_PORT)))
        address = f"http://{'localhost' if host == '127.0.0.1' else host}:{_port(listener)}/"
        os.truncate(lock, 0)
        os.pwrite(lock, address.encode(), 0)
        self.children = [self._web(listener), self._worker()]
        for child in self.children:
            child.start()
        self._wait_for_web(f"http://{host}:{_port(listener)}/health")
        if not self.stopping:
            show_welcome(address, people)
        while not self._should_stop():
            time.sleep(TICK)
            self._keep_database_up()
            for child in self.children:
                child.keep_up(say)
        say("Stopping")

    def _web(self, listener: socket.socket) -> Child:
        options = [
            f"--bind=fd://{listener.fileno()}",
            "--worker-class=gthread",
            f"--workers={os.environ.get('WEB_WORKERS', '2')}",
            f"--threads={os.environ.get('WEB_THREADS', '4')}",
            "--timeout=120",
            "--graceful-timeout=15",
            "--log-level=warning",
            "--no-control-socket",
        ]
        command = [sys.executable, "-m", "gunicorn", *options, "bongca.config.wsgi:application"]
        return Child("The web server", command, CODE, self._environment(), (listener.fileno(),))

    def _worker(self) -> Child:
        command = [sys.executable, str(CODE / "manage.py"), "work"]
        return Child("The worker", command, CODE, self._environment())

    def _environment(self) -> dict[str, str]:
        """What web and worker are given; they connect as the app, whoever called us."""
        return {name: value for name, value in os.environ.items() if name != "BONGCA_DB_ROLE"}

    def _prepare_database(self) -> list[list[str]]:
        """Migrate, load the demonstration if it is not there, and return whom to sign in as."""
        command = [sys.executable, str(CODE / "manage.py"), "prepare_run"]
        environment = {**os.environ, "BONGCA_DB_ROLE": "migrator"}
        if os.environ.get("BONGCA_DEMO", "1" if self.embedded else "0") == "1":
            command.append("--demo")
        child = subprocess.Popen(
            command, cwd=CODE, env=environment, stdin=subprocess.DEVNULL, stdout=-1
        )
        answer, _ = child.communicate()
        if child.returncode != 0 and not self.stopping:
            raise CannotStart("The database could not be prepared; the reason stands above.")
        lines = answer.decode().strip().splitlines()
        people: list[list[str]] = json.loads(lines[-1]) if lines else []
        return people

    def _wait_for_web(self, url: str) -> None:
        deadline = time.monotonic() + WEB_START_SECONDS
        while not self._should_stop() and time.monotonic() < deadline:
            try:
                urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own address
                return
            except urllib.error.HTTPError:
                return  # it answers
            except OSError:
                time.sleep(0.1)
            for child in self.children:
                child.keep_up(say)
                if child.deaths >= 3:
                    raise CannotStart(f"{child.name} does not start; the reason stands above.")

    def _keep_database_up(self) -> None:
        now = time.monotonic()
        if not self.embedded or now - self._database_checked < DATABASE_CHECK_SECONDS:
            return
        self._database_checked = now
        if status(self.state) != "stopped":
            return
        say("The database's guard ended, starting it again")
        try:
            ensure_running(self.state)
        except PostgresError as error:
            say(str(error))

    def _refuse_second_run(self) -> int:
        path = self.state / "run.lock"
        lock = open_lock(path)
        if not try_exclusive(lock):
            address = path.read_text(encoding="utf-8") or "its address is not known yet"
            raise CannotStart(f"It is already running from this folder: {address}")
        return lock

    def _should_stop(self) -> bool:
        """Stop when asked to, and when the `make` that started us was killed."""
        return self.stopping or (self.made_by is not None and os.getppid() != self.made_by)

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        if self.stopping:
            for child in self.children:
                if child.program is not None:
                    child.program.kill()
        self.stopping = True


def _port(listener: socket.socket) -> int:
    port: int = listener.getsockname()[1]
    return port
