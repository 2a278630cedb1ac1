"""One page of a list, counted no further than is useful."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from bongca.core.ui.written import grouped

Item = TypeVar("Item")

PAGE_WORD = "trang"
COUNT_CAP = 10_000


@dataclass(frozen=True)
class Page(Generic[Item]):
    items: Sequence[Item]
    number: int
    per_page: int
    total: int
    is_capped: bool = False

    @property
    def first(self) -> int:
        return (self.number - 1) * self.per_page + 1 if self.items else 0

    @property
    def last(self) -> int:
        return self.first + len(self.items) - 1 if self.items else 0

    @property
    def page_count(self) -> int:
        return max(1, -(-self.total // self.per_page))

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_next(self) -> bool:
        return self.number < self.page_count

    @property
    def next_count(self) -> int:
        """How many stand on the next page."""
        return min(self.per_page, self.total - self.number * self.per_page)

    @property
    def range_label(self) -> str:
        return f"{grouped(self.first)} đến {grouped(self.last)}"

    @property
    def total_label(self) -> str:
        return f"hơn {grouped(self.total)}" if self.is_capped else grouped(self.total)

    def __iter__(self) -> Any:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def page_number(raw: object) -> int:
    """The page asked for; anything odd is page one."""
    text = str(raw or "")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def page_of(
    source: "QuerySet[Any, Item] | Sequence[Item]",
    number: object,
    per_page: int = 10,
    cap: int = COUNT_CAP,
) -> Page[Item]:
    """Cut one page out of a queryset or a list; counting stops at the cap."""
    if isinstance(source, QuerySet):
        counted = source.order_by()[: cap + 1].count()
    else:
        counted = len(source)
        cap = max(cap, counted)
    total = min(counted, cap)
    last_page = max(1, -(-total // per_page))
    wanted = min(page_number(number), last_page)
    start = (wanted - 1) * per_page
    items = list(source[start : start + per_page])
    return Page(items, wanted, per_page, total, is_capped=counted > cap)
