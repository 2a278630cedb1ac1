"""Names to sign in with, telephone numbers, passwords off paper, the words of a letter."""

import hashlib
import re
from collections.abc import Callable, Container, Sequence
from typing import Final

from bongca.core.text import fold

NAME_LENGTH: Final = 60
_NOT_PLAIN = re.compile(r"[^a-z0-9]")
_NOT_DIGITS = re.compile(r"[\s.\-()]")
_PHONE = re.compile(r"\d{9,11}")

# Short words that no Vietnamese keyboard (Telex, VNI) changes while they are typed.
_LISTED = """
an ban bay ben bi bien bo bong bua bui bun buoi but cam can canh cau cay chai cham chan
chanh chen chi chim cho chuoi chuong chua co coi com con cua cuc cung dai dao dau day den
dia diem dinh do doi dong dua duong ga gach gai gan gao gia gio giong go goi hai hang hanh
hat hau hien ho hoa hoi hong hue ke ken keo khay khe kho khoai khung kia kim la lai lam lan
lang lau le len lo loa long lua lung mai man mang mau may mia mien mo mong mua mui muoi nam
nan nang nem nen nep ngan ngo ngoc nhan nhen nho non nong nui oc oi om ong pha phin phong
phu quai quan quang que quen ta tai tam tang tay tem ten thang thau the thi thia thoi thom
thu thung tien tim to toa toi tom tong tra trai tre treo tri trong trung tu tua tung vai
vang vay ve vi voi vong vua vui vung vuon yen
"""
WORDS: Final = tuple(_LISTED.split())
KEY_PREFIX: Final = "bongca_"
WORDS_A_PASSWORD: Final = 3
DIGITS_A_PASSWORD: Final = 4
NO_TITLE: Final = "Có lời nhắn mới"


def plain_phone(typed: str) -> str:
    """Return a telephone number as it is kept, 0912000212, or "" when it is none."""
    digits = _NOT_DIGITS.sub("", typed.strip())
    if digits.startswith("+84"):
        digits = "0" + digits[3:]
    return digits if _PHONE.fullmatch(digits) else ""


def username_base(full_name: str) -> str:
    """Return the given name and the initials of the rest: Vũ Thị Lan gives lanvt."""
    words = [_NOT_PLAIN.sub("", fold(word)) for word in full_name.split()]
    words = [word for word in words if word]
    if not words:
        return "hoivien"
    name = words[-1] + "".join(word[0] for word in words[:-1])
    return name[: NAME_LENGTH - 8] if len(name) > 1 else name + "nct"


def free_username(full_name: str, taken: Container[str]) -> str:
    """Return a name to sign in with that nobody has: lanvt, else lanvt2, lanvt3 and so on."""
    base = username_base(full_name)
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}{number}"
    return name


def one_time_password(draw: Callable[[int], int]) -> str:
    """Return a password to print on a slip, as sen-lua-que-4821; `draw(n)` gives 0 to n-1.

    About 36 bits: enough for the days a slip lives, behind the lock after a few wrong tries.
    """
    words = [WORDS[draw(len(WORDS))] for _ in range(WORDS_A_PASSWORD)]
    number = draw(10**DIGITS_A_PASSWORD)
    return "-".join([*words, f"{number:0{DIGITS_A_PASSWORD}}"])


def key_hash(key: str) -> bytes:
    """Return what is kept of a program's key: it is long and random, so one round is enough."""
    return hashlib.sha256(key.encode()).digest()


def letter_words(
    addressed: str, lines: Sequence[tuple[str, str]], switch_url: str
) -> tuple[str, str]:
    """Return subject and body of a letter that tells these titles, each with its link.

    What says the same several times is said once, with how often and the latest link.
    """
    counted: dict[str, list[str]] = {}
    for title, url in lines:
        counted.setdefault(title or NO_TITLE, []).append(url)
    told = [
        f"- {title}{f' ({len(urls)} lời nhắn)' if len(urls) > 1 else ''}\n  {urls[-1]}"
        for title, urls in counted.items()
    ]
    body = [
        f"Kính gửi {addressed},",
        "Bóng Cả có lời nhắn mới. Bấm vào dòng dưới mỗi mục, đăng nhập rồi đọc:",
        "\n".join(told),
        "Thư này máy gửi, xin không trả lời.",
        f"Không muốn nhận thư nữa thì vào đây, bỏ dấu chọn: {switch_url}",
    ]
    return f"Bóng Cả: {len(lines)} lời nhắn mới", "\n\n".join(body) + "\n"
