"""Shares that make a meeting able to decide and a question adopted.

The charter's own shares were not found in a published text (domain.md, "not found"): what stands
here is usage, without a basis, until somebody sets another share from a day on (VotingRule).
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

QUORUM: Final = "quorum"
NO_BASIS: Final = "chưa có căn cứ trong tài liệu"
_SHARES: Final = {
    Fraction(1, 2): "một nửa",
    Fraction(2, 3): "hai phần ba",
    Fraction(3, 4): "ba phần tư",
    Fraction(1): "tất cả",
}


@dataclass(frozen=True, slots=True)
class Majority:
    """More than (or at least) a share decides; of those on the list, or of those voting."""

    code: str
    share: Fraction
    of_list: bool
    is_strict: bool
    basis: str = ""

    def is_reached(self, votes: int, voting: int, on_list: int) -> bool:
        """Tell whether so many votes are enough; nobody on the list decides nothing."""
        whole = on_list if self.of_list else voting
        needed = self.share * whole
        return whole > 0 and (votes > needed if self.is_strict else votes >= needed)

    @property
    def share_words(self) -> str:
        """The share as it is said: quá một nửa, ít nhất hai phần ba."""
        said = _SHARES.get(self.share, f"{self.share.numerator}/{self.share.denominator}")
        if self.share == 1:
            return said
        return f"{'quá' if self.is_strict else 'ít nhất'} {said}"

    @property
    def title(self) -> str:
        """The whole rule in words."""
        if self.code == QUORUM:
            return f"{self.share_words} số người có quyền biểu quyết có mặt".capitalize()
        whole = "số người trong danh sách" if self.of_list else "số người biểu quyết"
        return f"{self.share_words} {whole}".capitalize()

    @property
    def basis_words(self) -> str:
        """The paper it stands on, or that none is known."""
        return self.basis or NO_BASIS


USUAL: Final = {
    one.code: one
    for one in (
        Majority(QUORUM, Fraction(2, 3), of_list=True, is_strict=False),
        Majority("half_list", Fraction(1, 2), of_list=True, is_strict=True),
        Majority("half_voting", Fraction(1, 2), of_list=False, is_strict=True),
        Majority("two_thirds_list", Fraction(2, 3), of_list=True, is_strict=False),
    )
}
SHARES: Final = tuple(
    (f"{share.numerator}/{share.denominator}", words.capitalize())
    for share, words in _SHARES.items()
)


def majority_of(code: str) -> Majority:
    """Return what is usual under a code; raises KeyError for an unknown one."""
    return USUAL[code]
