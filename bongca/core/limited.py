"""A child process that may use little memory, time and disk: where files from outside are opened.

The parent calls `run_limited`; the module it names calls `set_limits` before it touches the file.
"""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

_IMPORT_ROOT = Path(__file__).resolve().parents[2]


def set_limits(*, memory: int, cpu_seconds: int, output: int) -> None:
    """Give the rest of this process only what an honest file needs, in bytes and seconds."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run_limited(
    module: str, arguments: list[str], output: IO[bytes], *, wall_seconds: float
) -> int:
    """Run a module to its end, or end it, and return its code; below zero, the signal it died of.

    It inherits no secret from the environment.
    """
    environment = {"PYTHONPATH": str(_IMPORT_ROOT), "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=os.sep,
        start_new_session=True,
    )
    try:
        return process.wait(wall_seconds)
    except subprocess.TimeoutExpired:
        return -signal.SIGXCPU
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
