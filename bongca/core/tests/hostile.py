"""Files that would harm a careless reader, made on the fly: one maker per row of the table."""

import io
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import openpyxl

_TYPES = """<?xml version="1.0"?><Types xmlns=
"http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType=
"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName=
"/xl/worksheets/sheet1.xml" ContentType=
"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
_RELS = """<?xml version="1.0"?><Relationships xmlns=
"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="xl/workbook.xml"/></Relationships>"""
_WORKBOOK = """<?xml version="1.0"?><workbook xmlns=
"http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S"
sheetId="1" r:id="rId1"/></sheets></workbook>"""
_WORKBOOK_RELS = """<?xml version="1.0"?><Relationships xmlns=
"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
Target="sharedStrings.xml"/></Relationships>"""
_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def raw_workbook(
    rows: str, *, before: str = "", strings: Callable[[io.BufferedIOBase], None] | None = None
) -> bytes:
    """Make a workbook by hand, so that its XML can say what Excel never would."""
    sheet = f'<?xml version="1.0"?>{before}<worksheet {_NAMESPACE}>{rows}</worksheet>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("xl/workbook.xml", _WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", _WORKBOOK_RELS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        if strings:
            with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
                strings(part)  # type: ignore[arg-type]  # a zip part is a binary stream
    return target.getvalue()


def far_cell(reference: str) -> bytes:
    """One cell at the top and one far away: a reader that fills the space between dies."""
    row = "".join(filter(str.isdigit, reference))
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    cells += f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>'
    return raw_workbook(f"<sheetData>{cells}</sheetData>")


def lying_dimension() -> bytes:
    cell = '<row r="2"><c r="A2"><v>1</v></c></row>'
    return raw_workbook(f'<dimension ref="A1:XFD1048576"/><sheetData>{cell}</sheetData>')


def inline_cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def _strings(count: int, length: int) -> Callable[[io.BufferedIOBase], None]:
    def write(part: io.BufferedIOBase) -> None:
        part.write(f"<sst {_NAMESPACE}>".encode())
        piece = b"a" * min(length, 1 << 20)
        for _ in range(count):
            part.write(b"<si><t>")
            for _ in range(max(1, length // len(piece))):
                part.write(piece)
            part.write(b"</t></si>")
        part.write(b"</sst>")

    return write


def shared_string_bomb() -> bytes:
    return raw_workbook("<sheetData/>", strings=_strings(3_200, 32_000))


def one_huge_string() -> bytes:
    return raw_workbook("<sheetData/>", strings=_strings(1, 100 << 20))


def cell_flood(cells: int = 2_000_000) -> bytes:
    row = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    return raw_workbook(f"<sheetData>{row * (cells // 1000)}</sheetData>")


def billion_laughs() -> bytes:
    names = "abcdefghij"
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {after} "{f"&{name};" * 10}">' for name, after in pairwise(names)
    )
    row = f"<sheetData><row>{inline_cell('&j;')}</row></sheetData>"
    return raw_workbook(row, before=f"<!DOCTYPE x [{entities}]>")


def external_entity() -> bytes:
    row = f"<sheetData><row>{inline_cell('&x;')}</row></sheetData>"
    return raw_workbook(row, before='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def bad_reference() -> bytes:
    return raw_workbook('<sheetData><row r="1"><c r="??"><v>1</v></c></row></sheetData>')


def hidden_reference() -> bytes:
    cell = '<c r="&#88;FD1048576"><v>1</v></c>'
    return raw_workbook(f'<sheetData><row r="1">{cell}</row></sheetData>')


def bad_string_index() -> bytes:
    return raw_workbook('<sheetData><row r="1"><c r="A1" t="s"><v>999</v></c></row></sheetData>')


def cut_xml() -> bytes:
    return raw_workbook('<sheetData><row r="1"><c r="A1"><v>1')


def plain_roll() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Họ và tên", "Năm sinh"])
    for number in range(500):
        sheet.append([f"Nguyễn Thị Mận {number}", 1948])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def cut_zip() -> bytes:
    content = plain_roll()
    return content[: len(content) // 2]


def damaged_zip() -> bytes:
    content = bytearray(plain_roll())
    middle = len(content) // 2
    content[middle : middle + 200] = b"\xff" * 200
    return bytes(content)


def locked_workbook() -> bytes:
    """The outer shape of a workbook with a password: an OLE file with an encrypted package."""
    names = (
        "EncryptionInfo".encode("utf-16-le") + bytes(32) + "EncryptedPackage".encode("utf-16-le")
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + names + bytes(1024)


def formulas() -> bytes:
    rows = (
        '<row r="1"><c r="A1" t="str"><f>"Nguyễn Thị "&amp;"Mận"</f><v>Nguyễn Thị Mận</v></c>'
        '<c r="B1" t="e"><f>#REF!</f><v>#REF!</v></c><c r="C1"><f>1940+8</f><v>1948</v></c></row>'
    )
    return raw_workbook(f"<sheetData>{rows}</sheetData>")


def fetching_formulas() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Nguyễn Thị Mận"
    sheet["A2"] = "='file:///etc/[passwd]S'!A1"
    sheet["A3"] = '=WEBSERVICE("http://127.0.0.1:9/x")'
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def write(folder: Path, content: bytes, name: str = "danh-sach.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
