"""Draws a sheet as a Word file to edit: same words, same measures, type "Times New Roman"."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from bongca.papers.rules.face import MM_PER_POINT, faces_in
from bongca.papers.rules.paper import OfficialPaper
from bongca.papers.rules.profile import Profile, profile_on
from bongca.papers.rules.sheet import AnnexSheet, Grid, Line, Ruled, Sheet, compose
from bongca.papers.rules.word_parts import (
    Cell,
    Look,
    add_mark,
    add_page_number,
    add_rule,
    add_watermark,
    bare_table,
    count_pages_from_one,
    prepare_styles,
    set_properties,
    write,
)
from bongca.papers.rules.word_table import draw_table

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
Maker = Callable[[], Paragraph]


def draw(paper: OfficialPaper, *, font_folder: Path) -> bytes:
    """The paper as .docx. The fonts are only measured, none is shipped. Raises FontsMissing."""
    profile = profile_on(paper.on)
    sheet = compose(paper, profile=profile, faces=faces_in(font_folder), for_pdf=False)
    written = io.BytesIO()
    _WordPaper(sheet, paper.on).document().save(written)
    return written.getvalue()


class _WordPaper:
    def __init__(self, sheet: Sheet, on: datetime.date | None) -> None:
        self.sheet = sheet
        self.profile: Profile = sheet.profile
        self.word: WordDocument = Document()
        prepare_styles(self.word, self.profile)
        set_properties(self.word, title=sheet.title, author=sheet.author, on=on)

    def document(self) -> WordDocument:
        self.page(self.word.sections[0], is_landscape=False)
        self.head()
        self.opening()
        self.body(self.sheet.blocks, is_main=True)
        self.signature_block()
        for annex in self.sheet.annexes:
            self.annex(annex)
        return self.word

    def page(self, section: Section, *, is_landscape: bool) -> None:
        profile = self.profile
        sides = (Mm(profile.page_width_mm), Mm(profile.page_height_mm))
        section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = sides[::-1] if is_landscape else sides
        section.top_margin = Mm(profile.margin_top_mm)
        section.bottom_margin = Mm(profile.margin_bottom_mm)
        section.left_margin = Mm(profile.margin_left_mm)
        section.right_margin = Mm(profile.margin_right_mm)
        line_mm = profile.page_number_pt * MM_PER_POINT
        section.header_distance = Mm((profile.margin_top_mm - line_mm) / 2)
        section.footer_distance = Mm(profile.margin_bottom_mm / 2)
        section.different_first_page_header_footer = True
        section.header.is_linked_to_previous = False
        section.first_page_header.is_linked_to_previous = False
        add_page_number(section.header.paragraphs[0], profile.page_number_pt)
        if self.sheet.watermark:
            angle = 326 if is_landscape else 308
            for place in (section.header, section.first_page_header):
                add_watermark(place.paragraphs[0], self.sheet.watermark, angle)

    def head(self) -> None:
        sheet, profile = self.sheet, self.profile
        widths = (profile.issuer_column_mm, profile.nation_column_mm)
        table = bare_table(self.word, rows=2, widths_mm=widths)
        issuer = Cell(table.cell(0, 0))
        self.centred(issuer.add, sheet.superior, Look(profile.superior_pt), widths[0])
        self.centred(issuer.add, sheet.issuer, Look(profile.issuer_pt, is_bold=True), widths[0])
        nation = Cell(table.cell(0, 1))
        self.centred(nation.add, Ruled((sheet.nation,)), Look(profile.nation_pt, is_bold=True))
        motto = Look(profile.motto_pt, is_bold=True)
        self.centred(nation.add, sheet.motto, motto, widths[1])
        number = Cell(table.cell(1, 0))
        self.centred(number.add, Ruled((sheet.number_line,)), Look(profile.symbol_pt), before=5)
        subject = Look(profile.subject_pt)
        self.centred(number.add, sheet.subject, subject, before=profile.subject_gap_pt)
        if sheet.mark:
            add_mark(number.cell, sheet.mark, profile.symbol_pt)
        place = Look(profile.place_pt, is_italic=True)
        date = Cell(table.cell(1, 1))
        self.centred(date.add, Ruled((sheet.place_line,)), place, before=5)

    def centred(
        self, add: Maker, part: Ruled, look: Look, width_mm: float = 0.0, before: float = 0.0
    ) -> None:
        if not part.lines:
            return
        paragraph = write(add(), "\n".join(part.lines), look)
        paragraph.alignment = CENTRE
        paragraph.paragraph_format.space_before = Pt(before)
        if part.rule_mm:
            add_rule(add(), part.rule_mm, width_mm, self.profile.rule_pt)

    def opening(self) -> None:
        sheet, profile = self.sheet, self.profile
        add = self.word.add_paragraph
        if sheet.type_name:
            title = Look(profile.type_pt, is_bold=True)
            self.centred(add, Ruled((sheet.type_name,)), title, before=14)
            abstract = Look(profile.abstract_pt, is_bold=True)
            self.centred(add, sheet.abstract, abstract, profile.text_width_mm())
        self.gap(6)
        self.addressees()
        for basis in sheet.bases:
            write(self.text_paragraph(), basis, Look(profile.text_pt, is_italic=True))

    def gap(self, height_pt: float) -> ParagraphFormat:
        """An empty paragraph of a given height."""
        layout: ParagraphFormat = self.word.add_paragraph().paragraph_format
        layout.line_spacing = Pt(height_pt)
        return layout

    def addressees(self) -> None:
        part = self.sheet.addressees
        if part is None:
            return
        look = Look(self.profile.text_pt)
        if len(part.lines) == 1:
            lines = [
                (f"{part.label} {part.lines[0]}", part.indent_mm + part.label_mm, part.label_mm)
            ]
        else:
            edge = part.indent_mm + part.label_mm
            lines = [(part.label, part.indent_mm, 0.0)]
            lines += [(line, edge + 2.6, 2.6) for line in part.lines]
        for position, (text, left_mm, hanging_mm) in enumerate(lines):
            layout = write(self.word.add_paragraph(), text, look).paragraph_format
            layout.left_indent = Mm(left_mm)
            layout.first_line_indent = Mm(-hanging_mm)
            layout.space_before = Pt(4 if position == 0 else 2)
        layout.space_after = Pt(8)

    def text_paragraph(self, style: str | None = None) -> Paragraph:
        paragraph = self.word.add_paragraph(style=style)
        layout = paragraph.paragraph_format
        layout.first_line_indent = Mm(self.profile.indent_mm)
        layout.space_after = Pt(self.profile.paragraph_gap_pt)
        layout.line_spacing = self.profile.line_spacing
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        return paragraph

    def body(self, blocks: tuple[Line | Grid, ...], *, is_main: bool) -> None:
        for position, block in enumerate(blocks, 1):
            if isinstance(block, Grid):
                self.table(block)
                continue
            is_heading = block.kind == "heading"
            paragraph = self.text_paragraph(f"Heading {block.level}" if is_heading else None)
            look = Look(self.profile.text_pt, is_bold=is_heading and block.level < 3)
            write(paragraph, block.text, look)
            if is_heading:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            if is_heading or (is_main and position == len(blocks)):
                paragraph.paragraph_format.keep_with_next = True

    def table(self, grid: Grid) -> None:
        if grid.title:
            look = Look(self.profile.text_pt, is_bold=True)
            title = write(self.word.add_paragraph(), grid.title, look)
            title.alignment = CENTRE
            title.paragraph_format.keep_with_next = True
            title.paragraph_format.space_after = Pt(6)
        draw_table(self.word, grid, self.profile.table_pt)
        self.gap(self.profile.paragraph_gap_pt)

    def signature_block(self) -> None:
        sheet, profile = self.sheet, self.profile
        self.gap(8).keep_with_next = True
        if len(sheet.signatures) == 1:
            widths = (profile.text_width_mm() * 78 / 165, profile.text_width_mm() * 87 / 165)
            table = bare_table(self.word, rows=1, widths_mm=widths)
            self.recipients(Cell(table.cell(0, 0)).add)
            self.signers(table.cell(0, 1), 0)
            return
        half = profile.text_width_mm() / 2
        table = bare_table(self.word, rows=1, widths_mm=(half, half))
        for position in range(2):
            self.signers(table.cell(0, position), position)
        self.gap(14).keep_with_next = True
        self.recipients(self.word.add_paragraph)

    def signers(self, cell: _Cell, position: int) -> None:
        signature = self.sheet.signatures[position]
        tallest = max(len(each.lines) for each in self.sheet.signatures)
        column = Cell(cell)
        look = Look(self.profile.signature_pt, is_bold=True)
        self.centred(column.add, Ruled(signature.lines), look)
        # A shorter office leaves more room, so that names of two signers stand level.
        missing_pt = (tallest - len(signature.lines)) * self.profile.signature_pt * 1.149
        room_pt = self.profile.signature_room_mm / MM_PER_POINT + missing_pt
        self.centred(column.add, Ruled((signature.name,)), look, before=room_pt)

    def recipients(self, add: Maker) -> None:
        profile = self.profile
        label = Look(profile.recipients_label_pt, is_bold=True, is_italic=True)
        write(add(), "Nơi nhận:", label).paragraph_format.keep_with_next = True
        for line in self.sheet.recipients:
            layout = write(add(), line, Look(profile.recipients_pt)).paragraph_format
            layout.left_indent = Mm(1.6)
            layout.first_line_indent = Mm(-1.6)

    def annex(self, annex: AnnexSheet) -> None:
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        self.page(section, is_landscape=annex.is_landscape)
        count_pages_from_one(section)
        look = Look(self.profile.text_pt, is_bold=True)
        self.centred(self.word.add_paragraph, Ruled((annex.label, annex.title)), look)
        italic = Look(self.profile.text_pt, is_italic=True)
        self.centred(self.word.add_paragraph, Ruled((annex.reference,)), italic)
        self.word.paragraphs[-1].paragraph_format.space_after = Pt(10)
        self.body(annex.blocks, is_main=False)
