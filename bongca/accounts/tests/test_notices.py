"""What a user is told: once, by those who did it, seen until opened, and by nobody else."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.signals import authenticator_used

from bongca.accounts import queries
from bongca.accounts.actions.notices import notify
from bongca.accounts.models import Notice
from tests.cast import Cast

TEXT = "Tỉnh trả lại báo cáo 6 tháng cuối năm 2026."


def tell(cast: Cast, about: str = "report.returned:1", by: str = "hoa") -> int:
    return notify(
        actor=cast.actor(by), user_ids=[cast.minh.pk], text=TEXT, url="/bao-cao/", about=about
    )


def test_a_thing_is_told_once(cast: Cast) -> None:
    assert (tell(cast), tell(cast)) == (1, 0)
    assert tell(cast, about="report.returned:2") == 1


def test_nobody_is_told_of_what_they_did_themselves(cast: Cast) -> None:
    assert tell(cast, by="minh") == 0


def test_a_notice_stands_on_the_first_page_until_opened(cast: Cast) -> None:
    tell(cast)
    client = cast.client("minh")
    assert TEXT in client.get("/").content.decode()

    notice = Notice.objects.get()
    answer = client.get(f"/tai-khoan/loi-nhan/{notice.pk}/")

    assert answer.headers["Location"] == "/bao-cao/"
    assert TEXT not in client.get("/").content.decode()
    assert TEXT in client.get("/tai-khoan/loi-nhan/").content.decode()


def test_many_notices_are_one_line_of_the_first_page(cast: Cast) -> None:
    for number in range(3):
        tell(cast, about=f"report.returned:{number}")

    tasks = queries.home_tasks(cast.actor("minh"))

    assert [(task.title, task.button) for task in tasks] == [("Đọc 3 lời nhắn", "Xem 3 lời nhắn")]


def test_a_notice_is_seen_by_the_one_it_is_told_to(cast: Cast) -> None:
    tell(cast)

    assert not queries.notices_of(cast.actor("hoa")).exists()
    assert queries.notices_of(cast.actor("minh")).count() == 1


def test_whoever_runs_out_of_printed_codes_is_told_in_time(cast: Cast) -> None:
    codes = RecoveryCodes.activate(cast.lan)

    def use(count: int) -> list[Any]:
        codes.instance.data["used_mask"] = (1 << count) - 1
        codes.instance.save()
        authenticator_used.send(sender=Authenticator, user=cast.lan, authenticator=codes.instance)
        return list(Notice.objects.filter(user=cast.lan))

    assert use(6) == []
    assert "còn 3 mã" in use(7)[0].text
    assert len(use(8)) == 1
