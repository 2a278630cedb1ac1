"""The second wall: raw SQL as the app's role, table by table, fails closed."""

import pytest
from django.apps import apps
from django.db import connection

from tests.access.wall import faults, protected_tables
from tests.access.walled_rows import build_walled
from tests.cast import Cast

# Tables that name a person and stand without a wall, each with the reason.
WITHOUT_WALL = {
    "core_auditentry": "names only a key; personal values are sealed under the person's own key",
    "core_auditsubjectkey": "keys alone, sealed",
    "people_confirmedidentity": "a hash in the whole country, held against a second claim",
    "people_userperson": "which user is which person: two keys",
    "offices_appointment": "names of officers are public within the Association",
    "programmes_assignment": "tasks of units and offices; names in it are those of officers",
    "cards_cardnumber": "a number unique in the country and a key; no name, no place",
    "members_membercount": "counts",
    "members_membercountdelta": "counts",
}


def test_every_person_bearing_table_holds_against_raw_sql(cast: Cast) -> None:
    walled = build_walled(cast)

    assert [fault for each in walled for fault in faults(each)] == []


def test_every_table_behind_a_policy_is_asked(cast: Cast) -> None:
    assert {each.table for each in build_walled(cast)} == protected_tables()


@pytest.mark.django_db
def test_every_table_that_names_a_person_has_a_wall_or_a_reason() -> None:
    naming = {"unit_pos", "person_id", "commune_pos"}
    bearing = {
        model._meta.db_table
        for model in apps.get_models()
        if naming & {field.column for field in model._meta.concrete_fields}
    }

    assert bearing - set(WITHOUT_WALL) == protected_tables()


@pytest.mark.django_db
def test_the_app_is_no_owner_and_may_not_pass_the_wall() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_user, rolsuper, rolbypassrls, rolcreaterole from pg_roles"
            " where rolname = current_user"
        )
        role = cursor.fetchone()
        cursor.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace"
            " and relkind in ('r', 'p') and (relowner = current_user::regrole"
            " or has_table_privilege(oid, 'truncate'))"
        )
        owned = cursor.fetchall()

    assert role == ("bongca_app", False, False, False)
    assert owned == []


@pytest.mark.django_db
def test_every_wall_binds_its_owner_too() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relname = any(%s)"
            " and not (relrowsecurity and relforcerowsecurity)",
            [sorted(protected_tables())],
        )
        loose = cursor.fetchall()

    assert loose == []
