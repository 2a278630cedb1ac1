"""Units, accounts of those below, rights."""

from tests.access.rows import page

# Who keeps accounts at all: a commune's chair, a province's office, Central's office and IT.
KEEPERS = "200 minh minh2 hoa hoa2 mai quantri / 403 *"
# Whoever stands over Lan: her commune, her province, Central.
OVER_LAN = "minh hoa mai quantri"
OVER_MINH = "hoa mai quantri"
# Whoever sees thôn Đồng Tâm at all: itself, everything above it, and those who see the country.
SEE_DONG_TAM = "lan minh hoa tu mai binh quan quantri"

ROWS = [
    page("org:own_unit", get="302 * / 404 liaison", post="405 *"),
    page("org:unit_find", get="200 *", post="405 *"),
    page("org:unit_detail", "unit:dong_tam", get=f"200 {SEE_DONG_TAM} / 404 *", post="405 *"),
    page("org:unit_history", "unit:dong_tam", get=f"200 {SEE_DONG_TAM} / 404 *", post="405 *"),
    # A chi hội makes its own tổ hội.
    page(
        "org:unit_create",
        "unit:dong_tam",
        get="200 lan minh hoa mai / 403 tu binh quan quantri / 404 *",
        post="422 lan minh hoa mai / 403 tu binh quan quantri / 404 *",
    ),
    # What a unit is called, and its end, the tier above decides.
    page(
        "org:unit_rename",
        "unit:dong_tam",
        get="200 minh hoa mai / 403 lan tu binh quan quantri / 404 *",
        post="422 minh hoa mai / 403 lan tu binh quan quantri / 404 *",
    ),
    page(
        "org:unit_close",
        "unit:dong_tam",
        get="200 minh hoa mai / 403 lan tu binh quan quantri / 404 *",
        post="422 minh hoa mai / 403 lan tu binh quan quantri / 404 *",
    ),
    page("org:user_list", get=KEEPERS, post="405 *"),
    page("org:user_add", get=KEEPERS, post="422 minh minh2 hoa hoa2 mai quantri / 403 *"),
    page("org:user_detail", "user:lan", get=f"200 {OVER_LAN} / 404 *", post="405 *"),
    page("org:user_detail", "user:hoa", get="200 hoa mai quantri / 404 *", post="405 *"),
    page(
        "org:user_edit", "user:lan", get=f"200 {OVER_LAN} / 404 *", post=f"422 {OVER_LAN} / 404 *"
    ),
    page(
        "org:user_edit",
        "user:minh",
        get=f"200 {OVER_MINH} / 403 minh / 404 *",
        post=f"422 {OVER_MINH} / 403 minh / 404 *",
    ),
    # A new password comes from one tier up: not from beside, not over the head of that tier.
    page(
        "org:user_slip",
        "user:lan",
        get="200 minh / 403 hoa mai quantri / 404 *",
        post="200 minh / 403 hoa mai quantri / 404 *",
    ),
    page(
        "org:user_slip",
        "user:minh",
        get="200 hoa / 403 minh mai quantri / 404 *",
        post="200 hoa / 403 minh mai quantri / 404 *",
    ),
    page(
        "org:user_slip",
        "user:hoa",
        get="200 mai quantri / 403 hoa / 404 *",
        post="200 mai quantri / 403 hoa / 404 *",
    ),
    page(
        "org:user_slip",
        "user:quan",
        get="200 mai quantri / 403 hoa / 404 *",
        post="200 mai quantri / 403 hoa / 404 *",
    ),
    # Over Central there is nobody: there one asks a colleague.
    page(
        "org:user_slip",
        "user:mai",
        get="200 quantri / 403 mai / 404 *",
        post="200 quantri / 403 mai / 404 *",
    ),
    page(
        "org:user_slip",
        "user:liaison",
        get="200 mai quantri / 404 *",
        post="200 mai quantri / 404 *",
    ),
    page(
        "org:user_close", "user:lan", get=f"200 {OVER_LAN} / 404 *", post=f"303 {OVER_LAN} / 404 *"
    ),
    page(
        "org:user_reopen",
        "user:lan",
        get="200 minh / 403 hoa mai quantri / 404 *",
        post="200 minh / 403 hoa mai quantri / 404 *",
    ),
    page(
        "org:grant_give", "user:lan", get=f"200 {OVER_LAN} / 404 *", post=f"422 {OVER_LAN} / 404 *"
    ),
    # The administrator gave it: he is no second person. Hoa is to receive it.
    page("org:grant_confirm", "grant:waiting", get="405 *", post="303 mai / 422 quantri / 404 *"),
    page(
        "org:grant_end", "grant:lan", get=f"200 {OVER_LAN} / 404 *", post=f"303 {OVER_LAN} / 404 *"
    ),
    page("org:acting", get="200 *", post="404 *"),
    page("org:token_list", get="200 *", post="422 *"),
    page("org:token_revoke", "token:minh", get="200 minh / 404 *", post="303 minh / 404 *"),
]
