"""A backup comes back whole: rows, files, audit chain, rights. A damaged one is refused."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.conf import LazySettings, settings
from django.db import connection
from psycopg.conninfo import conninfo_to_dict

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.audit.seals import head_path, seal_entries
from bongca.core.backup.archive import read_manifest
from bongca.core.backup.errors import BackupError
from bongca.core.backup.making import make_backup
from bongca.core.backup.place import Place, place_of, url_for
from bongca.core.backup.restoring import restore
from bongca.core.files.store import attachment_path, store_attachment
from bongca.core.models import Attachment
from bongca.core.state import CODE, state_folder

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NIGHT = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
SCRATCH = f"bongca_test_restored_{os.getpid()}_1"


@pytest.fixture
def place(settings: LazySettings, tmp_path: Path) -> Iterator[Place]:
    """The test database and a folder of files, seen as an installation; scratch is dropped."""
    settings.STATE_DIR = tmp_path / "state"
    settings.FILES_DIR = tmp_path / "state" / "files"
    own = place_of(state_folder(), {})
    name = connection.settings_dict["NAME"]
    place = Place(
        url_for(own.backup_url, name),
        url_for(own.migrator_url, name),
        own.creator_url,
        own.programs,
        settings.FILES_DIR,
    )
    yield place
    with psycopg.connect(own.creator_url, autocommit=True) as session:
        session.execute(f'drop database if exists "{SCRATCH}" with (force)'.encode())


@pytest.fixture
def filled(place: Place) -> Attachment:
    """Two audit entries, one of them sealed, and one stored roll."""
    actor = Actor.system(clock.today())
    audit.record(actor, "members.import_roll", ("members.rollbatch", "1"))
    seal_entries()
    audit.record(actor, "members.undo_roll", ("members.rollbatch", "1"))
    roll = "Họ và tên;Năm sinh\nNguyễn Thị Lan;1948\n".encode()
    return store_attachment(
        actor, [roll], name="danh-sach.csv", content_type="text/csv", purpose="roll"
    )


def test_rows_files_and_audit_come_back(place: Place, filled: Attachment, tmp_path: Path) -> None:
    archive = make_backup(place, tmp_path / "backups", NIGHT)
    restored_files = tmp_path / "restored"

    rows = restore(place, archive, SCRATCH, restored_files)

    assert archive.name == "bongca-20261122-193000.tar"
    assert rows["core_auditentry"] == 2
    assert rows["core_auditseal"] == 1
    assert rows["core_attachment"] == 1
    assert rows["django_migrations"] > 30
    with psycopg.connect(url_for(place.migrator_url, SCRATCH)) as session:
        assert session.execute("select name, sha256 from core_attachment").fetchone() == (
            "danh-sach.csv",
            filled.sha256,
        )
    assert (restored_files / filled.path).read_bytes() == attachment_path(filled).read_bytes()
    assert "whole: 2 seals, 2 entries" in check_audit_of(SCRATCH, tmp_path / "elsewhere")


def test_a_changed_entry_is_found_after_a_restore_too(
    place: Place, filled: Attachment, tmp_path: Path
) -> None:
    restore(place, make_backup(place, tmp_path, NIGHT), SCRATCH, tmp_path / "files")

    with psycopg.connect(url_for(place.migrator_url, SCRATCH)) as session:
        session.execute("update core_auditentry set act = 'members.nothing' where act like '%roll'")

    assert "changed or moved" in check_audit_of(SCRATCH, tmp_path / "elsewhere")


def test_rights_and_row_security_come_back(
    place: Place, filled: Attachment, tmp_path: Path
) -> None:
    restore(place, make_backup(place, tmp_path, NIGHT), SCRATCH, tmp_path / "files")
    app = {**conninfo_to_dict(place.migrator_url), "dbname": SCRATCH}
    app |= {"user": settings.DATABASES["default"]["USER"]}
    app |= {"password": settings.DATABASES["default"]["PASSWORD"]}

    with psycopg.connect(**app) as session:  # type: ignore[arg-type]  # words of a URL
        assert session.execute("select count(*) from core_attachment").fetchone() == (1,)
        secured = session.execute(
            "select relrowsecurity and relforcerowsecurity from pg_class "
            "where oid = 'people_person'::regclass"
        ).fetchone()
        assert secured == (True,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            session.execute("delete from core_auditentry")


def test_the_archive_holds_no_key_and_is_for_its_owner_alone(
    place: Place, filled: Attachment, tmp_path: Path
) -> None:
    archive = make_backup(place, tmp_path, NIGHT)

    content = archive.read_bytes()
    assert archive.stat().st_mode & 0o777 == 0o600
    assert settings.SECRET_KEY.encode() not in content
    assert all(key.encode() not in content for key in settings.COLUMN_KEYS.values())
    assert read_manifest(archive).file_count == 1


@pytest.mark.parametrize("damage", ["in a file", "cut short", "not ours", "row missing"])
def test_a_damaged_archive_is_refused_and_leaves_nothing(
    place: Place, filled: Attachment, tmp_path: Path, damage: str
) -> None:
    archive = make_backup(place, tmp_path, NIGHT)
    content = archive.read_bytes()
    if damage == "in a file":
        archive.write_bytes(content.replace("Thị Lan".encode(), "Thị Lam".encode()))
    elif damage == "cut short":
        archive.write_bytes(content[: len(content) // 2])
    elif damage == "not ours":
        archive.write_bytes(b"PK" + content)
    else:
        archive.write_bytes(content.replace(b'"core_auditentry": 2', b'"core_auditentry": 3'))

    with pytest.raises(BackupError):
        restore(place, archive, SCRATCH, tmp_path / "files")

    with psycopg.connect(place.creator_url) as session:
        query = "select count(*) from pg_database where datname = %s"
        assert session.execute(query, (SCRATCH,)).fetchone() == (0,)


def test_a_database_that_is_there_is_never_overwritten(
    place: Place, filled: Attachment, tmp_path: Path
) -> None:
    archive = make_backup(place, tmp_path, NIGHT)
    restore(place, archive, SCRATCH, tmp_path / "files")

    with pytest.raises(BackupError, match="already"):
        restore(place, archive, SCRATCH, tmp_path / "files")


def check_audit_of(database: str, state: Path) -> str:
    """What `manage.py check_audit` says of another database, with the head kept outside."""
    state.mkdir()
    if head_path().exists():
        (state / head_path().name).write_bytes(head_path().read_bytes())
    url = url_for(place_of(state_folder(), {}).migrator_url, database)
    finished = subprocess.run(
        [sys.executable, "manage.py", "check_audit"],
        cwd=CODE,
        env={**os.environ, "DATABASE_URL": url, "BONGCA_STATE_DIR": str(state)}
        | {"DJANGO_SETTINGS_MODULE": "bongca.config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    return finished.stdout + finished.stderr
