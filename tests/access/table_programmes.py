"""Tasks and programmes. A copy is seen where it stands and above; it is carried there, judged by
whoever gave it, and nobody between.
"""

from tests.access.rows import Row, page

NO_TASKS = "quan liaison quantri"
GIVERS = "lan lan2 minh minh2 hoa hoa2 mai binh"
PLANNERS = "minh minh2 hoa hoa2 mai binh"
# Whoever sees the copy of thôn Đồng Tâm: its chain, and those who read the country.
ABOVE = "hoa tu mai binh"


def _looking(name: str) -> Row:
    return page(f"programmes:{name}", get=f"200 * / 403 {NO_TASKS}", post="405 *")


def _carrying(name: str) -> Row:
    """The chi hội itself, and its commune writing for it."""
    return page(
        f"programmes:{name}",
        "copy",
        get=f"200 lan minh / 403 {ABOVE} / 404 *",
        post=f"422 lan minh / 403 {ABOVE} / 404 *",
    )


def _judging(name: str, thing: str) -> Row:
    """The commune that gave it; the one who carries it out does not judge herself."""
    return page(
        f"programmes:{name}",
        thing,
        get=f"200 minh / 403 lan {ABOVE} / 404 *",
        post=f"422 minh / 403 lan {ABOVE} / 404 *",
    )


def _of_central(name: str, *args: str, code: int) -> Row:
    """Central's own task: its office and its leaders."""
    return page(
        f"programmes:{name}",
        *args,
        get="200 mai binh / 403 lan minh hoa tu / 404 *",
        post=f"{code} mai binh / 403 lan minh hoa tu / 404 *",
    )


ROWS = [
    *map(
        _looking,
        (
            "work_list", "work_board", "work_month", "work_week", "work_load", "combining",
            "quick_report", "task_list",
        ),
    ),
    page("programmes:work_export", get=f"200 * / 403 {NO_TASKS}", post=f"200 * / 403 {NO_TASKS}"),
    page("programmes:task_export", get=f"200 * / 403 {NO_TASKS}", post=f"200 * / 403 {NO_TASKS}"),
    page("programmes:export_state", "export:mai", get="200 mai / 404 *", post="405 *"),
    page("programmes:judge_list", get=f"200 {GIVERS} / 403 *", post="405 *"),
    page("programmes:task_add", get=f"200 {GIVERS} / 403 *", post=f"422 {GIVERS} / 403 *"),
    page("programmes:task_detail", "task", get=f"200 lan minh {ABOVE} / 404 *", post="405 *"),
    # A liaison sees the tasks of his plan and no other.
    page("programmes:task_detail", "task:joint", get=f"200 {ABOVE} liaison / 404 *", post="405 *"),
    page("programmes:task_progress", "task", get=f"200 lan minh {ABOVE} / 404 *", post="405 *"),
    page(
        "programmes:progress_export",
        "task",
        get=f"200 lan minh {ABOVE} / 404 *",
        post=f"200 lan minh {ABOVE} / 404 *",
    ),
    _of_central("task_give", "task", code=422),
    _of_central("task_edit", "task", code=422),
    _of_central("milestone_add", "task", code=422),
    _of_central("task_end", "task", "=ket-thuc", code=303),
    _of_central("task_repeat", "task", code=303),
    page("programmes:cascade_run", "task", "run", get="200 mai binh tu / 404 *", post="405 *"),
    page(
        "programmes:cascade_stop",
        "task",
        "run",
        get="405 *",
        post="303 mai binh / 403 tu / 404 *",
    ),
    page(
        "programmes:cascade_resume",
        "task",
        "run:stopped",
        get="405 *",
        post="303 mai binh / 403 tu / 404 *",
    ),
    page("programmes:copy_detail", "copy", get=f"200 lan minh {ABOVE} / 404 *", post="405 *"),
    page(
        "programmes:copy_receive",
        "copy",
        get="405 *",
        post=f"303 lan minh / 403 {ABOVE} / 404 *",
    ),
    page(
        "programmes:copy_hand_in",
        "copy",
        get="405 *",
        post=f"422 lan minh / 403 {ABOVE} / 404 *",
    ),
    _carrying("copy_progress"),
    _carrying("copy_evidence"),
    _carrying("extension_ask"),
    # Only the commune gives its own copy on; a chi hội does not see the copy above its own.
    page(
        "programmes:copy_cascade",
        "copy:tan_yen",
        get=f"200 minh / 403 {ABOVE} / 404 *",
        post=f"422 minh / 403 {ABOVE} / 404 *",
    ),
    page(
        "programmes:milestone_mark",
        "copy",
        "milestone",
        "=nhan",
        get="405 *",
        post=f"303 lan minh / 403 {ABOVE} / 404 *",
    ),
    page(
        "programmes:copy_accept",
        "copy:done",
        get="405 *",
        post=f"303 minh / 403 lan {ABOVE} / 404 *",
    ),
    _judging("copy_return", "copy:done"),
    _judging("copy_exempt", "copy"),
    _judging("extension_answer", "extension"),
    page("programmes:programme_list", get="200 * / 403 quan quantri", post="405 *"),
    page(
        "programmes:programme_add", get=f"200 {PLANNERS} / 403 *", post=f"422 {PLANNERS} / 403 *"
    ),
    page(
        "programmes:programme_detail", "programme", get="200 tu mai binh liaison / 404 *",
        post="405 *",
    ),
    page(
        "programmes:programme_edit",
        "programme",
        get="200 mai binh / 403 tu / 404 *",
        post="422 mai binh / 403 tu / 404 *",
    ),
    page(
        "programmes:target_edit",
        "target",
        get="200 mai binh / 403 tu / 404 *",
        post="422 mai binh / 403 tu / 404 *",
    ),
    page(
        "programmes:target_add",
        "programme",
        get="200 mai binh / 403 tu / 404 *",
        post="422 mai binh / 403 tu / 404 *",
    ),
    page(
        "programmes:programme_review",
        "programme",
        get="200 mai binh / 403 tu / 404 *",
        post="422 mai binh / 403 tu / 404 *",
    ),
]  # fmt: skip
