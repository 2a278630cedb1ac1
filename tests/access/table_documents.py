"""Papers: a unit's own, and what others sent to it. Nobody reads the papers of another unit.

Papers of the rows: Minh's commune has an entry, a draft and a book; the province has sent a paper
to the commune (`paper:sent`, `delivery`) and has a rule in force.
"""

from tests.access.rows import page

# Who works with papers at all, each at the own unit.
READ = "lan lan2 minh minh2 hoa hoa2 tu mai binh"
REGISTER = "lan lan2 minh minh2 hoa hoa2 mai"
DRAFT = f"{REGISTER} tu"
NOT_REGISTER = "tu binh quan liaison quantri"
NOBODY = "quan liaison quantri"


ROWS = [
    *(
        page(f"documents:{name}", get=f"200 {READ} / 403 {NOBODY}", post="405 *")
        for name in (
            "desk",
            "incoming_list",
            "delivery_list",
            "outgoing_list",
            "book_list",
            "regulation_list",
        )
    ),
    *(
        page(f"documents:{name}", get=f"200 {REGISTER} / 403 {NOT_REGISTER}", post="405 *")
        for name in ("post_book", "post_export")
    ),
    page("documents:incoming_stamp", "paper:in", get="200 minh / 404 *", post="405 *"),
    page("documents:secret_list", get=f"200 {REGISTER} / 403 {NOT_REGISTER}", post="405 *"),
    *(
        page(
            f"documents:{name}",
            get=f"200 {REGISTER} / 403 {NOT_REGISTER}",
            post=f"422 {REGISTER} / 403 {NOT_REGISTER}",
        )
        for name in (
            "incoming_add",
            "gap_add",
            "paper_book",
            "issuer_sign_set",
            "signing_rule_set",
            "secret_add",
            "regulation_add",
        )
    ),
    page(
        "documents:outgoing_draft",
        get=f"200 {DRAFT} / 403 binh {NOBODY}",
        post=f"422 {DRAFT} / 403 binh {NOBODY}",
    ),
    page("documents:outgoing_try", get="405 *", post=f"200 {DRAFT} / 403 binh {NOBODY}"),
    page("documents:outgoing_try_again", "paper:draft", get="405 *", post="200 minh / 404 *"),
    # An entry of Minh's commune: his alone.
    page("documents:incoming_detail", "paper:in", get="200 minh / 404 *", post="405 *"),
    *(
        page(f"documents:{name}", "paper:in", get="200 minh / 404 *", post="422 minh / 404 *")
        for name in (
            "incoming_present",
            "incoming_attach",
            "incoming_correct",
            "incoming_instruct",
            "incoming_finish",
        )
    ),
    # The leader of Central writes on a paper of Central; the staff reads it and does not.
    page(
        "documents:incoming_instruct",
        "paper:central",
        get="200 binh / 403 tu mai / 404 *",
        post="422 binh / 403 tu mai / 404 *",
    ),
    # What the province sent to the commune.
    page("documents:delivery_take", "delivery", get="200 minh / 404 *", post="303 minh / 404 *"),
    page("documents:outgoing_detail", "paper:sent", get="200 hoa minh / 404 *", post="405 *"),
    *(
        page(f"documents:{name}", "paper:sent", get="200 hoa / 404 *", post="405 *")
        for name in ("outgoing_preview", "outgoing_pdf", "outgoing_word")
    ),
    page("documents:outgoing_page", "paper:sent", "=1", get="200 hoa / 404 *", post="405 *"),
    *(
        page(f"documents:{name}", "paper:sent", get="200 hoa / 404 *", post="422 hoa / 404 *")
        for name in ("outgoing_recall", "outgoing_replace")
    ),
    # A draft of Minh's commune.
    page("documents:outgoing_edit", "paper:draft", get="200 minh / 404 *", post="422 minh / 404 *"),
    page("documents:recipient_list", "paper:draft", get="200 minh / 404 *", post="405 *"),
    *(
        page(f"documents:{name}", "paper:draft", get="405 *", post="303 minh / 404 *")
        for name in ("recipient_add", "recipient_drop")
    ),
    page(
        "documents:recipient_names", "paper:draft", get="200 minh / 404 *", post="422 minh / 404 *"
    ),
    page("documents:outgoing_comment", "paper:draft", get="405 *", post="422 minh / 404 *"),
    *(
        page(f"documents:{name}", "paper:draft", get="200 minh / 404 *", post="303 minh / 404 *")
        for name in ("outgoing_ask", "outgoing_initial")
    ),
    *(
        page(f"documents:{name}", "paper:draft", get="200 minh / 404 *", post="422 minh / 404 *")
        for name in ("outgoing_sign", "outgoing_number")
    ),
    # Without a number it cannot be sent.
    page("documents:outgoing_send", "paper:draft", get="200 minh / 404 *", post="409 minh / 404 *"),
    # At Central the leader signs, the office numbers, the staff does neither.
    page(
        "documents:outgoing_sign",
        "paper:central_draft",
        get="200 binh mai / 403 tu / 404 *",
        post="422 binh mai / 403 tu / 404 *",
    ),
    page(
        "documents:outgoing_number",
        "paper:central_draft",
        get="200 mai / 403 tu binh / 404 *",
        post="422 mai / 403 tu binh / 404 *",
    ),
    *(
        page(f"documents:{name}", "book", get="200 minh / 404 *", post="405 *")
        for name in ("book_detail", "book_print", "book_export")
    ),
    page("documents:book_detail", "book:secret", get="200 mai / 403 tu binh / 404 *", post="405 *"),
    page("documents:book_export", "book:secret", get="200 mai / 403 tu binh / 404 *", post="405 *"),
    # A rule of the province binds those below it; its office keeps it.
    page(
        "documents:regulation_detail",
        "regulation",
        get="200 hoa minh minh2 lan lan2 / 404 *",
        post="405 *",
    ),
    page(
        "documents:regulation_read",
        "regulation",
        get="405 *",
        post="303 hoa minh minh2 lan lan2 / 404 *",
    ),
    # The unit above is out of sight of those below, so keeping its rule is not theirs to find.
    page("documents:regulation_end", "regulation", get="200 hoa / 404 *", post="422 hoa / 404 *"),
    page(
        "documents:regulation_review", "regulation", get="200 hoa / 404 *", post="303 hoa / 404 *"
    ),
]
