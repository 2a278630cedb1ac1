"""Pieces of a Word file that python-docx has no word for."""

import datetime
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from bongca.papers.rules.marks import Mark
from bongca.papers.rules.profile import Profile

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
TEMPLATE_LEFTOVERS = {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}
UNDATED = datetime.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Look:
    size_pt: float
    is_bold: bool = False
    is_italic: bool = False


class Cell:
    """A table cell filled paragraph by paragraph, beginning with the empty one it is born with."""

    def __init__(self, cell: _Cell) -> None:
        self.cell = cell
        self.is_empty = True

    def add(self) -> Paragraph:
        paragraph: Paragraph = (
            self.cell.paragraphs[0] if self.is_empty else self.cell.add_paragraph()
        )
        self.is_empty = False
        return paragraph


def write(paragraph: Paragraph, text: str, look: Look) -> Paragraph:
    """Put a run of text into a paragraph."""
    run = paragraph.add_run(text)
    run.font.size = Pt(look.size_pt)
    run.font.bold = look.is_bold or None
    run.font.italic = look.is_italic or None
    return paragraph


def element(tag: str, **attributes: object) -> Any:
    """An element of WordprocessingML: element("w:tblHeader", val="true")."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def prepare_styles(word: WordDocument, profile: Profile) -> None:
    """Set type, size and language of every style used, and today's rules of layout."""
    for name in ("Normal", "Header", "Heading 1", "Heading 2", "Heading 3"):
        style = word.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), profile.font)
        style.font.size = Pt(profile.text_pt)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = name in ("Heading 1", "Heading 2")
        style.font.italic = False
        style.paragraph_format.space_before = Pt(0)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
    language = word.styles.element.find(".//" + qn("w:lang"))
    for script in ("val", "eastAsia"):
        language.set(qn(f"w:{script}"), "vi-VN")
    _set_compatibility(word)


def _set_compatibility(word: WordDocument) -> None:
    """Ask for the layout of today's Word; the template asks for that of its version 14."""
    settings = word.settings.element
    named = './/w:compatSetting[@w:name="compatibilityMode"]'
    for mode in settings.xpath(named):
        mode.set(qn("w:val"), "15")


def set_properties(
    word: WordDocument, *, title: str, author: str, on: datetime.date | None
) -> None:
    """Title and issuer of the file; nothing of the program, the machine or the clock."""
    package = word.part.package
    for key in [key for key, link in package.rels.items() if link.reltype in TEMPLATE_LEFTOVERS]:
        package.rels.pop(key)
    properties = word.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = author[:255]
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = "vi-VN"
    made_at = datetime.datetime.combine(on or UNDATED, datetime.time(), datetime.UTC)
    properties.created = properties.modified = made_at.replace(tzinfo=None)


def count_pages_from_one(section: Section) -> None:
    """Begin the page numbers of a section again."""
    properties = section._sectPr
    # A new section is born as a copy of the one before it, this mark included.
    for mark in properties.findall(qn("w:pgNumType")):
        properties.remove(mark)
    properties.find(qn("w:cols")).addprevious(element("w:pgNumType", start=1))


def bare_table(word: WordDocument, *, rows: int, widths_mm: tuple[float, ...]) -> Table:
    """A table without lines or inner margins, to set things side by side; never parted."""
    table: Table = word.add_table(rows, len(widths_mm))
    fix_widths(table, widths_mm)
    set_cell_margins(table, across_twips=0, down_twips=0)
    for row in table.rows:
        keep_whole(row._tr)
    return table


def fix_widths(table: Table, widths_mm: tuple[float, ...]) -> None:
    """Hold the widths, in the grid and in every cell, as both kinds of reader look for them."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for position, width in enumerate(widths_mm):
        table.columns[position].width = Mm(width)
    for row in table._tbl.tr_lst:
        for position, cell in enumerate(row.tc_lst):
            cell.width = Mm(widths_mm[position])


def set_cell_margins(table: Table, *, across_twips: int, down_twips: int) -> None:
    """Set the room between the lines of a table and its text."""
    margins = element("w:tblCellMar")
    for side, twips in (
        ("top", down_twips),
        ("left", across_twips),
        ("bottom", down_twips),
        ("right", across_twips),
    ):
        margins.append(element(f"w:{side}", w=twips, type="dxa"))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def keep_whole(row: Any) -> None:
    """Keep a row on one page."""
    row.get_or_add_trPr().append(element("w:cantSplit"))


def add_rule(paragraph: Paragraph, length_mm: float, room_mm: float, thickness_pt: float) -> None:
    """A solid line of a given length, centred: the border of a very low paragraph."""
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm((room_mm - length_mm) / 2)
    layout.line_spacing = Pt(3)
    layout.space_before = Pt(3)
    border = element("w:pBdr")
    border.append(
        element("w:top", val="single", sz=round(thickness_pt * 8), space=0, color="000000")
    )
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def add_mark(cell: _Cell, mark: Mark, size_pt: float) -> None:
    """A framed word in red, centred under what stands in a cell; a frame of one small table."""
    cell.add_paragraph().paragraph_format.line_spacing = Pt(6)
    frame = cell.add_table(1, 1)
    fix_widths(frame, (mark.width_mm,))
    row = frame.rows[0]
    row.height, row.height_rule = Mm(mark.height_mm), WD_ROW_HEIGHT_RULE.EXACTLY
    inner = row.cells[0]
    inner.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    borders = element("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(f"w:{side}", val="single", sz=8, space=0, color=mark.colour))
    inner._tc.get_or_add_tcPr().insert_element_before(borders, "w:vAlign")
    paragraph = write(inner.paragraphs[0], mark.text, Look(size_pt, is_bold=True))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.runs[0].font.color.rgb = RGBColor.from_string(mark.colour)
    cell.add_paragraph().paragraph_format.line_spacing = Pt(1)


def add_page_number(paragraph: Paragraph, size_pt: float) -> None:
    """The page's number, centred."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = write(paragraph, "", Look(size_pt)).runs[-1]
    instruction = element("w:instrText")
    instruction.text = "PAGE"
    for part in (
        element("w:fldChar", fldCharType="begin"),
        instruction,
        element("w:fldChar", fldCharType="end"),
    ):
        run._r.append(part)


def add_watermark(paragraph: Paragraph, text: str, angle: int) -> None:
    """A pale text across the page, behind everything, as Word itself makes one."""
    picture = parse_xml(
        f"<w:pict {nsdecls('w')} {VML}>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
        '<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
        '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '</v:formulas><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape id="WaterMark" type="#_x0000_t136" o:allowincell="f" fillcolor="#e1e1e1"'
        ' stroked="f"><v:textpath/></v:shape></w:pict>'
    )
    shape = picture[-1]
    shape.set(
        "style",
        f"position:absolute;margin-left:0;margin-top:0;width:620pt;height:44pt;rotation:{angle};"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-vertical:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical-relative:margin",
    )
    shape[0].set("style", "font-family:'Times New Roman'")
    shape[0].set("string", text)
    paragraph.add_run()._r.append(picture)
