"""Recognising the columns of a list: by heading, held against the cells; in doubt, asked."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from bongca.rolls.ingest.headings import field_of_heading, plain_heading
from bongca.rolls.ingest.profile import SAMPLE, Profile, profile_of, strong_kinds, supports
from bongca.rolls.ingest.tables import Heading, Table
from bongca.rolls.rules.fields import LABELS, SENSITIVE, SHARED, Field

_BIRTH_GROUP = {Field.BIRTH, Field.BIRTH_YEAR}


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column is taken for; without a field it has to be asked."""

    index: int
    heading: str
    field: Field | None
    reason: str
    candidates: tuple[Field, ...] = ()
    samples: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        return self.field is None


def guess_columns(table: Table, today: dt.date) -> list[ColumnGuess]:
    """Say for every column what it is and why, or which answers are likely."""
    profiles = [
        profile_of((line.cell(at) for line in table.body[:SAMPLE]), today)
        for at in range(len(table.headings))
    ]
    meanings = _meanings(table, profiles, today)
    guesses = [
        _judge(at, heading, meanings[at], profiles[at], today)
        for at, heading in enumerate(table.headings)
    ]
    guesses = [replace(guess, samples=_samples(table, guess.index)) for guess in guesses]
    return _settle_names(_ask_doubles(guesses), profiles)


def _samples(table: Table, column: int, count: int = 10) -> tuple[str, ...]:
    shown = (_shown(line.cell(column)) for line in table.body[:SAMPLE])
    return tuple([text for text in shown if text][:count])


def _shown(cell: object) -> str:
    if isinstance(cell, dt.date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    return str(cell).strip()


def _meanings(table: Table, profiles: list[Profile], today: dt.date) -> list[Field | None]:
    """Read every heading in the light of its group, its neighbours and its cells."""
    own = [field_of_heading(heading.own) for heading in table.headings]
    meanings: list[Field | None] = []
    for at, heading in enumerate(table.headings):
        group = field_of_heading(heading.group)
        siblings = _siblings(table.headings, own, at)
        meanings.append(_meaning(heading, own[at], group, siblings, profiles[at]))
    if Field.FAMILY_MIDDLE not in meanings and not any(h.from_left for h in table.headings):
        meanings = [Field.NAME if field == Field.GIVEN else field for field in meanings]
    return meanings


def _siblings(headings: tuple[Heading, ...], own: list[Field | None], at: int) -> set[Field | None]:
    group = headings[at].group
    return {field for h, field in zip(headings, own, strict=True) if h.group == group}


def _meaning(
    heading: Heading,
    own: Field | None,
    group: Field | None,
    siblings: set[Field | None],
    profile: Profile,
) -> Field | None:
    if heading.from_left and not heading.group:
        return _right_half(heading, own)
    if own in {Field.MALE_MARK, Field.FEMALE_MARK}:
        return _under_sex(own, group, siblings, profile)
    if own in {Field.BIRTH_DAY, Field.BIRTH_MONTH}:
        return own if group in _BIRTH_GROUP else None
    if group in SENSITIVE | {Field.OTHER_PERSON, Field.DIED}:
        return group
    if own in {Field.NAME, Field.GIVEN} and group == Field.NAME:
        return Field.GIVEN
    if own is None and group is not None:
        combined = field_of_heading(f"{heading.group} {heading.own}")
        return combined if combined == group else None
    return own


def _right_half(heading: Heading, own: Field | None) -> Field | None:
    """The second column under one merged “Họ và tên” holds the tên."""
    return Field.GIVEN if own in {Field.NAME, Field.FAMILY_MIDDLE} else None


def _under_sex(
    own: Field, group: Field | None, siblings: set[Field | None], profile: Profile
) -> Field | None:
    """Nam and Nữ above a column: years stand there in old lists, marks in others."""
    both = {Field.MALE_MARK, Field.FEMALE_MARK} <= siblings
    is_year_word = own == Field.MALE_MARK and not both
    if is_year_word:  # “Năm” folds to “nam”
        dated = Field.BIRTH_DAY in siblings or Field.BIRTH_MONTH in siblings
        return Field.BIRTH_YEAR if group in _BIRTH_GROUP and dated else None
    dated_cells = profile.share("year", "date") > profile.share("mark", "sex")
    if group in _BIRTH_GROUP or dated_cells:
        if own == Field.MALE_MARK:
            return Field.BIRTH_MALE
        return Field.BIRTH_FEMALE
    return own if both or group == Field.SEX else None


def _judge(
    index: int, heading: Heading, meaning: Field | None, profile: Profile, today: dt.date
) -> ColumnGuess:
    """Hold the meaning of the heading against the cells."""
    text = heading.text
    likely = strong_kinds(profile, today)
    if meaning is None:
        return _unheaded(index, heading, profile, _with_marks(heading, profile) + likely)
    backed = supports(meaning, profile, today)
    label = LABELS[meaning]
    if backed is False:
        reason = f"Đề mục là “{text}” nhưng các ô bên dưới không giống {label}."
        candidates = tuple(dict.fromkeys([meaning, *likely]))
        return ColumnGuess(index, text, None, reason, candidates)
    if meaning in SENSITIVE:
        reason = f"{label} là thông tin nhạy cảm, không ghi từ danh sách."
    elif meaning == Field.SKIP:
        if _mistaken(likely):
            reason = f"Đề mục “{text}” không rõ, ô bên dưới giống {LABELS[likely[0]]}."
            return ColumnGuess(index, text, None, reason, (*likely, Field.SKIP))
        reason = f"Sổ hội viên chưa dùng cột “{text}”."
    else:
        reason = f"Đề mục là “{text}”."
    return ColumnGuess(index, text, meaning, reason)


def _with_marks(heading: Heading, profile: Profile) -> list[Field]:
    """A single column headed Nữ and ticked tells the sex of everybody, if the officer says so."""
    own = field_of_heading(heading.own)
    ticked = own in {Field.MALE_MARK, Field.FEMALE_MARK} and profile.share("mark") >= 0.6
    return [own] if own and ticked else []


def _mistaken(likely: list[Field]) -> bool:
    return bool({Field.NAME, Field.CITIZEN_ID, Field.PHONE, Field.SEX} & set(likely))


def _unheaded(index: int, heading: Heading, profile: Profile, likely: list[Field]) -> ColumnGuess:
    text = heading.text
    place = f"Đề mục “{text}”" if text else "Cột này không có đề mục"
    if not profile.filled:
        return ColumnGuess(index, text, Field.SKIP, "Cột này trống.")
    if likely:
        reason = f"{place}, ô bên dưới giống {LABELS[likely[0]]}."
        return ColumnGuess(index, text, None, reason, (*likely, Field.SKIP))
    if not text and profile.filled < max(2, profile.of_lines * 0.05):
        return ColumnGuess(index, text, Field.SKIP, "Chỉ có vài chữ rời, không phải một cột.")
    candidates = (Field.NOTES, Field.SKIP)
    if profile.share("unit", "mark", "place", "word", "name") < 0.6 and text:
        return ColumnGuess(index, text, Field.SKIP, f"{place} không có trong sổ hội viên.")
    return ColumnGuess(index, text, None, f"{place} chưa rõ là gì.", candidates)


def _ask_doubles(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """Two columns for one meaning are never chosen between silently."""
    fields = Counter(guess.field for guess in guesses if guess.field)
    result = []
    for guess in guesses:
        if guess.field and fields[guess.field] > 1 and guess.field not in SHARED:
            reason = f"Có {fields[guess.field]} cột giống {LABELS[guess.field]}."
            guess = replace(guess, field=None, reason=reason, candidates=(guess.field, Field.SKIP))
        result.append(guess)
    return _ask_rivals(result)


def _ask_rivals(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """A whole birth date beside parts of one, or sex said twice, is asked."""
    fields = {guess.field for guess in guesses}
    rivals: set[Field | None] = set()
    if Field.BIRTH in fields and fields & {Field.BIRTH_MALE, Field.BIRTH_FEMALE, Field.BIRTH_YEAR}:
        rivals |= {Field.BIRTH, Field.BIRTH_MALE, Field.BIRTH_FEMALE, Field.BIRTH_YEAR}
    if (Field.BIRTH_MALE in fields) != (Field.BIRTH_FEMALE in fields):
        rivals |= {Field.BIRTH_MALE, Field.BIRTH_FEMALE}
    if Field.BIRTH_YEAR not in fields:
        rivals |= {Field.BIRTH_DAY, Field.BIRTH_MONTH}
    if Field.NAME in fields and fields & {Field.GIVEN, Field.FAMILY_MIDDLE}:
        rivals |= {Field.FAMILY_MIDDLE}
    return [
        replace(guess, field=None, candidates=(guess.field, Field.SKIP))
        if guess.field and guess.field in rivals
        else guess
        for guess in guesses
    ]


def _settle_names(guesses: list[ColumnGuess], profiles: list[Profile]) -> list[ColumnGuess]:
    """A “Họ và tên” followed by a column of single words may be only half of the name."""
    fields = [guess.field for guess in guesses]
    if Field.GIVEN in fields and Field.NAME in fields:
        at = fields.index(Field.NAME)
        if fields.index(Field.GIVEN) == at + 1:
            guesses[at] = replace(guesses[at], field=Field.FAMILY_MIDDLE)
        return guesses
    if Field.NAME not in fields:
        return guesses
    at = fields.index(Field.NAME)
    if at + 1 >= len(guesses) or plain_heading(guesses[at + 1].heading):
        return guesses
    right = profiles[at + 1]
    if right.filled > right.of_lines * 0.5 and right.share("word", "sex", "mark") >= 0.6:
        name, given = guesses[at], guesses[at + 1]
        reason = "Họ tên có thể nằm ở hai cột: họ và chữ đệm, rồi tên."
        name = replace(name, field=None, reason=reason)
        guesses[at] = replace(name, candidates=(Field.FAMILY_MIDDLE, Field.NAME))
        guesses[at + 1] = replace(
            given, field=None, reason=reason, candidates=(Field.GIVEN, Field.SKIP)
        )
    return guesses
