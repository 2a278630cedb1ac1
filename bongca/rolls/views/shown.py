"""What the pages of a roll are given: columns, preview, work, result."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.core.ui import Column, Role, State, Step, Table, Tag, Tally, Tone
from bongca.core.ui.header import person_line
from bongca.core.ui.tags.filters import moment
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.forms import field_options
from bongca.rolls.models import RollBatch
from bongca.rolls.queries import preview as read
from bongca.rolls.queries.columns import found_in, lists_by_heading, proposed_mapping, remembered
from bongca.rolls.queries.places import places_for
from bongca.rolls.rules.questions import masked

PEOPLE: list[Column[read.LineShown]] = [
    Column("Họ và tên", "row.full_name", Role.NAME, note="remarks"),
    Column("Ngày sinh", "birth", Role.VALUE, empty="Chưa có"),
    Column("Nam, nữ", "sex", Role.PLAIN, empty="Chưa rõ"),
    Column("Đơn vị", "unit_name", Role.PLAIN),
    Column("Ngày vào Hội", "joined", Role.VALUE, empty="Chưa có"),
]
TAGS = {
    BatchState.READING: State.DRAFTING.tag("Đang đọc tệp"),
    BatchState.REFUSED: State.UNREADABLE.tag("Không đọc được"),
    BatchState.COLUMNS: State.UNCLEAR.tag("Chờ khớp cột"),
    BatchState.SORTING: State.DRAFTING.tag("Đang so với sổ"),
    BatchState.PREVIEW: State.UNCLEAR.tag("Chờ xem trước"),
    BatchState.WRITING: State.DRAFTING.tag("Đang ghi"),
    BatchState.WRITTEN: State.ACCEPTED.tag("Đã ghi vào sổ"),
    BatchState.UNDOING: State.DRAFTING.tag("Đang hoàn tác"),
    BatchState.UNDONE: State.RETURNED.tag("Đã hoàn tác", Tone.PLAIN),
    BatchState.DROPPED: State.EXEMPT.tag("Đã bỏ, không ghi"),
}
SAMPLES_AT_ONCE = 3


def past_rolls(rolls: Sequence[RollBatch]) -> Table[RollBatch]:
    """The table of rolls brought before."""
    columns: list[Column[RollBatch]] = [
        Column("Tệp", "file_name", Role.NAME, link=_url),
        Column("Đơn vị", "unit.name", Role.PLAIN),
        Column("Gửi lúc", lambda batch: _moment(batch), Role.VALUE),
        Column("Đã ghi", "written_count", Role.NUMBER),
        Column("Tình trạng", _tag, Role.STATE),
    ]
    return Table(columns, rolls, "Danh sách đã mang đến, mới nhất trước")


def _url(batch: RollBatch) -> str:
    return reverse("rolls:roll_detail", args=[batch.pk])


def _moment(batch: RollBatch) -> str:
    return moment(batch.brought_at)


def _tag(batch: RollBatch) -> Tag:
    return TAGS[BatchState(batch.state)]


def _steps(now: int) -> dict[str, Any]:
    labels = ("Chọn tệp", "Khớp cột", "Xem trước", "Ghi vào sổ")
    notes = ["đã xong" if at < now else "đang ở đây" if at == now else "" for at in range(1, 5)]
    steps = [Step(label, note) for label, note in zip(labels, notes, strict=True)]
    return {"steps": steps, "step": now}


def bringing_steps() -> dict[str, Any]:
    """The way of a roll, at its first step."""
    return _steps(1)


def columns(
    batch: RollBatch, chosen: Mapping[str, Mapping[str, str]] | None = None, is_short: bool = False
) -> dict[str, Any]:
    """The lists of a file, each column with its guess, why, and ten of its cells."""
    found = found_in(batch)
    lists = lists_by_heading(found)
    known = remembered(batch.unit, [one["signature"] for one in lists])
    mapping = chosen or batch.mapping or proposed_mapping(found, batch.unit)
    shown = [_list(one, mapping.get(one["signature"], {}), known) for one in lists]
    sheets = {table["sheet"] for table in found["tables"] if table["taken"]}
    return {
        **_steps(2),
        "batch": batch,
        "lists": shown,
        "font": found["font"],
        "open_count": sum(column["is_open"] for one in shown for column in one["columns"]),
        "is_short": is_short,
        "has_sheets": len(sheets) > 1,
        "sheet_means": batch.choices.get("sheet_means", found["sheet_means"]),
        "tables": found["tables"] if len(found["tables"]) > 1 else [],
        "swapped": any(one["swapped"] for one in lists),
    }


SURE: list[Column[dict[str, Any]]] = [
    Column("Trong tệp", "heading", Role.NAME, note="reason"),
    Column("Ví dụ", lambda column: " · ".join(column["first"]), Role.VALUE, empty="Cột trống"),
    Column("Cột này là", "control", Role.WIDE),
]


def _list(
    one: dict[str, Any], mapping: Mapping[str, str], known: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    is_known = one["signature"] in known
    columns = [_column(one["signature"], column, mapping, is_known) for column in one["columns"]]
    sure = [column for column in columns if not column["is_open"]]
    return {
        "sheets": one["sheets"],
        "lines": one["all_lines"],
        "columns": columns,
        "open": [column for column in columns if column["is_open"]],
        "table": Table(SURE, sure, "Các cột đã rõ") if sure else None,
    }


def _column(
    signature: str, column: dict[str, Any], mapping: Mapping[str, str], is_known: bool
) -> dict[str, Any]:
    chosen = mapping.get(str(column["index"]), "")
    samples = [_masked(text) for text in column["samples"]]
    shown = {
        "name": f"cot-{signature}-{column['index']}",
        "heading": column["heading"] or f"Cột thứ {column['index'] + 1} (không có đề mục)",
        "reason": "Như lần trước." if is_known and chosen else column["reason"],
        "options": field_options(column["candidates"]),
        "chosen": chosen,
        "is_open": not chosen,
        "first": samples[:SAMPLES_AT_ONCE],
        "more": samples[SAMPLES_AT_ONCE:],
    }
    control = render_to_string("rolls/_column_control.html", {"column": shown, "is_bare": True})
    return shown | {"control": control}


def _masked(text: str) -> str:
    """Show of what may be an identity number only its two ends."""
    bare = re.sub(r"[\s.]", "", text)
    return masked(bare) if re.fullmatch(r"\d{9}|\d{11,12}", bare) else text


def preview(actor: Actor, batch: RollBatch, asked: QueryDict) -> dict[str, Any]:
    """The preview: four tallies, the questions, what cannot be read, the new people."""
    counts = read.counts_of(actor, batch)
    people = read.new_lines(actor, batch, asked.get("trang"))
    questions = read.asked_lines(actor, batch)
    ask, known = counts[LineState.ASK], counts[LineState.KNOWN]
    found = found_in(batch)
    waiting = f"Còn {ask} chỗ chưa trả lời, sẽ để lại ghi sau." if ask else "Mọi chỗ đã rõ."
    return {
        **_steps(3),
        "batch": batch,
        "you": person_line(actor).salutation or "ông bà",
        "line_count": sum(counts.values()),
        "tallies": _tallies(counts),
        "counts": counts,
        "new_count": counts[LineState.NEW],
        "ask_count": ask,
        "waiting_words": waiting,
        "waiting_url": "#can-xem" if ask else "",
        "known_title": f"Đã có trong sổ ({known} người): xem tên",
        "places": read.unknown_places(actor, batch),
        "branches": places_for(batch).offered,
        "has_sheets": len({table["sheet"] for table in found["tables"]}) > 1,
        "ignored": found.get("ignored", []),
        "ignored_title": f"Đã bỏ qua {batch.ignored_count} dòng đề mục, chữ ký và tên tổ: xem lại",
        "groups": read.missing_groups(actor, batch),
        "found_groups": batch.choices.get("found_groups", True),
        "asked": questions,
        "often": read.asked_often(actor, batch) if ask >= read.OFTEN else [],
        "later_count": questions.total - len(questions),
        "unreadable": read.some_lines(actor, batch, LineState.UNREADABLE),
        "known": read.some_lines(actor, batch, LineState.KNOWN),
        "page": people,
        "table": Table(PEOPLE, people.items, "Người mới, theo thứ tự trong tệp"),
    }


def _tallies(counts: Mapping[str, int]) -> list[Tally]:
    return [
        Tally(counts.get(LineState.NEW, 0), "người mới, sẽ ghi vào sổ", "plus", "done", "#moi"),
        Tally(
            counts.get(LineState.KNOWN, 0),
            "đã có trong sổ, không ghi lại",
            "equals",
            "",
            "#da-co",
        ),
        Tally(counts.get(LineState.ASK, 0), "cần xem lại", "question", "ask", "#can-xem"),
        Tally(
            counts.get(LineState.UNREADABLE, 0),
            "dòng không đọc được",
            "cross",
            "bad",
            "#khong-doc-duoc",
        ),
    ]


def work(batch: RollBatch, run: JobRun | None) -> dict[str, Any]:
    """The page of work in the background: how far, and how to stop or go on."""
    step = {BatchState.READING: 1, BatchState.SORTING: 2}.get(BatchState(batch.state), 4)
    return {
        **_steps(step),
        "batch": batch,
        "run": run,
        "heading": BatchState(batch.state).label,
        "is_stopped": run is None or run.is_finished,
    }


def result(actor: Actor, batch: RollBatch, asked: QueryDict) -> dict[str, Any]:
    """What a roll came to: written with what was left, undone with what was kept, or refused."""
    counts = read.counts_of(actor, batch)
    people = read.new_lines(actor, batch, asked.get("trang"))
    return {
        **_steps(5 if batch.state == BatchState.WRITTEN else 4),
        "batch": batch,
        "back_url": reverse("rolls:roll_list"),
        "tag": _tag(batch),
        "counts": counts,
        "known_count": counts[LineState.KNOWN],
        "rest_count": counts[LineState.ASK] + counts[LineState.UNREADABLE],
        "undone_count": counts[LineState.UNDONE],
        "is_written": batch.state == BatchState.WRITTEN,
        "is_undone": batch.state == BatchState.UNDONE,
        "is_refused": batch.state == BatchState.REFUSED,
        "kept": read.some_lines(actor, batch, LineState.KEPT),
        "page": people,
        "table": Table(PEOPLE, people.items, "Người đã ghi vào sổ"),
    }
