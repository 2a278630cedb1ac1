"""Rolls brought in: for those who keep the roll, chi hội and commune; a file is names."""

from tests.access.rows import page

KEEPERS = "lan lan2 minh minh2"
# Who brings no rolls at all is refused before anything is looked up.
OTHERS = "404 lan2 minh2 / 403 *"
BRINGS = f"200 lan minh / {OTHERS}"
DOES = f"303 lan minh / {OTHERS}"
NOT_NOW = f"409 lan minh / {OTHERS}"

ROWS = [
    page("rolls:roll_list", get=f"200 {KEEPERS} / 403 *", post=f"422 {KEEPERS} / 403 *"),
    page("rolls:roll_detail", "roll", get=BRINGS, post="405 *"),
    # Sent without a single column.
    page("rolls:roll_columns", "roll", get="405 *", post=f"422 lan minh / {OTHERS}"),
    page("rolls:roll_answers", "roll", get="405 *", post=DOES),
    # Its one line cannot be read: nothing is ready to be written.
    page("rolls:roll_write", "roll", get="405 *", post=f"422 lan minh / {OTHERS}"),
    page("rolls:roll_drop", "roll", get=BRINGS, post=DOES),
    page("rolls:roll_stop", "roll", get="405 *", post=DOES),
    # It stands at its preview: the letters are settled, no work rests, nothing can be taken back.
    page("rolls:roll_lettering", "roll", get="405 *", post=NOT_NOW),
    page("rolls:roll_resume", "roll", get="405 *", post=NOT_NOW),
    page("rolls:roll_undo", "roll", get=BRINGS, post=NOT_NOW),
    page("rolls:roll_rest", "roll", get=BRINGS, post="405 *"),
    # The file as it was brought.
    page("core:attachment", "roll:file", get="200 lan minh / 404 *", post="405 *"),
]
