"""Lists of tasks as spreadsheets, as they are filtered: flat memory, text never a formula."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from django.db.models import Q, QuerySet
from rustpy_xlsxwriter import write_worksheet

from bongca.core.actor import Actor
from bongca.core.ui.written import short_date
from bongca.org.queries.contacts import contacts_of
from bongca.programmes.models import Assignment, Task
from bongca.programmes.policies import sees_figures_only
from bongca.programmes.queries.progress import sums_of_tasks
from bongca.programmes.queries.threads import Sum, sums_of_children

CHUNK = 2_000
WIDTHS = {
    "STT": 6.0, "Nhiệm vụ": 50.0, "Trọng tâm": 10.0, "Vai trò": 12.0, "Giao cho": 30.0,
    "Nơi giao": 30.0, "Đơn vị": 36.0, "Người liên hệ": 24.0, "Điện thoại": 16.0, "Hạn": 12.0,
    "Tình trạng": 20.0, "Quá hạn, ngày": 14.0, "Báo ngày": 12.0, "Kết quả": 50.0,
    "Đã báo": 10.0, "Được giao": 10.0, "Thuộc chương trình": 36.0, "Vì sao chậm": 36.0,
}  # fmt: skip
Record = dict[str, Any]


def write_records(records: Iterable[Record], target: BinaryIO, name: str) -> None:
    """Write records into a workbook with one sheet of this name."""
    listed = iter(records)
    first = next(listed, {"STT": "", "Nhiệm vụ": "Không có dòng nào"})

    def whole() -> Iterator[Record]:
        yield first
        yield from listed

    write_worksheet(
        whole(),
        target,
        sheet_name=name,
        freeze_row=1,
        bold_headers=True,
        column_widths={head: WIDTHS[head] for head in first},
        autofilter=True,
    )


def work_records(actor: Actor, copies: Iterable[Assignment]) -> Iterator[Record]:
    """Return a unit's own work, a line for each copy."""
    for number, copy in enumerate(copies, start=1):
        yield {
            "STT": number,
            "Nhiệm vụ": copy.task.name,
            "Trọng tâm": "Trọng tâm" if copy.task.is_key else "",
            "Vai trò": copy.get_role_display(),
            "Giao cho": copy.assignee,
            "Nơi giao": copy.giver.name,
            **_state(actor, copy),
        }


def task_records(actor: Actor, tasks: list[Task]) -> Iterator[Record]:
    """Return the tasks a unit gave, each with how many have answered; one statement."""
    sums = sums_of_tasks(actor, tasks)
    for number, task in enumerate(tasks, start=1):
        counted = sums.get(task.pk, Sum())
        yield {
            "STT": number,
            "Nhiệm vụ": task.name,
            "Trọng tâm": "Trọng tâm" if task.is_key else "",
            "Thuộc chương trình": task.programme.name if task.programme else "",
            "Hạn": short_date(task.due_on) if task.due_on else task.due_said,
            "Đã báo": counted.done,
            "Được giao": counted.total,
            "Tình trạng": task.get_state_display(),
        }


def place_records(
    actor: Actor, copies: QuerySet[Assignment], tell: Callable[[int], None] | None = None
) -> Iterator[Record]:
    """Return the places a task was given to, read in slices; `tell` hears how many are done.

    Whoever sees no persons gets no telephone numbers and no words.
    """
    is_plain = sees_figures_only(actor)
    number = 0
    for chunk in in_chunks(copies):
        contacts = {} if is_plain else contacts_of([copy.unit for copy in chunk], actor.today)
        sums = sums_of_children(actor, chunk)
        for copy in chunk:
            number += 1
            record: Record = {"STT": number, "Đơn vị": copy.unit.name}
            if not is_plain:
                record["Người liên hệ"] = contacts[copy.unit_id].name
                record["Điện thoại"] = contacts[copy.unit_id].phone
            below = sums.get(copy.pk)
            record["Đã báo"] = f"{below.done}/{below.total}" if below else ""
            yield record | _state(actor, copy, with_words=not is_plain)
        if tell:
            tell(number)


def in_chunks(copies: QuerySet[Assignment]) -> Iterator[list[Assignment]]:
    """Return copies in the order of the tree, each slice beginning where the last one ended."""
    ordered = copies.order_by("unit_pos", "pk")
    wanted = ordered
    while chunk := list(wanted[:CHUNK]):
        yield chunk
        if len(chunk) < CHUNK:
            return
        last = chunk[-1]
        wanted = ordered.filter(unit_pos__gte=last.unit_pos).filter(
            Q(unit_pos__gt=last.unit_pos) | Q(pk__gt=last.pk)
        )


def _state(actor: Actor, copy: Assignment, *, with_words: bool = True) -> Record:
    is_late = copy.is_open and copy.due_on is not None and copy.due_on < actor.today
    record: Record = {
        "Hạn": short_date(copy.due_on) if copy.due_on else "",
        "Tình trạng": copy.get_state_display(),
        "Quá hạn, ngày": (actor.today - copy.due_on).days if is_late and copy.due_on else "",
        "Báo ngày": short_date(copy.handed_in_on) if copy.handed_in_on else "",
    }
    if with_words:
        record |= {"Kết quả": copy.result, "Vì sao chậm": copy.late_reason}
    return record
