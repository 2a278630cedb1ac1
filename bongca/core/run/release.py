"""`make release`: one archive with wheels and compiled assets, for an office without registries.

Unpacked there, `make run` finds `wheels/` and installs from it, finds `build/` compiled and its
stamps in order, and needs no network. It is made for the kind of machine it is made on.
"""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from pathlib import Path

from bongca.core.run.assets import prepare_assets
from bongca.core.run.errors import CannotStart
from bongca.core.run.screen import say
from bongca.core.state import CODE, state_folder

LOCK = CODE / "requirements.lock"


def main() -> int:
    try:
        prepare_assets(CODE, state_folder())
        archive = make_release()
    except CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    sys.stdout.write(f"{archive}\n")
    return 0


def make_release() -> Path:
    """Write `dist/bongca-<version>-<platform>.tar.gz` and return its path."""
    python = f"py{sys.version_info[0]}{sys.version_info[1]}"
    name = f"bongca-{_version()}-{sysconfig.get_platform()}-{python}"
    target = CODE / "dist" / f"{name}.tar.gz"
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as draft:
        wheels = Path(draft) / "wheels"
        say("Fetching wheels")
        _download(wheels)
        say("Packing")
        with tarfile.open(target, "w:gz") as tar:
            for path in _tracked_files():
                tar.add(CODE / path, f"{name}/{path}")
            for folder, prefix in ((wheels, "wheels"), (CODE / "build", "build")):
                tar.add(folder, f"{name}/{prefix}", filter=_without_lock)
    return target


def _download(folder: Path) -> None:
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--quiet"]
    command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(folder)]
    finished = subprocess.run(
        [*command, "--requirement", str(LOCK)],
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        check=False,
    )
    if finished.returncode != 0:
        raise CannotStart("The wheels could not be fetched; the reason stands above.")


def _tracked_files() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CODE, capture_output=True, check=False)
    if listed.returncode != 0:
        raise CannotStart("A release is made from a clone: git does not answer here.")
    return [path for path in listed.stdout.decode().split("\0") if path]


def _version() -> str:
    shown = subprocess.run(
        ["git", "describe", "--tags", "--always", "--dirty"],
        cwd=CODE,
        capture_output=True,
        text=True,
        check=False,
    )
    return shown.stdout.strip() or json.loads((CODE / "package.json").read_text())["name"]


def _without_lock(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if member.name.endswith("/.lock") else member


if __name__ == "__main__":
    sys.exit(main())
