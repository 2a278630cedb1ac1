"""The pages as people walk them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bongca.core import clock
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit, admit_several
from bongca.people.models import Person
from bongca.privacy.models import Consent, Incident, PersonRequest
from bongca.privacy.tests.factories import add_text, agree, ask
from tests.cast import Cast

HOME = "/du-lieu-ca-nhan/"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture
def person(cast: Cast) -> Person:
    minh = cast.actor("minh")
    with scoped(minh):
        return admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1940-02-03").person


def day() -> str:
    return f"{clock.today():%d/%m/%Y}"


def test_lan_records_a_signed_paper_and_its_withdrawal(cast: Cast, person: Person) -> None:
    minh, lan = cast.client("minh"), cast.client("lan")
    text = {"from_on": "01/07/2026", "purpose": "Mừng thọ", "body": "Tôi đồng ý"}
    assert minh.post(f"{HOME}dong-y/", text).status_code == 303
    page = lan.get(f"{HOME}nguoi/{person.pk}/dong-y/").content.decode()
    assert "Mừng thọ" in page and "Im lặng không phải là đồng ý" in page
    chosen = page.split('<option value="')[1].split('"')[0]
    wanted = {"text_id": chosen, "how": "paper", "on": day()}
    again = lan.post(f"{HOME}nguoi/{person.pk}/dong-y/", wanted)
    assert again.status_code == 422 and "bản chụp tờ giấy đã ký" in again.content.decode()
    scan = SimpleUploadedFile("don.pdf", PDF)
    done = lan.post(f"{HOME}nguoi/{person.pk}/dong-y/", {**wanted, "scan": scan})
    assert done.status_code == 303
    with scoped(cast.actor("lan")):
        consent = Consent.objects.get()
    panel = lan.get(f"/hoi-vien/{person.pk}/").content.decode()
    assert "Đã đồng ý ngày" in panel
    assert lan.get(f"/tep/{consent.scan_id}/").status_code == 200
    assert minh.get(f"/tep/{consent.scan_id}/").status_code == 200
    assert cast.client("lan2").get(f"/tep/{consent.scan_id}/").status_code == 404
    out = lan.post(f"{HOME}dong-y/{consent.pk}/rut/", {"on": day(), "words": "Thôi"})
    assert out.status_code == 303
    page = lan.get(f"{HOME}nguoi/{person.pk}/").content.decode()
    assert "Đã rút" in page and "Rút lại sự đồng ý" in page


def test_minh_answers_and_finishes_a_request(cast: Cast, person: Person) -> None:
    lan, minh = cast.client("lan"), cast.client("minh")
    wanted = {"kind": "correct", "words": "Sửa năm sinh", "on": day()}
    assert lan.post(f"{HOME}nguoi/{person.pk}/yeu-cau/", wanted).status_code == 303
    with scoped(cast.actor("lan")):
        pk = PersonRequest.objects.get().pk
    url = f"{HOME}yeu-cau/{pk}/"
    assert "Hội cấp xã trả lời" in lan.get(url).content.decode()
    assert "Sửa năm sinh" in lan.get(f"{url}phieu/").content.decode()
    early = minh.post(f"{url}xong/", {"outcome": "done", "result": "Đã sửa", "on": day()})
    assert early.status_code == 422 and "Đã sửa" in early.content.decode()  # kept as typed
    assert minh.post(f"{url}tra-loi/", {"on": day(), "answer": "Sẽ sửa"}).status_code == 303
    done = minh.post(f"{url}xong/", {"outcome": "done", "result": "Đã sửa", "on": day()})
    assert done.status_code == 303
    assert "Đã làm xong" in minh.get(f"{HOME}yeu-cau/?nhom=xong").content.decode()
    assert "Không có yêu cầu nào" in minh.get(f"{HOME}yeu-cau/?nhom=mo").content.decode()


def test_minh_records_an_incident_and_reports_it(cast: Cast) -> None:
    minh = cast.client("minh")
    wanted = {
        "known_on": "01/07/2026",
        "known_time": "8:00",
        "what": "Mất sổ",
        "which_data": "Họ tên",
        "whose": "12 người",
    }
    assert minh.post(f"{HOME}su-co/ghi/", wanted).status_code == 303
    assert "Quá hạn" in minh.get(f"{HOME}su-co/").content.decode()
    url = f"{HOME}su-co/{Incident.objects.get().pk}/"
    step = {"measures": "Tìm lại", "reported_on": "02/07/2026", "reported_to": "A05"}
    again = minh.post(f"{url}ghi/", step)
    assert again.status_code == 422 and "Xin ghi giờ báo" in again.content.decode()
    assert minh.post(f"{url}ghi/", {**step, "reported_time": "9:30"}).status_code == 303
    page = minh.get(url).content.decode()
    assert "Đã báo đúng hạn" in page and "9 giờ 30, ngày 02/07/2026" in page


def test_lists_cost_the_same_whatever_they_hold(cast: Cast) -> None:
    minh, client = cast.actor("minh"), cast.client("minh")
    with scoped(minh):
        people = admit_several(minh, cast.to_1)
        text = add_text(minh, cast.tan_yen)
        ask(minh, people[0].pk)
        agree(minh, people[0].pk, text)
    urls = [f"{HOME}yeu-cau/", f"{HOME}dong-y/", f"{HOME}nguoi/{people[0].pk}/"]

    def costs() -> list[int]:
        found = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            found.append(len(queries))
        return found

    costs()
    few = costs()
    with scoped(minh):
        for person in people:
            ask(minh, person.pk, "see")
            ask(minh, people[0].pk, "delete")
    assert costs() == few
