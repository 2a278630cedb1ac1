"""A paper composed for printing: every word and every measure, the same for PDF and Word."""

from dataclasses import dataclass, replace

from bongca.papers.rules import wording
from bongca.papers.rules.face import Face, Faces
from bongca.papers.rules.lines import fit_lines
from bongca.papers.rules.marks import Mark, mark_of
from bongca.papers.rules.paper import (
    Annex,
    Block,
    Bullet,
    HeadCell,
    Heading,
    OfficialPaper,
    Paragraph,
    Row,
    Table,
)
from bongca.papers.rules.profile import Profile

WATERMARK = "BẢN TRÌNH DIỄN – không có giá trị"
ADDRESSEE_LABEL = "Kính gửi:"
INVITATION_LABEL = "Trân trọng kính mời:"
INVITATION = "GIẤY MỜI"
ADDRESSEE_INDENT_MM = 25.0


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text in the body: kind "heading", "paragraph" or "bullet".

    `depth` is the level in the outline of a tagged PDF, which must not skip one.
    """

    kind: str
    text: str
    level: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the width of each column worked out."""

    title: str
    widths_mm: tuple[float, ...]
    aligns: tuple[str, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    rows: tuple[Row, ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Ruled:
    """Centred lines with a rule of a given length under them (none when it is 0)."""

    lines: tuple[str, ...]
    rule_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Addressees:
    """Kính gửi: the label, its lines and the indents of both."""

    label: str
    lines: tuple[str, ...]
    label_mm: float
    indent_mm: float


@dataclass(frozen=True, slots=True)
class Signed:
    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class AnnexSheet:
    label: str
    title: str
    reference: str
    is_landscape: bool
    blocks: tuple[Line | Grid, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    profile: Profile
    title: str
    author: str
    superior: Ruled
    issuer: Ruled
    nation: str
    motto: Ruled
    number_line: str
    place_line: str
    subject: Ruled
    type_name: str
    abstract: Ruled
    addressees: Addressees | None
    bases: tuple[str, ...]
    blocks: tuple[Line | Grid, ...]
    recipients: tuple[str, ...]
    signatures: tuple[Signed, ...]
    annexes: tuple[AnnexSheet, ...]
    watermark: str
    mark: Mark | None = None


def compose(paper: OfficialPaper, *, profile: Profile, faces: Faces, for_pdf: bool) -> Sheet:
    """The sheet both printers draw.

    A PDF shows only what its embedded face can draw; Word finds another font by itself.
    """
    return _Composer(paper, profile, faces, for_pdf).sheet()


class _Composer:
    def __init__(self, paper: OfficialPaper, profile: Profile, faces: Faces, for_pdf: bool) -> None:
        self.paper = paper
        self.profile = profile
        self.faces = faces
        self.limits = faces.regular if for_pdf else None
        self.depth = 0

    def clean(self, text: str) -> str:
        return wording.printable(text, self.limits)

    def sheet(self) -> Sheet:
        paper, profile = self.paper, self.profile
        motto_mm = self.faces.bold.width_mm(profile.motto, profile.motto_pt)
        type_name = self.clean(paper.type_name).upper()
        abstract = self.clean(paper.abstract)
        return Sheet(
            profile=profile,
            title=self.clean(f"{paper.type_name or 'Công văn'}: {paper.abstract}"),
            author=self.clean(paper.issuer_name),
            superior=self.superior(),
            issuer=self.issuer(),
            nation=profile.nation,
            motto=Ruled((profile.motto,), motto_mm),
            number_line=wording.number_line(
                paper.number, self.clean(paper.symbol), paper.number_suffix
            ),
            place_line=wording.place_line(self.clean(paper.place), paper.on),
            subject=Ruled(()) if type_name else self.subject(abstract),
            type_name=type_name,
            abstract=self.abstract(abstract) if type_name else Ruled(()),
            addressees=self.addressees(),
            bases=wording.listed(tuple(map(self.clean, paper.bases))),
            blocks=self.body(paper.blocks, is_main=True),
            recipients=self.recipients(),
            signatures=tuple(
                Signed(
                    tuple(map(self.clean, wording.authority_lines(signature))),
                    self.clean(wording.signer_name(signature.name)),
                )
                for signature in paper.signatures
            ),
            annexes=self.annexes(),
            watermark=WATERMARK if paper.is_demonstration else "",
            mark=mark_of(paper.urgency),
        )

    def superior(self) -> Ruled:
        name = self.clean(self.paper.superior_name).upper()
        return Ruled(self.head_lines(name, self.faces.regular, self.profile.superior_pt))

    def issuer(self) -> Ruled:
        paper, profile, bold = self.paper, self.profile, self.faces.bold
        names = [self.clean(n).upper() for n in (paper.issuer_name, *paper.joint_issuer_names)]
        joined = [f"{name} -" for name in names[:-1]] + names[-1:]
        lines = tuple(
            line for name in joined for line in self.head_lines(name, bold, profile.issuer_pt)
        )
        return Ruled(lines, self.rule_mm(lines, profile.issuer_pt))

    def head_lines(self, text: str, face: Face, size_pt: float) -> tuple[str, ...]:
        width = self.profile.issuer_column_mm - 1
        return fit_lines(text, face=face, size_pt=size_pt, width_mm=width) if text else ()

    def rule_mm(self, lines: tuple[str, ...], size_pt: float) -> float:
        longest = max(self.faces.bold.width_mm(line, size_pt) for line in lines)
        return longest * self.profile.rule_share

    def subject(self, abstract: str) -> Ruled:
        return Ruled(
            self.head_lines(f"V/v {abstract}", self.faces.regular, self.profile.subject_pt)
        )

    def abstract(self, abstract: str) -> Ruled:
        profile = self.profile
        lines = fit_lines(
            abstract,
            face=self.faces.bold,
            size_pt=profile.abstract_pt,
            width_mm=profile.text_width_mm() - 2 * profile.indent_mm,
        )
        return Ruled(lines, self.rule_mm(lines, profile.abstract_pt) if lines else 0.0)

    def addressees(self) -> Addressees | None:
        """One addressee on the label's line; several each on a line, dashes under the colon."""
        names = tuple(map(self.clean, self.paper.addressees))
        if not names:
            return None
        is_invitation = self.paper.type_name.upper() == INVITATION
        label = INVITATION_LABEL if is_invitation else ADDRESSEE_LABEL
        face, size = self.faces.regular, self.profile.text_pt
        several = len(names) > 1
        lines = wording.dashed(names) if several else wording.listed(names)
        label_mm = face.width_mm(label[: -1 if several else None], size)
        if not several:
            label_mm += face.width_mm(" ", size)
        widest = label_mm + max(face.width_mm(line, size) for line in lines)
        room = (self.profile.text_width_mm() - widest) / 2
        indent = max(
            self.profile.indent_mm, room if not several else min(room, ADDRESSEE_INDENT_MM)
        )
        return Addressees(label, lines, label_mm, indent)

    def recipients(self) -> tuple[str, ...]:
        filed = f"Lưu: {self.clean(self.paper.filed_at)}"
        return wording.dashed((*map(self.clean, self.paper.recipients), filed))

    def annexes(self) -> tuple[AnnexSheet, ...]:
        total = len(self.paper.annexes)
        return tuple(
            AnnexSheet(
                label="Phụ lục" if total == 1 else f"Phụ lục {wording.roman(position)}",
                title=self.clean(annex.title).upper(),
                reference=self.reference(),
                is_landscape=annex.is_landscape,
                blocks=self.body(annex.blocks, is_main=False, annex=annex),
            )
            for position, annex in enumerate(self.paper.annexes, 1)
        )

    def reference(self) -> str:
        paper = self.paper
        kind = self.clean(paper.type_name).capitalize() or "Công văn"
        written = wording.number_line(paper.number, paper.symbol, paper.number_suffix)
        number = written.removeprefix("Số: ")
        issuers = " và ".join((paper.issuer_name, *paper.joint_issuer_names))
        return self.clean(
            f"(Kèm theo {kind} số {number} {wording.day_words(paper.on)} của {issuers})"
        )

    def body(
        self, blocks: tuple[Block, ...], *, is_main: bool, annex: Annex | None = None
    ) -> tuple[Line | Grid, ...]:
        width = self.profile.text_width_mm(is_landscape=bool(annex and annex.is_landscape))
        counters = [0, 0, 0]
        self.depth = 0
        composed = [self.block(block, counters, width) for block in blocks]
        if is_main:
            _put_end_mark(composed)
        return tuple(composed)

    def block(self, block: Block, counters: list[int], width_mm: float) -> Line | Grid:
        match block:
            case Heading():
                return self.heading(block, counters)
            case Bullet():
                text = self.clean(block.text).lstrip("-–•+ ")
                return Line("bullet", f"- {text}")
            case Paragraph():
                text = self.clean(block.text)
                return Line("paragraph", text)
            case Table():
                return self.grid(block, width_mm)

    def heading(self, block: Heading, counters: list[int]) -> Line:
        counters[block.level - 1] += 1
        counters[block.level :] = [0] * (3 - block.level)
        number = counters[block.level - 1]
        mark = (
            f"{wording.roman(number)}.",
            f"{number}.",
            f"{wording.point_letter(number)})",
        )[block.level - 1]
        text = self.clean(block.text)
        text = text.upper() if block.level == 1 else text
        self.depth = min(block.level, self.depth + 1)
        return Line("heading", f"{mark} {text}", block.level, self.depth)

    def grid(self, table: Table, width_mm: float) -> Grid:
        shares = sum(column.share for column in table.columns)
        plain_head = (tuple(HeadCell(column.title) for column in table.columns),)
        return Grid(
            title=self.clean(table.title),
            widths_mm=tuple(column.share / shares * width_mm for column in table.columns),
            aligns=tuple(str(column.align) for column in table.columns),
            head=tuple(
                tuple(replace(cell, text=self.clean(cell.text)) for cell in row)
                for row in table.head or plain_head
            ),
            rows=tuple(replace(row, cells=tuple(map(self.clean, row.cells))) for row in table.rows),
        )


def _put_end_mark(blocks: list[Line | Grid]) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, Line):
        blocks[-1] = replace(last, text=wording.ended(last.text))
