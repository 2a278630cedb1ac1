"""Operations of the API, each asked with the key its owner could make."""

from tests.access.rows import operation

# Without a right there is no key; without a key there is no answer.
NO_KEY = "401 liaison anon"

ROWS = [
    operation("list_units", get=f"200 * / {NO_KEY}"),
    operation(
        "list_units",
        parent="unit:tan_yen",
        get=f"200 minh hoa tu mai binh quan quantri / {NO_KEY} / 404 *",
    ),
    operation(
        "get_unit",
        "unit:dong_tam",
        get=f"200 lan minh hoa tu mai binh quan quantri / {NO_KEY} / 404 *",
    ),
    # The administrator reads no reports and no figures; his key opens units alone.
    operation("list_rounds", get=f"200 * / 403 quantri / {NO_KEY}"),
    operation(
        "list_figures",
        "round",
        "unit:tan_yen",
        get=f"200 minh hoa tu mai binh quan / 403 quantri / {NO_KEY} / 404 *",
    ),
    operation("get_unit", "unit:hai_phong", get=f"200 hoa2 tu mai binh quantri / {NO_KEY} / 404 *"),
]
