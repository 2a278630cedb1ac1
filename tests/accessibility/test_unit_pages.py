"""Pages of units and offices for everybody: full, empty, in error, with the longest names."""

import pytest
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.scope import scoped
from bongca.offices.actions.appointments import Citation, appoint
from bongca.offices.actions.bodies import body_for
from bongca.offices.actions.seeds import seed_positions
from bongca.offices.models import Appointment, Position
from bongca.org.actions.units import create_unit
from bongca.people.actions.persons import PersonFields
from tests.browsing import Visit
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.browser
LONGEST = "Công Tằng Tôn Nữ Thị Nguyệt Minh Phương"


@pytest.fixture(autouse=True)
def offices(cast: Cast) -> Appointment:
    """Put somebody with a long name into a branch with a long name."""
    seed_positions(actor=Actor.system(TODAY))
    actor = cast.actor("minh")
    name = "khu dân cư liên tổ dân phố số 12 và số 13 Đông Khánh Thượng Cầu"
    branch = create_unit(actor=actor, parent=cast.tan_yen, name=name, on=TODAY)
    with scoped(actor):
        head = Position.objects.get(pk="branch.head")
        return appoint(
            actor=actor, body=body_for(actor, branch, head.body_kind, TODAY), position=head,
            on=TODAY, new_person=PersonFields(LONGEST, "f"),
            citation=Citation("128/QĐ-HNCT-BTCKT", TODAY, "Ban Thường vụ Hội NCT xã Tân Yên"),
        )  # fmt: skip


def test_pages_of_units_are_for_everybody(visit: Visit, offices: Appointment) -> None:
    unit, empty = visit.cast.tan_yen.pk, visit.cast.phuc_hoa.pk
    paths = [
        ("minh", reverse("org:unit_detail", args=[unit])),
        ("minh", reverse("org:unit_detail", args=[unit]) + "?q=khong+co"),
        ("hoa", reverse("org:unit_detail", args=[empty])),
        ("hoa", reverse("org:unit_find") + "?q=thon"),
        ("minh", reverse("org:unit_history", args=[unit])),
        ("minh", reverse("org:unit_create", args=[unit])),
        ("hoa", reverse("org:unit_rename", args=[unit])),
        ("minh", reverse("org:unit_close", args=[offices.unit_id])),
        ("minh", reverse("offices:officer_list", args=[offices.unit_id])),
        ("minh", reverse("offices:appoint", args=[unit])),
        ("minh", reverse("offices:body_form", args=[unit])),
        ("minh", reverse("offices:appointment_end", args=[offices.pk])),
    ]
    faults = []
    for who, path in paths:
        visit.sign_in(who).open(path)
        faults += [f"{path} {fault}" for fault in visit.faults_at_every_width()]

    assert "\n".join(faults) == ""


def test_form_in_error_is_for_everybody(visit: Visit, offices: Appointment) -> None:
    visit.sign_in("minh").open(reverse("offices:appoint", args=[offices.unit_id]))
    visit.page.locator("[name=full_name]").fill(LONGEST)
    visit.page.locator("main button.govuk-button").last.click()

    visit.page.get_by_text("Có phải là một người không?").first.wait_for()
    assert "\n".join(visit.faults_at_every_width()) == ""


def test_unit_is_found_while_typing_and_without_script(visit: Visit) -> None:
    page = visit.sign_in("hoa").open(reverse("org:unit_find"))
    page.locator("#id_q").press_sequentially("nha nam")
    page.get_by_text("Hội NCT xã Nhã Nam", exact=True).wait_for()

    page = visit.without_script().open(reverse("org:unit_find"))
    page.locator("#id_q").fill("nhã nam")
    page.locator("main button[type=submit]").click()
    page.get_by_role("link", name="Xem").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Hội NCT xã Nhã Nam"


def test_search_below_a_unit_replaces_the_list_alone(visit: Visit) -> None:
    page = visit.sign_in("minh").open(reverse("org:unit_detail", args=[visit.cast.tan_yen.pk]))
    page.locator("#id_q").fill("yen ly")
    page.locator("#ds-don-vi button[type=submit]").click()
    page.get_by_text("Trở lại xem cả đơn vị").wait_for()

    assert page.get_by_text("Chi hội thôn Yên Lý").is_visible()
    assert page.get_by_text("Chi hội thôn Đồng Tâm").count() == 0
