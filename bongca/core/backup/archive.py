"""The archive: a tar with a manifest in front, so that its content can be told at once."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bongca.core.backup.errors import BackupError

MANIFEST, DUMP, FILES = "manifest.json", "database.dump", "files"
FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """What an archive says of itself."""

    made_at: str
    server_version: str
    rows: dict[str, int]
    dump_sha256: str
    file_count: int
    format: int = FORMAT


def write_archive(target: Path, manifest: Manifest, dump: Path, files: list[Path]) -> None:
    """Write an archive under its name only when it is whole; nobody else may read it."""
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    with tarfile.open(draft, "w") as tar:
        text = json.dumps(asdict(manifest), indent=2).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size = len(text)
        tar.addfile(head, io.BytesIO(text))
        tar.add(dump, DUMP)
        for path in files:
            tar.add(path, f"{FILES}/{path.name}")
    draft.replace(target)


def read_manifest(archive: Path) -> Manifest:
    """Return what an archive says of itself; raises BackupError where it is none of ours."""
    try:
        with tarfile.open(archive) as tar:
            first = tar.next()
            stream = tar.extractfile(first) if first and first.name == MANIFEST else None
            if stream is None:
                raise BackupError(f"{archive} is not a backup of Bóng Cả.")
            manifest = Manifest(**json.loads(stream.read()))
    except (OSError, tarfile.TarError, ValueError, TypeError) as error:
        raise BackupError(f"{archive} cannot be read as a backup ({error}).") from None
    if manifest.format != FORMAT:
        raise BackupError(f"{archive} is of format {manifest.format}, this version reads {FORMAT}.")
    return manifest


def extract_dump(archive: Path, manifest: Manifest, target: Path) -> None:
    """Take the dump out; raises BackupError where it is not the one that went in."""
    for member, stream in _members(archive):
        if member.name == DUMP:
            digest = _copy(stream, target)
            if digest != manifest.dump_sha256:
                raise BackupError(f"{archive} is damaged: the database in it has changed.")
            return
    raise BackupError(f"{archive} is damaged: there is no database in it.")


def extract_files(archive: Path, manifest: Manifest, folder: Path) -> None:
    """Take the files out; each is checked against its own name, which is its digest."""
    count = 0
    for member, stream in _members(archive):
        name = member.name.removeprefix(f"{FILES}/")
        if name == member.name:
            continue
        if not name.isalnum():
            raise BackupError(f"{archive} holds a file of a strange name.")
        target = folder / name[:2] / name[2:4] / name
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f"{name}.part")
        if _copy(stream, draft) != name:
            draft.unlink()
            raise BackupError(f"{archive} is damaged: the file {name[:12]}… has changed.")
        draft.replace(target)
        count += 1
    if count != manifest.file_count:
        raise BackupError(f"{archive} is damaged: {manifest.file_count} files, {count} found.")


def sha256_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _members(archive: Path) -> Iterator[tuple[tarfile.TarInfo, io.BufferedIOBase]]:
    try:
        with tarfile.open(archive) as tar:
            for member in tar:
                stream = tar.extractfile(member)
                if stream is not None:
                    yield member, stream  # type: ignore[misc]  # a reader, the stubs say IO
    except (EOFError, tarfile.TarError):
        raise BackupError(f"{archive} is damaged: it ends too early.") from None


def _copy(stream: io.BufferedIOBase, target: Path) -> str:
    digest = hashlib.sha256()
    try:
        with target.open("wb") as out:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
                out.write(chunk)
    except tarfile.ReadError:
        raise BackupError("The archive is damaged: it ends too early.") from None
    return digest.hexdigest()
