import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongca.core.text import fold, match_key, name_keys, nfc, sort_key, title_name

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
names = st.lists(st.text(VIETNAMESE, min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nguyễn\u00a0 Thị   Lan ", "Nguyễn Thị Lan"),
        (unicodedata.normalize("NFD", "Đặng Thị Mận"), "Đặng Thị Mận"),
        ("\u00d0\u1ed7 V\u0103n Th\u1eafng", "Đỗ Văn Thắng"),
        ("\u00f0\u1ed3ng T\u00e2m", "đồng Tâm"),
        ("Trần\u200b Quốc\ufeff Hữu\u00ad", "Trần Quốc Hữu"),
        ("Tổ\t1", "Tổ 1"),
        ("Họ và tên\r\n  (chữ in)", "Họ và tên\n(chữ in)"),
        ("a\x00b", "ab"),
        ("", ""),
    ],
)
def test_text_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert nfc(typed) == kept


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đồng Tâm", "dong tam"),
        ("BẮC NINH", "bac ninh"),
        ("Nguyễn Thị Thuỷ", "nguyen thi thuy"),
        ("H’Hen Niê", "h'hen nie"),
        ("Ngày, tháng, năm sinh", "ngay, thang, nam sinh"),
    ],
)
def test_fold_is_plain_ascii(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("NGUYỄN THỊ LAN", "Nguyễn Thị Lan"),
        ("nguyễn thị lan", "Nguyễn Thị Lan"),
        ("Nguyễn thị Lan", "Nguyễn Thị Lan"),
        ("Y Bhăm Niê Kdăm", "Y Bhăm Niê Kdăm"),
        ("Y BHĂM NIÊ KDĂM", "Y Bhăm Niê Kdăm"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("K’Brơi", "K'Brơi"),
        ("ĐỖ VĂN ẤT", "Đỗ Văn Ất"),
        ("Lê-Thị-MAI", "Lê-Thị-Mai"),
    ],
)
def test_names_in_capitals_are_written_as_names(typed: str, written: str) -> None:
    assert title_name(typed) == written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hoà", "NGUYỄN VĂN HÒA"),
        ("Lý Thị Thuỷ", "Lí Thị Thủy"),
        ("Vũ Thị Khoẻ", "Vũ Thị Khỏe"),
        ("Trần Mỹ Uý", "Trần Mĩ Úy"),
        ("Nguyễn Sỹ Kỳ", "Nguyễn Sĩ Kì"),
        ("\u00d0ỗ Yến", "Đỗ Iến"),
    ],
)
def test_spellings_of_one_name_match(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị May", "Nguyễn Thị Mai"),
        ("Nguyễn Văn Hay", "Nguyễn Văn Hai"),
        ("Nguyễn Thị Thúy", "Nguyễn Thị Thúi"),
        ("Nguyễn Văn Dung", "Nguyễn Văn Dũng"),
        ("Nguyễn Văn Đức", "Nguyễn Văn Dức"),
    ],
)
def test_different_names_do_not_match(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


def test_names_stand_in_vietnamese_order() -> None:
    in_order = [
        "Nguyễn Văn An",
        "Phạm Văn An",
        "Trần Văn An",
        "Lê Thị Ánh",
        "Lê Văn Ân",
        "Đỗ Văn Bình",
        "Đỗ Văn Bính",
        "Lê Văn Cường",
        "Lê Văn Dũng",
        "Lê Văn Đức",
        "Hà Thị Hà",
        "Trần Thị Hạ",
        "Lê Anh Hòa",
        "Lê Ánh Hoà",
        "Lê Thị Hoa Hoà",
        "Nguyễn Thị Mận",
        "Lê Thị Ơn",
        "Lê Thị Yến",
    ]
    assert sorted(reversed(in_order), key=sort_key) == in_order


def test_tone_comes_after_all_letters_of_the_syllable() -> None:
    assert sort_key("Hạ") < sort_key("Han")
    assert [sort_key(w) for w in ("ma", "mà", "mả", "mã", "má", "mạ")] == sorted(
        sort_key(w) for w in ("ma", "mà", "mả", "mã", "má", "mạ")
    )


def test_keys_of_one_name() -> None:
    keys = name_keys("NGUYỄN THỊ HOÀ")

    assert keys.given_ascii == "hoa"
    assert keys.search_name == "nguyen thi hoa"
    assert keys.match_key == "nguyễn thị hòa"


@given(st.text())
def test_keys_are_ascii_and_cleaning_is_settled(text: str) -> None:
    keys = name_keys(text)

    assert (keys.sort_key + keys.given_ascii + keys.search_name).isascii()
    assert nfc(nfc(text)) == nfc(text)
    assert fold(text).isascii()


@given(names)
def test_keys_do_not_depend_on_case_or_composition(name: str) -> None:
    assert name_keys(name) == name_keys(unicodedata.normalize("NFD", name.upper()))
    assert title_name(title_name(name)) == title_name(name)


@given(names, names)
def test_order_of_given_names_decides_first(one: str, other: str) -> None:
    given_one, given_other = sort_key(one.split()[-1]), sort_key(other.split()[-1])
    if given_one < given_other:
        assert sort_key(one) < sort_key(other)
