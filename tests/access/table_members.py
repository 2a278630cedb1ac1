"""Members. Their names are for those who keep the roll: the chi hội, its commune, its province.

Central reads figures and never a member: its people are refused the list, and find no person.
"""

from tests.access.rows import page

KEEP_ROLLS = "lan lan2 minh minh2"
SEE_ROLLS = f"{KEEP_ROLLS} hoa hoa2"
CENTRAL = "tu mai binh quan quantri"

# One member of thôn Đồng Tâm: seen by her chain, written by chi hội and commune.
SEEN = "200 lan minh hoa / 404 *"
WRITTEN = "200 lan minh / 403 hoa / 404 *"
WRITTEN_POST = "422 lan minh / 403 hoa / 404 *"

# A form with nothing marked says that nothing holds, and is written.
CLEARED = "303 lan minh / 403 hoa / 404 *"

ROWS = [
    page("members:member_list", get=f"200 {SEE_ROLLS} / 403 {CENTRAL} / 404 liaison", post="405 *"),
    page(
        "members:member_list",
        don_vi="unit:dong_tam",
        get=f"200 lan minh hoa / 403 {CENTRAL} / 404 *",
        post="405 *",
    ),
    page(
        "members:member_print",
        don_vi="unit:dong_tam",
        get=f"200 lan minh hoa / 403 {CENTRAL} / 404 *",
        post="405 *",
    ),
    page(
        "members:member_export",
        don_vi="unit:dong_tam",
        get=f"200 lan minh hoa / 403 {CENTRAL} / 404 *",
        post=f"422 lan minh hoa / 403 {CENTRAL} / 404 *",
    ),
    # Another's export is not found, nor is a job that is none.
    page("members:export_state", "job", get="404 *", post="405 *"),
    page(
        "members:member_add",
        get=f"200 {KEEP_ROLLS} / 404 liaison / 403 *",
        post=f"422 {KEEP_ROLLS} / 404 liaison / 403 *",
    ),
    page("members:member_detail", "person", get=SEEN, post="405 *"),
    page("members:member_edit", "person", get=WRITTEN, post=WRITTEN_POST),
    page("members:circumstances_edit", "person", get=WRITTEN, post=CLEARED),
    # The citizen ID is for those who write it; the province sees the member and not the number.
    page("members:identity_show", "person", get="405 *", post=WRITTEN),
    page("members:identity_edit", "person", get=WRITTEN, post=WRITTEN_POST),
    page("members:member_end", "person", get=WRITTEN, post=WRITTEN_POST),
    page("members:member_move", "person", get=WRITTEN, post=WRITTEN_POST),
    page("members:member_readmit", "person", get=WRITTEN, post=WRITTEN_POST),
    # Two rows are made one by the commune.
    page("members:merge_find", "person", get="200 minh / 403 lan hoa / 404 *", post="405 *"),
    page(
        "members:member_merge",
        "person",
        "person:other",
        get="200 minh / 403 lan hoa / 404 *",
        post="422 minh / 403 lan hoa / 404 *",
    ),
    # A merge is seen by those who make them.
    page("members:merge_undo", "merge", get="405 *", post="303 minh / 404 *"),
    page("members:act_undo", "membership", get="405 *", post="303 lan minh / 403 hoa / 404 *"),
]
