"""What may be kept as evidence: told by the first bytes of the file, never by its name alone."""

MOST_BYTES = 15 * 1024 * 1024

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ZIPPED = {
    ".docx": _OFFICE + "wordprocessingml.document",
    ".xlsx": _OFFICE + "spreadsheetml.sheet",
}
_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
)


def kind_of(first_bytes: bytes, name: str) -> str | None:
    """Return the content type of a photograph, PDF, Word or Excel file; None for the rest."""
    for beginning, kind in _BEGINNINGS:
        if first_bytes.startswith(beginning):
            return kind
    if first_bytes.startswith(b"PK\x03\x04"):
        return next((kind for end, kind in _ZIPPED.items() if name.lower().endswith(end)), None)
    if first_bytes[:4] == b"RIFF" and first_bytes[8:12] == b"WEBP":
        return "image/webp"
    return "image/heic" if first_bytes[4:12] in (b"ftypheic", b"ftypmif1") else None
