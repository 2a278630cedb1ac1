"""Draws a table of figures in Word: fixed widths, head repeated on every page, rows kept whole."""

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table, _Cell

from bongca.papers.rules.sheet import Grid
from bongca.papers.rules.word_parts import (
    Look,
    element,
    fix_widths,
    keep_whole,
    set_cell_margins,
    write,
)

ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
ACROSS_TWIPS, DOWN_TWIPS = 80, 45


def draw_table(word: WordDocument, grid: Grid, size_pt: float) -> None:
    """Add the table to the end of the document."""
    heads = len(grid.head)
    table = word.add_table(heads + len(grid.rows), len(grid.widths_mm), style="Table Grid")
    fix_widths(table, grid.widths_mm)
    set_cell_margins(table, across_twips=ACROSS_TWIPS, down_twips=DOWN_TWIPS)
    cells = [list(row.cells) for row in table.rows]
    _fill_head(table, cells, grid, Look(size_pt, is_bold=True))
    for position, row in enumerate(grid.rows, heads):
        spans = len(row.cells) == 1 and len(grid.widths_mm) > 1
        look = Look(size_pt, is_bold=row.is_bold or spans)
        if spans:
            heading = cells[position][0].merge(cells[position][-1])
            _fill(heading, row.cells[0], look, "left")
            heading.paragraphs[0].paragraph_format.keep_with_next = True
            continue
        for cell, text, align in zip(cells[position], row.cells, grid.aligns, strict=True):
            _fill(cell, text, look, align)
    for row in table._tbl.tr_lst:
        keep_whole(row)
    for row in table._tbl.tr_lst[:heads]:
        row.get_or_add_trPr().append(element("w:tblHeader"))


def _fill_head(table: Table, cells: list[list[_Cell]], grid: Grid, look: Look) -> None:
    """Place head cells left to right, past those a taller cell above already covers."""
    taken: set[tuple[int, int]] = set()
    for down, row in enumerate(grid.head):
        across = 0
        for cell in row:
            while (down, across) in taken:
                across += 1
            last_row, last_column = down + cell.rows - 1, across + cell.columns - 1
            taken |= {
                (y, x) for y in range(down, last_row + 1) for x in range(across, last_column + 1)
            }
            merged = cells[down][across].merge(cells[last_row][last_column])
            _fill(merged, cell.text, look, "center")
            across = last_column + 1


def _fill(cell: _Cell, text: str, look: Look, align: str) -> None:
    paragraph = write(cell.paragraphs[0], text, look)
    paragraph.alignment = ALIGNMENTS[align]
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
