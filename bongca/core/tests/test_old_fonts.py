import random

import pytest

from bongca.core.invented import invent_name
from bongca.core.workbooks.old_fonts import (
    _TCVN3,
    _VNI,
    Lettering,
    decode,
    find_old_font,
    in_unicode,
    lettering_of,
)
from bongca.core.workbooks.syllables import is_syllable
from bongca.core.workbooks.workbook import Line, Sheet


def names(count: int, seed: int = 5) -> list[str]:
    chance = random.Random(seed)
    sexes = [chance.choice("mf") for _ in range(count)]
    return [invent_name(sex, chance.randint(1925, 1968), chance) for sex in sexes]


def typed(text: str, table: dict[str, str]) -> str:
    """Type a text with the old font: what the table says, read backwards."""
    codes = {letter: code for code, letter in table.items()}
    return "".join(codes.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("old", "lettering", "new"),
    [
        ("NguyÔn ThÞ MËn", Lettering.TCVN3, "Nguyễn Thị Mận"),
        ("Ph¹m V¨n Khuª", Lettering.TCVN3, "Phạm Văn Khuê"),
        ("TrÇn Quèc H÷u", Lettering.TCVN3, "Trần Quốc Hữu"),
        ("§ç V¨n Th¾ng", Lettering.TCVN3, "Đỗ Văn Thắng"),
        ("NGUYÔN THÞ MËN", Lettering.TCVN3, "NGUYỄN THỊ MẬN"),
        ("L\xad¬ng", Lettering.TCVN3, "Lương"),
        ("Nguyeãn Thò Maän", Lettering.VNI, "Nguyễn Thị Mận"),
        ("Ñoã Vaên Thaéng", Lettering.VNI, "Đỗ Văn Thắng"),
        ("NGUYEÃN THÒ MAÄN", Lettering.VNI, "NGUYỄN THỊ MẬN"),
        ("Löông Quyù Tyø", Lettering.VNI, "Lương Quý Tỳ"),
        ("Laõ Vaên Trí", Lettering.VNI, "Lã Văn Trí"),
    ],
)
def test_old_letters_become_new_ones(old: str, lettering: Lettering, new: str) -> None:
    assert decode(old, lettering) == new


def test_every_letter_of_the_old_tables_is_there() -> None:
    small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    assert set(small) <= set(_TCVN3.values())
    assert set(small + small.upper()) <= set(_VNI.values())


@pytest.mark.parametrize(("table", "lettering"), [(_TCVN3, Lettering.TCVN3), (_VNI, Lettering.VNI)])
def test_columns_are_told_and_turned_without_loss(
    table: dict[str, str], lettering: Lettering
) -> None:
    for start in range(0, 600, 20):
        column = names(20, seed=start)
        old = [typed(name, table) for name in column]

        assert lettering_of(old) == lettering
        assert [decode(text, lettering) for text in old] == column


def test_columns_in_unicode_are_left_alone() -> None:
    for start in range(0, 600, 20):
        assert lettering_of(names(20, seed=start)) == Lettering.UNICODE
    assert lettering_of(["Hà", "Tú", "Hải Hà", "An"]) == Lettering.UNICODE
    assert lettering_of(["Nguyen Van A", "1948"]) == Lettering.UNICODE


def test_too_few_words_are_not_decided() -> None:
    assert lettering_of(["NguyÔn ThÞ"]) == Lettering.UNSURE


def test_a_sheet_is_turned_column_by_column() -> None:
    people = names(30)
    rows = [["STT", "Hä vµ tªn", "Ghi chú"]]
    rows += [[str(n), typed(p, _TCVN3), "Đã nhận quà"] for n, p in enumerate(people, start=1)]
    sheet = Sheet("DS", tuple(Line(n, tuple(row)) for n, row in enumerate(rows, start=1)))

    finding = find_old_font(sheet)
    assert finding is not None
    assert finding.lettering == Lettering.TCVN3
    assert finding.sentence == "Tệp này gõ bằng phông chữ cũ .VnTime (TCVN3)."
    assert all(new in people for _, new in finding.pairs)

    turned = in_unicode(sheet, finding.lettering)
    assert turned.lines[0].cells == ("STT", "Họ và tên", "Ghi chú")
    assert [line.cells[1] for line in turned.lines[1:]] == people
    assert turned.lines[5].cells[2] == "Đã nhận quà"


def test_a_sheet_in_unicode_has_nothing_to_say() -> None:
    lines = tuple(Line(n, (name,)) for n, name in enumerate(names(30), start=1))
    assert find_old_font(Sheet("DS", lines)) is None


@pytest.mark.parametrize("word", ["nguyễn", "thị", "mận", "quý", "giang", "khuê", "yến", "ất"])
def test_syllables_of_names(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["bhăm", "các̀", "thìt", "zô", "kdăm"])
def test_what_no_syllable_is(word: str) -> None:
    assert not is_syllable(word)
