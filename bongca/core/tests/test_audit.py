"""The audit chain: what the app may not do, and what `check_chain` finds when somebody did."""

import os
import time
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.models import Max

from bongca.config.database import database_url
from bongca.core import crypto
from bongca.core.actor import Actor
from bongca.core.audit import record
from bongca.core.audit.entries import personal_values
from bongca.core.audit.seals import check_chain, head_path, seal_entries
from bongca.core.models import AuditEntry, AuditSeal, AuditSubjectKey

ACTOR = Actor(user_id=7, label="Vũ Thị Lan, Chi hội trưởng", today=date(2026, 11, 22), unit_id=3)


def seal_when_final() -> AuditSeal:
    """Seal all that was written, at once.

    Other test processes share the server, and their open transactions hold the horizon.
    """
    newest = AuditEntry.objects.aggregate(newest=Max("xid"))["newest"]
    for _ in range(600):
        if horizon() > newest:
            seal = seal_entries()
            assert seal is not None
            return seal
        time.sleep(0.1)
    raise AssertionError("no entry became final within a minute")


def horizon() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        (oldest,) = cursor.fetchone() or (0,)
    return int(oldest)


@pytest.fixture
def sealed(transactional_db: None) -> None:
    head_path().unlink(missing_ok=True)
    for number in range(6):
        with transaction.atomic():
            record(ACTOR, "units.edit", ("org.unit", str(number)), changes={"name": f"Tổ {number}"})
        if number == 2:
            seal_when_final()
    seal_when_final()


def as_intruder(statement: str) -> None:
    name = str(connection.settings_dict["NAME"])
    url = database_url(os.environ, "migrator")
    with psycopg.connect(url, dbname=name, autocommit=True) as intruder:
        intruder.execute(statement.encode())


@pytest.mark.parametrize(
    "statement",
    [
        "update core_auditentry set actor_label = 'x'",
        "delete from core_auditentry",
        "update core_auditseal set entry_count = 0",
        "delete from core_auditseal",
    ],
)
def test_app_cannot_touch_what_is_written(sealed: None, statement: str) -> None:
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute(statement)


def test_untouched_chain_is_whole(sealed: None) -> None:
    found = check_chain()

    assert found.faults == ()
    assert (found.seals, found.entries) == (2, 6)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("update core_auditentry set object_id = '9' where object_id = '1'", "changed or moved"),
        ("delete from core_auditentry where object_id = '4'", "sealed"),
        (
            "update core_auditentry a set xid = b.xid from core_auditentry b"
            " where a.object_id = '0' and b.object_id = '2'",
            "changed or moved",
        ),
        ("delete from core_auditseal where number = 2", "tail is cut"),
        ("delete from core_auditseal where number = 1", "missing"),
    ],
    ids=["changed", "deleted", "reordered", "cut tail", "seal removed"],
)
def test_tampering_is_found(sealed: None, statement: str, says: str) -> None:
    as_intruder(statement)

    assert any(says in fault for fault in check_chain().faults)


def test_entry_of_an_open_transaction_waits_for_the_next_seal(sealed: None) -> None:
    with transaction.atomic():
        record(ACTOR, "units.edit", ("org.unit", "open"))
        assert seal_entries() is None
    seal_when_final()
    assert check_chain().entries == 7


@pytest.mark.django_db
def test_personal_values_are_sealed_and_erasure_keeps_the_chain() -> None:
    person = uuid4()
    record(ACTOR, "members.edit", ("people.person", str(person)), person_id=person,
           personal={"full_name": "Nguyễn Thị Mận"})  # fmt: skip
    entry = AuditEntry.objects.get(person_id=person)

    assert "Mận".encode() not in bytes(entry.sealed or b"")
    assert personal_values(entry) == {"full_name": "Nguyễn Thị Mận"}
    AuditSubjectKey.objects.filter(pk=person).delete()
    assert personal_values(entry) == {}


@pytest.mark.parametrize("text", ["024148001234", "Đạo Phật", ""])
def test_column_encryption_gives_back_the_text(text: str) -> None:
    sealed_text = crypto.encrypt(text)

    assert crypto.decrypt(sealed_text) == text
    assert not text or text.encode() not in sealed_text


def test_lost_column_key_is_an_error_not_a_wrong_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sealed_text = crypto.encrypt("024148001234")
    rotated: Callable[[], dict[str, bytes]] = lambda: {"other": b"\x33" * 32}  # noqa: E731 - shorter than its name
    monkeypatch.setattr(crypto, "_keys", rotated)

    with pytest.raises(KeyError):
        crypto.decrypt(sealed_text)
