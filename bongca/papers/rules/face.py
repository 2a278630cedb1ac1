"""Widths and coverage of the paper's type, read from the font files themselves.

Both printers break the head of the paper at the same words, and Word has no way to ask for
"a line as long as this text": so the engine measures. Tinos has the widths of Times New Roman.
"""

import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MM_PER_POINT = 25.4 / 72
FILES = {
    "regular": "Tinos_400Regular.ttf",
    "bold": "Tinos_700Bold.ttf",
    "italic": "Tinos_400Regular_Italic.ttf",
    "bold_italic": "Tinos_700Bold_Italic.ttf",
}


class FontsMissing(Exception):
    """The font files of the paper are not where the settings say."""


@dataclass(frozen=True)
class Face:
    units_per_em: int
    glyphs: dict[int, int]
    advances: tuple[int, ...]

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph of its own for this character."""
        return self.glyphs.get(ord(character), 0) != 0

    def width_mm(self, text: str, size_pt: float) -> float:
        """Width of a line of text, set without kerning as Word does."""
        last = len(self.advances) - 1
        units = sum(self.advances[min(self.glyphs.get(ord(c), 0), last)] for c in text)
        return units / self.units_per_em * size_pt * MM_PER_POINT


@dataclass(frozen=True)
class Faces:
    folder: Path
    regular: Face
    bold: Face
    italic: Face


@cache
def faces_in(folder: Path) -> Faces:
    """The faces under `folder`; raises FontsMissing when one of them is not there."""
    found = {style: _find(folder, name) for style, name in FILES.items()}
    return Faces(folder, *(_read(found[style]) for style in ("regular", "bold", "italic")))


def _find(folder: Path, name: str) -> Path:
    path = next(iter(sorted(folder.rglob(name))), None)
    if path is None:
        raise FontsMissing(f"{name} is not under {folder}")
    return path


def _read(path: Path) -> Face:
    content = path.read_bytes()
    (table_count,) = struct.unpack_from(">H", content, 4)
    records = (struct.unpack_from(">4sIII", content, 12 + 16 * i) for i in range(table_count))
    starts = {tag: start for tag, _, start, _ in records}
    (units_per_em,) = struct.unpack_from(">H", content, starts[b"head"] + 18)
    (metric_count,) = struct.unpack_from(">H", content, starts[b"hhea"] + 34)
    metrics = struct.unpack_from(f">{metric_count * 2}H", content, starts[b"hmtx"])
    return Face(units_per_em, _glyphs(content, starts[b"cmap"]), metrics[::2])


def _glyphs(content: bytes, cmap: int) -> dict[int, int]:
    """Character to glyph, from the Unicode subtable (3, 1) in format 4 of the font standard."""
    (subtable_count,) = struct.unpack_from(">H", content, cmap + 2)
    subtables = [
        struct.unpack_from(">HHI", content, cmap + 4 + 8 * i) for i in range(subtable_count)
    ]
    start = next(
        cmap + offset for platform, kind, offset in subtables if (platform, kind) == (3, 1)
    )
    (doubled,) = struct.unpack_from(">H", content, start + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", content, start + 14)
    firsts = struct.unpack_from(f">{count}H", content, start + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", content, start + 16 + 2 * doubled)
    ranges_at = start + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", content, ranges_at)
    glyphs: dict[int, int] = {}
    for i in range(count):
        for code in range(firsts[i], min(ends[i], 0xFFFE) + 1):
            glyph = code
            if offsets[i]:
                at = ranges_at + 2 * i + offsets[i] + 2 * (code - firsts[i])
                (glyph,) = struct.unpack_from(">H", content, at)
                if glyph == 0:
                    continue
            glyphs[code] = (glyph + deltas[i]) & 0xFFFF
    return glyphs
