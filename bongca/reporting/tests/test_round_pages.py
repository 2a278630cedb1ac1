"""What a round and a ratio say besides their numbers."""

from django.utils import timezone

from bongca.core.scope import whole_tree
from bongca.core.text import name_keys
from bongca.offices.models import Appointment, Body, Position
from bongca.org.models import Grant, Unit
from bongca.people.models import Person
from bongca.reporting.tests.factories import Setting, add_members
from tests.cast import SINCE


def appoint_head(branch: Unit, full_name: str, phone: str) -> None:
    position, _ = Position.objects.get_or_create(
        code="branch_head",
        defaults={
            "title": "Chi hội trưởng", "tier": "branch", "role": "branch_head", "rank": 1,
            "body_kind": "branch_leadership",
        },
    )  # fmt: skip
    keys = name_keys(full_name)
    person = Person.objects.create(
        full_name=full_name, sort_key=keys.sort_key, given_ascii=keys.given_ascii,
        search_name=keys.search_name, match_key=keys.match_key, phone=phone, status="member",
        unit=branch, unit_pos=branch.lft, commune=branch.commune, province=branch.province,
    )  # fmt: skip
    body = Body.objects.create(
        unit=branch, kind="branch_leadership", name="Ban Chấp hành chi hội", during=SINCE
    )
    Appointment.objects.create(
        person=person, display_name=full_name, position=position, body=body, unit=branch,
        during=SINCE, how="elected", recorded_at=timezone.now(),
    )  # fmt: skip


def test_head_of_a_branch_without_an_account_can_be_called(setting: Setting) -> None:
    cast = setting.cast
    Grant.objects.filter(unit=cast.yen_ly).update(during=(SINCE.lower, cast.today))
    with whole_tree():
        appoint_head(cast.yen_ly, "Đỗ Văn Đạo", "0912111333")

    page = cast.client("minh").get(f"/bao-cao/ky/{setting.round.pk}/").content.decode()
    central = cast.client("tu").get(f"/bao-cao/ky/{setting.round.pk}/don-vi/{cast.tan_yen.pk}/")

    assert "Đỗ Văn Đạo" in page and "0912 111 333" in page
    assert "0912 111 333" not in central.content.decode()


def test_a_ratio_is_opened_to_its_two_numbers(setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 3)
    client = setting.cast.client("minh")
    report = setting.report("tan_yen")
    client.post(f"/bao-cao/{report.pk}/", {"so_A1": "4", "cu_A1": "", "nguon_A1": "Công an xã"})

    path = f"/bao-cao/ky/{setting.round.pk}/so/A8/{setting.cast.tan_yen.pk}/"
    page = client.get(path).content.decode()

    for number in ("3", "4", "75,0"):
        assert f'<td class="bc-number">{number}</td>' in page
    assert f'href="/bao-cao/{report.pk}/"' in page
