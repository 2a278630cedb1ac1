"""What a citizen ID number says of itself (domain.md 9.2). Plain Python."""

import re
from enum import StrEnum
from typing import Final

CITIZEN_DIGITS: Final = 12
OLD_CARD_DIGITS: Final = 9
SHOWN_DIGITS: Final = 3

# Code of the province where the birth was registered: valid for living people for ever, so the
# 63 of before 1/7/2025 stay (domain.md 9.2).
_CODES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035"
    " 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072"
    " 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
BIRTH_PROVINCES: Final = frozenset(_CODES.split())
_SPACING = re.compile(r"[\s.\-]+")


class NumberProblem(StrEnum):
    """What is odd about a number: told to people, never a reason to refuse it."""

    PROVINCE = "province"
    SEX = "sex"
    CENTURY = "century"
    BIRTH_YEAR = "birth_year"


def read_number(written: str) -> str | None:
    """Return the digits of a 12-digit citizen ID or a 9-digit old card, or None for others.

    A number that lost its leading zero in a spreadsheet (11 digits) is given it back.
    """
    digits = _SPACING.sub("", written)
    if not digits.isascii() or not digits.isdigit():
        return None
    if len(digits) == CITIZEN_DIGITS - 1:
        digits = "0" + digits
    return digits if len(digits) in (CITIZEN_DIGITS, OLD_CARD_DIGITS) else None


def number_problems(number: str, *, sex: str, birth_year: int | None) -> list[NumberProblem]:
    """Return what does not fit between a number and its bearer; an old card says nothing."""
    if len(number) != CITIZEN_DIGITS:
        return []
    problems = []
    if number[:3] not in BIRTH_PROVINCES:
        problems.append(NumberProblem.PROVINCE)
    mark = int(number[3])
    if sex and sex != ("f" if mark % 2 else "m"):
        problems.append(NumberProblem.SEX)
    if birth_year is not None:
        if 1900 + 100 * (mark // 2) != birth_year - birth_year % 100:
            problems.append(NumberProblem.CENTURY)
        elif int(number[4:6]) != birth_year % 100:
            problems.append(NumberProblem.BIRTH_YEAR)
    return problems
