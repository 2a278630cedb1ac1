"""What people read is Vietnamese, written as the glossary writes it, in one form of Unicode."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.codebase import parsed, python_files, report, shown, templates

VIETNAMESE = re.compile(
    r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]"
)
BANNED = {
    r"\bchi Hội\b": "chi hội",
    r"\btổ Hội\b": "tổ hội",
    r"\bHội viên\b(?<=[a-zà-ỹ,] Hội viên)": "hội viên",
    r"\b[Xx]oá\b": "xóa",
    r"\b[Hh]oà\b": "hòa",
    r"\bThanh Hoá\b": "Thanh Hóa",
    r"\bKhánh Hoà\b": "Khánh Hòa",
    r"\b[Tt]ỉ lệ\b": "tỷ lệ",
    r"\b[Kk]ì báo cáo\b": "kỳ báo cáo",
    r"\b[Kk]í tên\b": "ký tên",
    r"\b[Hh]uỷ\b": "hủy",
    r"[Dd]ữ liệu không hợp lệ": "what is wrong, and how to put it right",
    r"[Tt]rường bắt buộc": "Xin ghi …",
    r"\b[Bb]ản ghi\b(?! nhớ)": "dòng",
    r"[Kk]hông có dữ liệu": "what is not there yet, and how it comes",
    r"[Bb]ạn không có quyền": "who may, or that it is not found",
    r"\bdeadline\b": "hạn",
}
ENGLISH = set(
    re.findall(
        r"\w+",
        """submit cancel save delete edit update search loading error warning success login logout
        password username email upload download import export file report member unit settings
        home back next previous page list details yes no ok pending done failed add new remove""",
    )
)
ALLOWED_ENGLISH = {"email"}  # "thư điện tử (email)" is what the elders say
TEXT_ATTRIBUTES = re.compile(
    r"""\b(?:aria-label|title|placeholder|alt|hx-confirm|label)\s*=\s*"([^"]*)\""""
)
TAG_WORDS = re.compile(r"""\{%\s*(?!url|include|extends|load|static|if|for|with|block)[^%]*%\}""")
QUOTED = re.compile(r'"([^"]*)"')


def template_words(source: str) -> Iterator[str]:
    """The pieces of a template that people read."""
    source = re.sub(r"(?s)\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}|<!--.*?-->", " ", source)
    source = re.sub(r"(?s)<(script|style|svg)\b.*?</\1>", " ", source)
    for found in TAG_WORDS.findall(source):
        yield from (words for words in QUOTED.findall(found) if VIETNAMESE.search(words))
    source = re.sub(r"(?s)\{%.*?%\}|\{\{.*?\}\}", " ", source)
    yield from TEXT_ATTRIBUTES.findall(source)
    yield re.sub(r"(?s)<[^>]*>", " ", source)


def python_words(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each Vietnamese literal; docstrings are English and are left out."""
    tree = parsed(source)
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in documented:
            continue
        if isinstance(node.value, str) and VIETNAMESE.search(node.value):
            yield node.lineno, node.value


def spelling(text: str) -> list[str]:
    """What is wrong with the spelling of a text."""
    found = []
    if unicodedata.normalize("NFC", text) != text:
        found.append("is not in NFC: type it anew, or run it through unicodedata.normalize.")
    for pattern, instead in BANNED.items():
        match = re.search(pattern, text)
        if match:
            found.append(f"says '{match.group()}': write '{instead}' (docs/glossary.md).")
    return found


def manner(text: str) -> list[str]:
    """What is wrong with the manner of a text on a page: shouting, English."""
    found = ["shouts with '!': end with a full stop."] if "!" in text else []
    words = {word.lower() for word in re.findall(r"(?<![\w.@/-])[A-Za-z]{2,}(?![\w.@/-])", text)}
    left = sorted(words & ENGLISH - ALLOWED_ENGLISH)
    if left:
        found.append(f"has English left in it: {', '.join(left)}. Say it in Vietnamese.")
    return found


def test_templates_speak_vietnamese() -> None:
    found: list[str] = []
    for path in templates():
        for text in template_words(path.read_text(encoding="utf-8")):
            found += [f"{shown(path)} {said}" for said in spelling(text) + manner(text)]
    report(found)


def test_labels_and_messages_are_spelled_as_the_glossary_does() -> None:
    found: list[str] = []
    for path in python_files():
        if not reads_what_officers_type(path):
            for line, text in python_words(path.read_text(encoding="utf-8")):
                found += [f"{shown(path, line)} {said}" for said in spelling(text)]
    report(found)


def reads_what_officers_type(path: Path) -> bool:
    """Tables of spellings that we must read, however they are written."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    return "# reads every spelling" in first


def test_the_rules_can_fail() -> None:
    assert spelling("Xoá hội viên")
    assert spelling("Danh sách chi Hội")
    assert spelling("các Hội viên")
    assert not spelling("Hội viên mới")
    assert not spelling("Xóa hội viên của chi hội, tỷ lệ 92,4%")
    assert spelling(unicodedata.normalize("NFD", "Hội"))
    assert manner("Thành công!")
    assert manner("Submit báo cáo")
    assert not manner("Ghi 176 người vào sổ")
    assert next(template_words('<a title="Submit">{% table t %}Xem</a>')) == "Submit"
    assert list(python_words('"""Doc ạ."""\nLABEL = "Chi hội"')) == [(2, "Chi hội")]
