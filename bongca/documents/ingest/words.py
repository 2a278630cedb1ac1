"""The words of a file that was brought, read by a limited child process."""

import json
import tempfile
from pathlib import Path

from bongca.core.limited import run_limited
from bongca.documents.rules.scans import PDF, WORD

WALL_SECONDS = 45
_CHILD = "bongca.documents.ingest.child"
_KINDS = {PDF: "pdf", WORD: "word"}


def text_of(path: Path, content_type: str, *, wall_seconds: float = WALL_SECONDS) -> str:
    """Return the text that could be read within the limits; nothing of a picture or a bad file."""
    kind = _KINDS.get(content_type)
    if kind is None:
        return ""
    with tempfile.TemporaryFile() as output:
        run_limited(_CHILD, [kind, str(path.resolve())], output, wall_seconds=wall_seconds)
        output.seek(0)
        return "\n".join(json.loads(line) for line in output if line.endswith(b"\n"))
