"""A number book laid out line by line, as Phụ lục IV has it (domain.md 6.5)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import Case, F, IntegerField, Min, QuerySet, Value, When
from django.db.models.functions import StrIndex

from bongca.core.citations import TYPE_NAMES
from bongca.core.ui.written import short_date
from bongca.documents.enums import Direction
from bongca.documents.models import (
    IncomingDocument,
    NumberBook,
    NumberGap,
    OutgoingDocument,
    Recipient,
    SecretEntry,
)
from bongca.documents.queries.addressing import LINE
from bongca.documents.rules.numbers import numbered
from bongca.papers.rules.wording import POINT_LETTERS

MOST_ROWS = 20_000
_NO_END = 2**31 - 1
Line = tuple[int, int]
_SHOWN_RECIPIENTS = 6

_ABSTRACT = "Tên loại và trích yếu"
INCOMING_COLUMNS = (
    "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu", "Ngày văn bản", "Tên loại và trích yếu",
    "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
)  # fmt: skip
OUTGOING_COLUMNS = (
    "Số, ký hiệu", "Ngày văn bản", "Tên loại và trích yếu", "Người ký", "Nơi nhận",
    "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú",
)  # fmt: skip
SECRET_COLUMNS = (
    "Số", "Ngày vào sổ", "Độ mật", "Số, ký hiệu", "Ngày văn bản", "Loại",
    "Nơi gửi hoặc nơi nhận", "Người giữ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line of a book."""

    number: int
    suffix: str
    cells: tuple[str, ...]
    document_id: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Numbers in order, letters behind their number in the Vietnamese order."""
        return self.number, POINT_LETTERS.find(self.suffix) if self.suffix else -1


def columns_of(book: NumberBook) -> tuple[str, ...]:
    """Return the heads of a book's columns."""
    if book.is_secret:
        return SECRET_COLUMNS
    return INCOMING_COLUMNS if book.direction == Direction.IN else OUTGOING_COLUMNS


def lines_of(book: NumberBook) -> "QuerySet[Any, Line]":
    """Return where the lines of a book stand, gaps among them, in order: for cutting out a page."""
    letter = Case(
        When(suffix="", then=Value(-1)),
        default=StrIndex(Value(POINT_LETTERS), F("suffix")) - 1,
        output_field=IntegerField(),
    )
    entries = _model_of(book).objects.filter(book=book).annotate(letter=letter)
    gaps = NumberGap.objects.filter(book=book).annotate(letter=Value(-1))
    lines = entries.order_by().values_list("number", "letter")
    both = lines.union(gaps.order_by().values_list("number", "letter"), all=True)
    return cast("QuerySet[Any, Line]", both.order_by("number", "letter"))


def rows_of(book: NumberBook, lines: Sequence[Line] | None = None) -> list[BookRow]:
    """Return the lines of a book in the order of its numbers, gaps with their reasons.

    With the lines of a page, only those: reading a page does not read the book.
    """
    if lines is not None and not lines:
        return []
    between = (lines[0][0], lines[-1][0]) if lines else (0, _NO_END)
    rows = [*_entries(book, between), *_gaps(book, between)]
    if lines is not None:
        wanted = set(lines)
        rows = [row for row in rows if row.place in wanted]
    return sorted(rows, key=lambda row: row.place)


def _model_of(book: NumberBook) -> "type[SecretEntry | IncomingDocument | OutgoingDocument]":
    if book.is_secret:
        return SecretEntry
    return IncomingDocument if book.direction == Direction.IN else OutgoingDocument


def _entries(book: NumberBook, between: tuple[int, int]) -> list[BookRow]:
    if book.is_secret:
        kept = SecretEntry.objects.filter(book=book, number__range=between)
        return [_secret(one) for one in kept[:MOST_ROWS]]
    if book.direction == Direction.IN:
        came = IncomingDocument.objects.filter(book=book, number__range=between)
        return [_came(one) for one in came.defer("text_words", "search_words")[:MOST_ROWS]]
    return _went(book, between)


def _gaps(book: NumberBook, between: tuple[int, int]) -> list[BookRow]:
    width = len(columns_of(book))
    at = 1 if book.direction == Direction.IN and not book.is_secret else 0
    said = list(columns_of(book)).index(_ABSTRACT) if not book.is_secret else width - 1
    rows = []
    for gap in NumberGap.objects.filter(book=book, number__range=between):
        cells = [""] * width
        cells[at], cells[said] = numbered(gap.number), f"Bỏ trống: {gap.reason}"
        rows.append(BookRow(gap.number, "", tuple(cells)))
    return rows


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _titled(type_sign: str, abstract: str) -> str:
    name = TYPE_NAMES.get(type_sign, "Công văn")
    return abstract if abstract.startswith(name) else f"{name}: {abstract}"


def _came(one: IncomingDocument) -> BookRow:
    moved = short_date(one.instructed_at) if one.instructed_at else ""
    cells = (
        _day(one.arrived_on), one.numbered, one.issuer, one.symbol, _day(one.written_on),
        _titled(one.type_sign, one.abstract), one.handler_name, moved, "", one.note,
    )  # fmt: skip
    return BookRow(one.number, one.suffix, cells, str(one.pk))


def _went(book: NumberBook, between: tuple[int, int]) -> list[BookRow]:
    names: dict[object, list[str]] = defaultdict(list)
    sent = Recipient.objects.filter(document__book=book, document__number__range=between)
    listed = sent.values("document_id", shown=LINE)
    for row in listed.annotate(first=Min("ordinal")).order_by("document_id", "first"):
        names[row["document_id"]].append(row["shown"])
    papers = OutgoingDocument.objects.filter(book=book, number__range=between).defer(
        "text_words", "search_words", "body", "blocks"
    )
    return [_gone(one, names[one.pk]) for one in papers[:MOST_ROWS]]


def _gone(one: OutgoingDocument, names: list[str]) -> BookRow:
    shown = "; ".join(names[:_SHOWN_RECIPIENTS])
    more = len(names) - _SHOWN_RECIPIENTS
    signers = "; ".join(signer["name"] for signer in one.signers if signer["name"])
    cells = (
        one.symbol, _day(one.issued_on), _titled(one.type_sign, one.abstract), signers,
        f"{shown}; và {more} nơi" if more > 0 else shown, one.drafter_label.split(",")[0],
        str(one.copy_count), _day(one.sent_on), "", one.ended_reason or one.note,
    )  # fmt: skip
    return BookRow(one.number or 0, one.suffix, cells, str(one.pk))


def _secret(one: SecretEntry) -> BookRow:
    cells = (
        numbered(one.number, one.suffix), _day(one.on), one.get_secrecy_display(), one.symbol,
        _day(one.written_on), TYPE_NAMES.get(one.type_sign, ""), one.place, one.kept_by,
    )  # fmt: skip
    return BookRow(one.number, one.suffix, cells)
