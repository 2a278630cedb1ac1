"""Number books: which there are, one laid out to read and print, gaps, the unit's sign."""

from collections.abc import Callable, Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, page_of, render
from bongca.documents import policies
from bongca.documents.actions.numbering import go_on_from_paper, leave_number_out, set_issuer_sign
from bongca.documents.actions.signing import set_signing_rule
from bongca.documents.exports import XLSX, book_workbook
from bongca.documents.forms.books import GapForm, PaperBookForm, SigningRuleForm, SignOfUnitForm
from bongca.documents.models import IssuerSign, NumberBook, NumberGap, SigningRule
from bongca.documents.queries.books import books_of, issuer_sign, missing_numbers
from bongca.documents.queries.registers import MOST_ROWS, BookRow, columns_of, lines_of, rows_of
from bongca.documents.queries.signing import signing_rules
from bongca.documents.rules.numbers import numbered
from bongca.documents.views import shown
from bongca.documents.views.asked import form_page, own_unit, posted
from bongca.documents.views.desk import SMALL
from bongca.org.models import Unit
from bongca.org.policies import may, require

PER_PAGE = 30
ON_PAPER = 3_000
# Columns to be written in by hand, or of use only beside it.
FOR_PAPER = ("Ký nhận", "Ngày chuyển", "Đơn vị, người nhận bản lưu", "Ghi chú")


@require_safe
def book_list(request: Request) -> HttpResponse:
    """List the books of the unit and how far their numbers go."""
    unit = own_unit(request)
    keeps = may(request.actor, policies.REGISTER, unit)
    is_small = unit.tier in SMALL
    books = books_of(request.actor)
    if not keeps:
        books = books.exclude(kind="secret")
    page = page_of(books, request.GET.get("trang"), 20)
    columns: list[Column[NumberBook]] = [
        Column("Sổ", str, Role.NAME, note=_of_whom(unit), link=_url),
        Column("Số cuối", lambda book: numbered(book.last_number), Role.NUMBER),
    ]
    rules: list[Column[SigningRule]] = [
        Column("Loại văn bản", _rule_type, Role.NAME),
        Column("Ký", lambda one: f"{one.authority} {', '.join(one.lines.splitlines())}"),
        Column("Người ký", "signer_name", empty="Ghi khi ký"),
        Column("Từ ngày", lambda one: f"{one.during.lower:%d/%m/%Y}"),
    ]
    held = list(signing_rules(unit, request.actor.today)[:50])
    context = {
        "unit": unit,
        "page": page,
        "table": Table(columns, page.items, "Sổ văn bản, năm mới nhất trước"),
        "may_register": keeps,
        "is_small": is_small,
        "sign": issuer_sign(unit, request.actor.today),
        "rules": Table(rules, held, "Quyền hạn ký của đơn vị") if held else None,
    }
    return render(request, "documents/book_list.html", None, context)


def _of_whom(unit: Unit) -> Callable[[NumberBook], str]:
    return lambda book: "" if book.unit_id == unit.pk else f"{book.unit.name}, đã kết thúc"


def _rule_type(rule: SigningRule) -> str:
    return shown.type_name(rule.type_sign) if rule.type_sign else "Mọi loại"


def _url(book: NumberBook) -> str:
    return reverse("documents:book_detail", args=[book.pk])


def _seen(request: Request, pk: int) -> NumberBook:
    book = get_object_or_404(books_of(request.actor), pk=pk)
    if book.is_secret:
        require(request.actor, policies.REGISTER)
    return book


@require_safe
def book_detail(request: Request, pk: int) -> HttpResponse:
    """Show the lines of a book, whether a number is missing, and the ways to paper and Excel."""
    book = _seen(request, pk)
    page = page_of(lines_of(book), request.GET.get("trang"), PER_PAGE, cap=MOST_ROWS)
    context = {
        "book": book,
        "page": page,
        "table": _table(book, rows_of(book, page.items), left_out=FOR_PAPER),
        "missing": ", ".join(numbered(number) for number in missing_numbers(book)[:50]),
        "export_url": reverse("documents:book_export", args=[pk]),
        "print_url": reverse("documents:book_print", args=[pk]),
    }
    return render(request, "documents/book_detail.html", None, context)


@require_safe
def book_print(request: Request, pk: int) -> HttpResponse:
    """Lay a book out to be printed: its cover in words, then its lines."""
    book = _seen(request, pk)
    rows = rows_of(book)
    page = page_of(rows, 1, ON_PAPER)
    context = {"book": book, "page": page, "table": _table(book, page.items)}
    return render(request, "documents/book_print.html", None, context)


@require_safe
def book_export(request: Request, pk: int) -> HttpResponse:
    """Give a book as a spreadsheet."""
    book = _seen(request, pk)
    response = HttpResponse(book_workbook(book, rows_of(book)), content_type=XLSX)
    name = f"so-van-ban-{book.direction}-{book.kind}-{book.year}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _table(book: NumberBook, rows: object, left_out: Sequence[str] = ()) -> Table[BookRow]:
    heads = columns_of(book)
    name = "Tên loại và trích yếu"
    columns: list[Column[BookRow]] = [
        Column(
            head,
            lambda row, place=place: row.cells[place],  # type: ignore[misc]  # bound per column
            Role.NAME if head == name or (book.is_secret and place == 0) else Role.VALUE,
        )
        for place, head in enumerate(heads)
        if head not in left_out
    ]
    return Table(columns, rows, f"{book}")  # type: ignore[arg-type]  # rows of a page


def gap_add(request: Request) -> HttpResponse:
    """Leave the next number of a book empty, with the reason."""
    unit = own_unit(request, policies.REGISTER)
    form = GapForm(posted(request))

    def act(words: dict[str, str]) -> NumberGap:
        return leave_number_out(
            actor=request.actor, unit=unit, year=request.actor.today.year, **words
        )

    return form_page(
        request, form, act, said=lambda gap: f"Đã ghi bỏ trống số {numbered(gap.number)}.",
        heading="Bỏ trống một số", button="Ghi bỏ trống",
        back=(reverse("documents:book_list"), "Sổ văn bản"),
        lead="Số đã bỏ trống thì không cho văn bản nào nữa. Sổ luôn ghi rõ vì sao.",
    )  # fmt: skip


def paper_book(request: Request) -> HttpResponse:
    """Go on from where the paper book of a year has come to."""
    unit = own_unit(request, policies.REGISTER)
    form = PaperBookForm(posted(request), initial={"year": request.actor.today.year})

    def act(words: dict[str, object]) -> NumberBook:
        return go_on_from_paper(actor=request.actor, unit=unit, **words)  # type: ignore[arg-type]  # cleaned

    return form_page(
        request, form, act,
        said=lambda book: f"Số kế tiếp của sổ là {numbered(book.last_number + 1)}.",
        heading="Nối tiếp sổ giấy", button="Nối tiếp sổ giấy",
        back=(reverse("documents:book_list"), "Sổ văn bản"),
        lead="Dùng khi bắt đầu giữa năm: máy cho số tiếp theo số cuối của sổ giấy.",
    )  # fmt: skip


def issuer_sign_set(request: Request) -> HttpResponse:
    """Say which sign the unit writes behind its numbers."""
    unit = own_unit(request, policies.REGISTER)
    form = SignOfUnitForm(posted(request), initial={"since": request.actor.today})

    def act(words: dict[str, object]) -> IssuerSign:
        return set_issuer_sign(actor=request.actor, unit=unit, **words)  # type: ignore[arg-type]  # cleaned

    return form_page(
        request, form, act,
        said=lambda made: f"Từ {made.during.lower:%d/%m/%Y} đơn vị dùng ký hiệu {made.sign}.",
        heading="Ký hiệu của đơn vị", button="Ghi ký hiệu",
        back=(reverse("documents:book_list"), "Sổ văn bản"),
        lead=f"Hiện dùng {issuer_sign(unit, request.actor.today)}.",
    )  # fmt: skip


def signing_rule_set(request: Request) -> HttpResponse:
    """Say who signs which papers, by which authority."""
    unit = own_unit(request, policies.REGISTER)
    form = SigningRuleForm(posted(request), initial={"since": request.actor.today})

    def act(words: dict[str, object]) -> SigningRule:
        return set_signing_rule(actor=request.actor, unit=unit, **words)  # type: ignore[arg-type]  # cleaned

    return form_page(
        request, form, act, said="Đã ghi quyền hạn ký.",
        heading="Quyền hạn ký văn bản", button="Ghi quyền hạn ký",
        back=(reverse("documents:book_list"), "Sổ văn bản"),
    )  # fmt: skip
