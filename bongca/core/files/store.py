"""Keep and read attachments: the bytes lie on disk under their hash, the row in the database."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.models import Attachment

# Seconds in which bytes may have been written for a row that is not committed yet.
JUST_WRITTEN = 3600


def store_attachment(
    actor: Actor,
    chunks: Iterable[bytes],
    *,
    name: str,
    content_type: str,
    purpose: str,
    keep_until: date | None = None,
) -> Attachment:
    """Keep the bytes and return their row; the file is on disk before the row can be committed."""
    sha256, size = _keep(chunks)
    return Attachment.objects.create(
        purpose=purpose,
        name=Path(name).name[:255],
        content_type=content_type[:120],
        size=size,
        sha256=sha256,
        unit_id=actor.unit_id,
        user_id=actor.user_id,
        stored_at=clock.now(),
        keep_until=keep_until,
    )


def open_attachment(attachment: Attachment) -> BinaryIO:
    """Open the bytes for reading; the caller has already asked `may_open`."""
    return attachment_path(attachment).open("rb")


def delete_expired(today: date) -> int:
    """Delete the files kept until a day before today, bytes first; return how many rows went.

    Bytes that another file still shares stay, and so do bytes just written anew.
    """
    count = 0
    for attachment in Attachment.objects.filter(keep_until__lt=today).order_by("keep_until"):
        _delete_bytes(attachment, today)
        attachment.delete()
        count += 1
    return count


def _delete_bytes(attachment: Attachment, today: date) -> None:
    same = Attachment.objects.filter(sha256=attachment.sha256).exclude(pk=attachment.pk)
    path = attachment_path(attachment)
    if same.exclude(keep_until__lt=today).exists() or not path.exists():
        return
    if clock.now().timestamp() - path.stat().st_mtime > JUST_WRITTEN:
        path.unlink(missing_ok=True)


def attachment_path(attachment: Attachment) -> Path:
    """Return where the bytes lie on this machine."""
    return Path(settings.FILES_DIR) / attachment.path


def _keep(chunks: Iterable[bytes]) -> tuple[str, int]:
    root = Path(settings.FILES_DIR)
    root.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=root, delete=False) as out:
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    sha256 = digest.hexdigest()
    final = root / sha256[:2] / sha256[2:4] / sha256
    final.parent.mkdir(parents=True, exist_ok=True)
    Path(out.name).replace(final)
    return sha256, size
