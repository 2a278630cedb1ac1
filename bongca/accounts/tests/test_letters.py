"""Notices by e-mail: one letter a day each, once, never a name, never from a demonstration."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from bongca.accounts import queries
from bongca.accounts.actions.letters import make_letters, send_letter
from bongca.accounts.actions.notices import notify, read_notice
from bongca.accounts.models import Letter, Notice
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.core.jobs import enqueue, work_off
from bongca.core.jobs.models import JobRun
from bongca.core.models import AuditEntry, Installation
from tests.cast import Cast

TEXT = "Bà Vũ Thị Lan xin lùi hạn vì nằm viện."


@pytest.fixture(autouse=True)
def mail_server(settings: Any) -> None:
    settings.PUBLIC_URL = "https://hoi.example.vn"


def tell(cast: Cast, about: str = "task:1", who: str = "minh", title: str = "Có việc mới") -> None:
    user = cast.users[who]
    user.email = f"{who}@example.vn"
    user.save(update_fields=["email"])
    notify(
        actor=cast.actor("mai"), user_ids=[user.pk], text=TEXT, url="/nhiem-vu/", about=about,
        title=title,
    )  # fmt: skip


def run_job() -> JobRun:
    run = enqueue("accounts.send_letters")
    work_off()
    run.refresh_from_db()
    return run


def test_a_person_gets_one_letter_of_all_that_is_new(cast: Cast) -> None:
    tell(cast, "task:1")
    tell(cast, "task:2")
    tell(cast, "task:3", title="")
    tell(cast, "task:1", who="hoa")

    assert run_job().state == "done"

    to_minh, to_hoa = sorted(mail.outbox, key=lambda one: one.to, reverse=True)
    assert (to_minh.to, to_hoa.to) == (["minh@example.vn"], ["hoa@example.vn"])
    assert to_minh.subject == "Bóng Cả: 3 lời nhắn mới"
    assert "Có việc mới (2 lời nhắn)" in to_minh.body
    assert "Có lời nhắn mới" in to_minh.body
    latest = Notice.objects.get(user=cast.minh, about="task:2")
    assert f"https://hoi.example.vn/tai-khoan/loi-nhan/{latest.pk}/" in to_minh.body


def test_a_letter_gives_nothing_away(cast: Cast) -> None:
    tell(cast)

    run_job()

    letter = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert "Lan" not in letter
    assert "viện" not in letter


def test_a_second_run_sends_nothing_again(cast: Cast) -> None:
    tell(cast)

    run_job()
    run_job()

    assert len(mail.outbox) == 1
    assert AuditEntry.objects.filter(act="accounts.send_letter").count() == 1


def test_a_run_that_was_killed_is_taken_up(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(cast, who="minh")
    tell(cast, who="hoa")
    sent = EmailBackend.send_messages

    def die_at_second(self: EmailBackend, messages: list[Any]) -> int:
        if mail.outbox:
            raise KeyboardInterrupt
        return int(sent(self, messages))

    monkeypatch.setattr(EmailBackend, "send_messages", die_at_second)
    system = Actor.system(cast.today)
    make_letters(actor=system)
    first, second = queries.letters_to_send(clock.now())
    assert send_letter(actor=system, letter=first, through=EmailBackend())
    with pytest.raises(KeyboardInterrupt):
        send_letter(actor=system, letter=second, through=EmailBackend())

    monkeypatch.setattr(EmailBackend, "send_messages", sent)
    run_job()

    assert sorted(one.to[0] for one in mail.outbox) == ["hoa@example.vn", "minh@example.vn"]


def test_a_letter_sent_again_carries_the_same_number(cast: Cast) -> None:
    tell(cast)
    run_job()
    # Killed between the server's answer and our mark: the mark is not there.
    Letter.objects.update(sent_at=None)

    run_job()

    first, again = (one.extra_headers["Message-ID"] for one in mail.outbox)
    assert first == again


def test_what_the_server_refuses_waits_for_the_next_run(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(cast)

    def refuse(self: EmailBackend, messages: list[Any]) -> int:
        raise OSError("refused")

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", refuse)
        run_job()
    assert (Letter.objects.get().tries, Letter.objects.get().sent_at) == (1, None)

    run_job()

    assert len(mail.outbox) == 1


def test_a_silent_server_ends_the_job_with_a_sentence(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(cast)

    def silent(self: EmailBackend) -> None:
        raise OSError("no answer")

    monkeypatch.setattr(EmailBackend, "open", silent)
    run = run_job()

    assert (run.state, Letter.objects.get().tries) == ("failed", 0)
    assert "Máy chủ thư không trả lời" in run.error


def test_nothing_leaves_a_demonstration(cast: Cast) -> None:
    Installation.objects.update_or_create(defaults={"is_demonstration": True})
    tell(cast)

    run_job()

    assert not mail.outbox
    assert not Letter.objects.exists()


def test_nothing_leaves_without_an_address_for_its_links(cast: Cast, settings: Any) -> None:
    settings.PUBLIC_URL = ""
    tell(cast)

    run_job()

    assert not mail.outbox


def test_nothing_is_printed_in_place_of_being_sent(cast: Cast, settings: Any) -> None:
    settings.EMAIL_BACKEND = queries.TO_TERMINAL
    tell(cast)

    run_job()

    assert not Letter.objects.exists()


def test_whoever_switched_letters_off_gets_none(cast: Cast) -> None:
    tell(cast)
    answer = cast.client("minh").post(
        "/tai-khoan/ho-so/", {"salutation": "ong", "phone": "", "email": "minh@example.vn"}
    )
    assert answer.status_code == 302 or answer.status_code == 303

    run_job()

    assert not mail.outbox
    assert "không nhận lời nhắn" in cast.client("minh").get("/tai-khoan/").content.decode()


def test_a_letter_made_before_the_switch_is_torn_up(cast: Cast) -> None:
    tell(cast)
    make_letters(actor=Actor.system(cast.today))
    cast.minh.mails_wanted = False
    cast.minh.save(update_fields=["mails_wanted"])

    run_job()

    assert not mail.outbox
    assert not Letter.objects.exists()


def test_what_was_read_or_is_old_needs_no_letter(cast: Cast) -> None:
    tell(cast, "task:1")
    tell(cast, "task:2")
    read_notice(actor=cast.actor("minh"), notice=Notice.objects.get(about="task:1"))
    Notice.objects.filter(about="task:2").update(at=clock.now() - timedelta(days=4))

    run_job()

    assert not mail.outbox


def test_a_person_does_not_set_letters_off(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        make_letters(actor=cast.actor("quantri"))


def test_an_address_that_is_none_is_said_kindly(cast: Cast) -> None:
    answer = cast.client("lan").post(
        "/tai-khoan/ho-so/", {"salutation": "co", "phone": "", "email": "lan"}
    )

    assert answer.status_code == 422
    assert "Xin ghi đủ địa chỉ thư" in answer.content.decode()
