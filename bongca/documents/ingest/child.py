"""The child process that reads the words of one PDF or Word file, limited, then it is gone.

Run as `python -m bongca.documents.ingest.child KIND PATH`; writes one JSON text per page or part.
What was written before a limit was met still counts.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bongca.core.limited import set_limits

MEMORY = 1024**3
CPU_SECONDS = 30
OUTPUT = 8 * 1024**2
MOST_PAGES = 200
MOST_TEXT = 300_000


def pdf_texts(path: Path) -> Iterator[str]:
    """The text of each of the first pages; nothing of a file that asks for a password.

    The reader itself lets no stream unpack to more than 75 MB.
    """
    import pypdf

    reader = pypdf.PdfReader(path, strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return
    for place, page in enumerate(reader.pages):
        if place == MOST_PAGES:
            return
        try:
            yield page.extract_text()
        except MemoryError:
            raise
        except Exception:  # noqa: S112  # one bad page does not hide the others
            continue


def word_texts(path: Path) -> Iterator[str]:
    """The text of a Word file, then that of its tables."""
    import docx

    read = docx.Document(str(path))
    for paragraph in read.paragraphs:
        yield paragraph.text
    for table in read.tables:
        for row in table.rows:
            yield " ".join(cell.text for cell in row.cells)


def main(kind: str, path: str) -> None:
    """Read one file under limits; a file that cannot be read ends quietly with what there was."""
    set_limits(memory=MEMORY, cpu_seconds=CPU_SECONDS, output=OUTPUT)
    left = MOST_TEXT
    try:
        for text in pdf_texts(Path(path)) if kind == "pdf" else word_texts(Path(path)):
            sys.stdout.write(json.dumps(text[:left]) + "\n")
            sys.stdout.flush()
            left -= len(text)
            if left <= 0:
                return
    except Exception:  # whatever the reader says, the paper is found by its title
        return


if __name__ == "__main__":
    main(*sys.argv[1:])
