"""Draws cards on A4 with cut marks: text in Tinos, the QR code as a 1-bit image of its modules."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bongca.cards.rules.face import Face, PrintedCard

PLAIN: Final = "Tinos"
BOLD: Final = "Tinos-Bold"
PAD: Final = 3.5 * mm
QR_SIDE: Final = 21 * mm
MARK: Final = 4 * mm
QR_MASK: Final = 3  # fixed: choosing the best mask is most of the work of a code
SAMPLE = "BẢN TRÌNH DIỄN"


def draw_cards(
    cards: Iterable[PrintedCard],
    face: Face,
    out: BinaryIO,
    *,
    font_folder: Path,
    is_demonstration: bool,
) -> int:
    """Write the cards as one PDF of A4 sheets with cut marks; return how many sheets.

    Reads the cards one by one: memory holds the sheets' text and no picture.
    """
    _load_fonts(font_folder)
    canvas = Canvas(out, pagesize=A4, pageCompression=1, invariant=1)
    canvas.setTitle(face.title)
    columns, rows = cards_on_sheet(face)
    places = list(_places(face, columns, rows))
    sheets = 0
    for index, card in enumerate(cards):
        spot = index % len(places)
        if spot == 0:
            if sheets:
                canvas.showPage()
            sheets += 1
            _cut_marks(canvas, face, columns, rows)
        _draw_card(canvas, card, face, *places[spot], is_demonstration=is_demonstration)
    canvas.save()
    return sheets


def cards_on_sheet(face: Face) -> tuple[int, int]:
    """Return how many cards stand beside and below each other on A4, with room for the marks."""
    width, height = A4
    beside = int((width - 2 * MARK) // (face.width * mm))
    below = int((height - 2 * MARK) // (face.height * mm))
    return max(1, beside), max(1, below)


def qr_bits(text: str) -> tuple[int, bytes]:
    """Return the side of the code in modules and its rows, one bit a module, white is 1."""
    code = segno.make(text, error="m", mask=QR_MASK, micro=False, boost_error=False)
    side = len(code.matrix)
    rows = bytearray()
    for row in code.matrix:
        bits = "".join("0" if module else "1" for module in row)
        padded = bits.ljust((side + 7) // 8 * 8, "1")
        rows += int(padded, 2).to_bytes(len(padded) // 8, "big")
    return side, bytes(rows)


def _origin(face: Face, columns: int, rows: int) -> tuple[float, float]:
    width, height = A4
    return (
        (width - columns * face.width * mm) / 2,
        (height - rows * face.height * mm) / 2,
    )


def _places(face: Face, columns: int, rows: int) -> Iterator[tuple[float, float]]:
    left, bottom = _origin(face, columns, rows)
    for row in reversed(range(rows)):
        for column in range(columns):
            yield left + column * face.width * mm, bottom + row * face.height * mm


def _cut_marks(canvas: Canvas, face: Face, columns: int, rows: int) -> None:
    left, bottom = _origin(face, columns, rows)
    right, top = left + columns * face.width * mm, bottom + rows * face.height * mm
    canvas.setLineWidth(0.3)
    for column in range(columns + 1):
        x = left + column * face.width * mm
        canvas.line(x, bottom - MARK, x, bottom - 1)
        canvas.line(x, top + 1, x, top + MARK)
    for row in range(rows + 1):
        y = bottom + row * face.height * mm
        canvas.line(left - MARK, y, left - 1, y)
        canvas.line(right + 1, y, right + MARK, y)


def _draw_card(
    canvas: Canvas, card: PrintedCard, face: Face, x: float, y: float, *, is_demonstration: bool
) -> None:
    width, height = face.width * mm, face.height * mm
    middle, top = x + width / 2, y + height
    _fitted(canvas, face.issuer, BOLD, 9, middle, top - 6.5 * mm, width - 2 * PAD, centred=True)
    _fitted(canvas, face.title, BOLD, 12.5, middle, top - 12 * mm, width - 2 * PAD, centred=True)
    words = width - 3 * PAD - QR_SIDE
    left = x + PAD
    _fitted(canvas, card.name.upper(), BOLD, 11, left, top - 19.5 * mm, words)
    _fitted(canvas, f"Sinh: {card.born}", PLAIN, 9, left, top - 24.5 * mm, words)
    _fitted(canvas, card.branch, PLAIN, 9, left, top - 29 * mm, words)
    _fitted(canvas, card.place, PLAIN, 9, left, top - 33.5 * mm, words)
    _fitted(canvas, f"Số: {card.number}", BOLD, 10, left, y + 5 * mm, words)
    _draw_code(canvas, card.address, x + width - PAD - QR_SIDE, top - 17 * mm - QR_SIDE)
    _sign(canvas, face, x + width - PAD, y)
    if is_demonstration:
        canvas.saveState()
        canvas.setFillGray(0.6)
        canvas.setFont(BOLD, 8)
        canvas.drawString(left, y + 1.8 * mm, SAMPLE)
        canvas.restoreState()


def _sign(canvas: Canvas, face: Face, right: float, y: float) -> None:
    canvas.setFont(BOLD, 7.5)
    canvas.drawRightString(right, y + 12 * mm, face.signatory_title)
    canvas.drawRightString(right, y + 3 * mm, face.signatory_name)


def _fitted(
    canvas: Canvas,
    text: str,
    font: str,
    size: float,
    x: float,
    y: float,
    room: float,
    *,
    centred: bool = False,
) -> None:
    """Draw one line, smaller when it would not fit: a name is never cut off."""
    taken = pdfmetrics.stringWidth(text, font, size)
    fitting = size if taken <= room else size * room / taken
    canvas.setFont(font, fitting)
    (canvas.drawCentredString if centred else canvas.drawString)(x, y, text)


def _draw_code(canvas: Canvas, text: str, x: float, y: float) -> None:
    side, rows = qr_bits(text)
    canvas._code.append(
        f"q {QR_SIDE:.2f} 0 0 {QR_SIDE:.2f} {x:.2f} {y:.2f} cm"
        f" BI /W {side} /H {side} /CS /G /BPC 1 /F /AHx ID {rows.hex()}> EI Q"
    )


@cache
def _load_fonts(folder: Path) -> None:
    for name, style, weight in ((PLAIN, "400Regular", "Regular"), (BOLD, "700Bold", "Bold")):
        found = sorted((folder / style).glob("*.ttf"))
        if not found:
            raise FileNotFoundError(f"no {weight} type for cards")
        pdfmetrics.registerFont(TTFont(name, str(found[0])))
