"""Ông Minh lists and prints the cards of his commune, cô Lan hands hers over, a stranger scans."""

import pytest
from playwright.sync_api import expect

from bongca.cards.models import Card
from bongca.cards.queries.checking import token_of
from bongca.core.jobs import work_off
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit_several
from tests.browsing import Visit

pytestmark = pytest.mark.browser


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("script", [True, False])
def test_a_card_goes_from_the_list_into_its_owners_hand(visit: Visit, script: bool) -> None:
    lan = visit.cast.actor("lan")
    with scoped(lan):
        admit_several(lan, visit.cast.to_1)
    minh = visit.sign_in("minh").at(1366)
    if not script:
        minh.without_script()
    minh.open("/the-hoi-vien/")
    expect(minh.page.locator("main")).to_contain_text("10 hội viên chưa có thẻ")
    minh.page.get_by_role("link", name="Lập danh sách thẻ").click()
    press(minh, "Lập danh sách")
    expect(minh.page.get_by_role("status")).to_contain_text("Đã lập danh sách 10 thẻ.")
    press(minh, "In 10 thẻ")
    work_off()
    minh.page.reload()
    expect(minh.page.get_by_role("link", name="Tải tệp in về")).to_be_visible()
    minh.page.get_by_role("link", name="Mở đợt thẻ").click()
    batch = minh.page.url.partition("/the-hoi-vien")[2]

    visit.sign_in("lan").at(390).open("/the-hoi-vien" + batch)
    assert not script or visit.faults() == []  # axe itself is a script
    visit.page.get_by_label("Đặng Thị Bích").check()
    press(visit, "Ghi trao những thẻ đã đánh dấu")
    expect(visit.page.get_by_role("status").first).to_contain_text("Đã ghi trao 1 thẻ.")
    expect(visit.page.locator("main")).to_contain_text("1/10 thẻ")

    with scoped(lan):
        card = Card.objects.get(state="handed")
    visit.sign_in("").open(f"/kiem-tra-the/{token_of(card.number, card.edition)}/")
    expect(visit.page.locator("main")).to_contain_text("Thẻ còn giá trị")
    expect(visit.page.locator("main")).to_contain_text("Đ.T.B.")
    assert not script or visit.faults() == []
