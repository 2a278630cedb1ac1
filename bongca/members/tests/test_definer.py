from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

LISTED = {
    "people_numbers_known_elsewhere",
    "members_present_states",
    "card_standing",
    "cards_card_follow",
    "care_careanswers_follow",
    "care_rightrequest_follow",
    "privacy_consent_follow",
    "privacy_personrequest_follow",
    "admissions_pass_on",
    "admissions_take_over",
    "admissions_give_back",
}


@pytest.mark.django_db
def test_the_list_of_definer_functions_is_closed() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select proname, array_to_string(proconfig, ';'), array_to_string(proacl, ';')"
            " from pg_proc join pg_namespace space on space.oid = pronamespace"
            " where prosecdef and nspname = 'public'"
        )
        found = {name: (config, rights) for name, config, rights in cursor.fetchall()}

    assert set(found) == LISTED
    for config, rights in found.values():
        assert config == "search_path=pg_catalog, pg_temp"
        assert "bongca_app=X" in rights and not rights.startswith("=X") and ";=X" not in rights


def test_the_decision_names_each_of_them() -> None:
    page = Path(settings.ROOT, "docs/decisions/0008-definer-functions.md").read_text("utf-8")

    assert all(f"`{name}(" in page for name in LISTED)
