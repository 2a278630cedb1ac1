import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connection, transaction

from bongca.config.database import database_settings, settings_from_url


def test_the_named_database_wins_over_the_embedded_one() -> None:
    chosen = database_settings({"DATABASE_URL": "postgresql://an:mật%20khẩu@db.vn:5433/hoi"})

    assert chosen["HOST"] == "db.vn"
    assert chosen["PORT"] == "5433"
    assert chosen["NAME"] == "hoi"
    assert chosen["PASSWORD"] == "mật khẩu"


def test_migrating_an_outside_database_needs_its_own_url() -> None:
    outside = {"DATABASE_URL": "postgresql://app@db.vn/hoi", "BONGCA_DB_ROLE": "migrator"}

    with pytest.raises(ImproperlyConfigured, match="DATABASE_MIGRATOR_URL"):
        database_settings(outside)
    named = database_settings({**outside, "DATABASE_MIGRATOR_URL": "postgresql://m@db.vn/hoi"})
    assert named["USER"] == "m"


def test_an_unknown_role_is_named() -> None:
    with pytest.raises(ImproperlyConfigured, match="'root'"):
        database_settings({"BONGCA_DB_ROLE": "root"})


def test_connections_work_behind_a_pooler() -> None:
    chosen = settings_from_url("postgresql://app@/hoi?host=/run/pg&sslmode=require")

    assert chosen["DISABLE_SERVER_SIDE_CURSORS"] is True
    assert chosen["OPTIONS"] == {"prepare_threshold": None, "sslmode": "require"}
    assert chosen["HOST"] == "/run/pg"


@pytest.mark.django_db
def test_tests_run_as_the_app_under_row_level_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_user, rolbypassrls, rolsuper from pg_roles where rolname = current_user"
        )
        assert cursor.fetchone() == ("bongca_app", False, False)


@pytest.mark.django_db
def test_the_app_makes_no_tables() -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("create table sneaked_in (id int)")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_committing_test_leaves_the_next_one_a_fresh_database(turn: int) -> None:
    """Twice the same: what the first turn wrote is gone, what migrations brought is there."""
    assert ContentType.objects.filter(app_label="people", model="person").exists()
    assert not ContentType.objects.filter(app_label="made_up").exists()

    ContentType.objects.create(app_label="made_up", model=f"turn{turn}")
