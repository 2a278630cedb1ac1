"""One line of a report as a page, the API and a paper need it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bongca.indicators.models import Indicator
from bongca.indicators.rules.checks import Level, Remark
from bongca.indicators.rules.numbers import grouped, percent, ratio_tenths
from bongca.indicators.rules.sums import asks_answer
from bongca.reporting.models import Figure, NarrativeSection


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with all that was known of it: what was counted, typed, gathered and said.

    `value` is what the report says (or would say if it were submitted now).
    """

    indicator: Indicator
    section: str
    value: int | None
    typed: int | None = None
    counted: int | None = None
    gathered: int | None = None
    amended: int = 0
    previous: int | None = None
    parts: tuple[int | None, int | None] | None = None
    previous_parts: tuple[int | None, int | None] | None = None
    figure: Figure | None = None
    may_type: bool = False
    is_required: bool = False
    is_asked_below: bool = False
    remark: Remark | None = None

    @property
    def code(self) -> str:
        return self.indicator.code

    @property
    def said(self) -> str:
        """Return the value as the page writes it; a ratio from its two parts."""
        return percent(*self.parts) if self.parts else grouped(self.value)

    @property
    def per_thousand(self) -> int | None:
        """Return a ratio in tenths of a per cent; nothing for every other figure."""
        return ratio_tenths(*self.parts) if self.parts else None

    @property
    def said_before(self) -> str:
        """Return the value of the last round, or nothing."""
        if self.parts:
            return percent(*self.previous_parts) if self.previous_parts else ""
        return "" if self.previous is None else grouped(self.previous)

    @property
    def ratio_words(self) -> str:
        """Return from what a ratio is computed, for the line under its name."""
        if not self.parts:
            return ""
        return f"Tính từ {grouped(self.parts[0])} trên {grouped(self.parts[1])}"

    @property
    def answer(self) -> str:
        return self.figure.answer if self.figure else ""

    @property
    def answer_note(self) -> str:
        return self.figure.answer_note if self.figure else ""

    @property
    def source_note(self) -> str:
        return self.figure.source_note if self.figure else ""

    @property
    def returned_reason(self) -> str:
        return self.figure.returned_reason if self.figure else ""

    @property
    def is_typed_beside(self) -> bool:
        """Tell whether what is typed here stands beside a count or a sum, not alone."""
        return self.may_type and (self.counted is not None or self.is_asked_below)

    @property
    def differs(self) -> bool:
        """Tell whether a typed figure stands against a different count."""
        return self.counted is not None and self.typed not in (None, self.counted)

    @property
    def difference_words(self) -> str:
        """Say both numbers and which way they differ."""
        if self.counted is None or self.typed is None:
            return ""
        gap = self.typed - self.counted
        way = "Hơn" if gap > 0 else "Kém"
        return (
            f"Sổ đếm được {grouped(self.counted)}, đã nhập {grouped(self.typed)}."
            f" {way} {grouped(abs(gap))}."
        )

    @property
    def answer_words(self) -> str:
        """Say why the typed figure differs from the count, once answered."""
        if self.figure is None or not self.figure.answer:
            return ""
        return self.figure.answer_note or self.figure.get_answer_display()

    @property
    def asks_answer(self) -> bool:
        return asks_answer(self.counted, self.typed, self.answer)

    @property
    def is_missing(self) -> bool:
        """Tell whether a required figure has not been given yet."""
        return self.may_type and self.is_required and self.value is None

    @property
    def lacks_source(self) -> bool:
        return (
            self.may_type
            and self.indicator.asks_source
            and self.typed is not None
            and not self.source_note
        )

    @property
    def trouble(self) -> str:
        """Return what keeps the report from being submitted at this line, or nothing."""
        if self.is_missing:
            return "chưa ghi"
        if self.asks_answer:
            return "cần trả lời vì sao khác sổ"
        if self.lacks_source:
            return "chưa ghi lấy số từ đâu"
        if self.may_type and self.remark and self.remark.level is Level.WRONG:
            return "cần xem lại"
        if self.returned_reason:
            return "cấp trên trả lại"
        return ""


@dataclass(frozen=True, slots=True)
class Words:
    """A narrative section with what stands under it."""

    section: NarrativeSection
    text: str = ""
    previous: str = ""

    @property
    def trouble(self) -> str:
        return "chưa viết" if self.section.is_required and not self.text.strip() else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report: figures under one heading, or the narrative."""

    number: int
    title: str
    lines: Sequence[Line] = field(default_factory=tuple)
    words: Sequence[Words] = field(default_factory=tuple)

    @property
    def anchor(self) -> str:
        return f"phan-{self.number}"

    @property
    def troubles(self) -> list[tuple[str, str]]:
        """Return each open place as (what, anchor)."""
        found = [(f"{line.indicator.name}: {line.trouble}", f"chi-tieu-{line.code}")
                 for line in self.lines if line.trouble]  # fmt: skip
        found += [(f"{words.section.title}: {words.trouble}", f"loi-{words.section.pk}")
                  for words in self.words if words.trouble]  # fmt: skip
        return found

    @property
    def state_words(self) -> str:
        count = len(self.troubles)
        return f"còn {count} chỗ" if count else "đã xong"
