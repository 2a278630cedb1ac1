"""Figures beside a report at a meeting open to where they came from."""

from django.urls import reverse

from bongca.core.scope import scoped
from bongca.meetings.actions.meetings import record_report
from bongca.meetings.models import BodyReport
from bongca.meetings.tests.factories import add_meeting
from bongca.reporting.tests.factories import Setting


def reported(setting: Setting, unit: str, who: str) -> BodyReport:
    meeting = add_meeting(setting.cast, unit, who)
    actor = setting.cast.actor(who)
    return record_report(actor=actor, meeting=meeting, said_by="Văn phòng", text="Đã nộp.")


def test_the_figures_last_handed_in_stand_beside_the_words_and_open(setting: Setting) -> None:
    with scoped(setting.cast.actor("minh")):
        setting.fill_commune("minh", "tan_yen")
        sent = setting.submit("minh", "tan_yen", "Chi hội chưa gửi")
    report = reported(setting, "tan_yen", "minh")
    client = setting.cast.client("minh")

    html = client.get(reverse("meetings:report_detail", args=[report.pk])).content.decode()

    first = sent.figures.filter(value__isnull=False).order_by("indicator__code")[0]
    code = first.indicator.code
    url = reverse("reporting:figure_explain", args=[sent.round_id, code, setting.cast.tan_yen.pk])
    assert f'href="{url}"' in html
    assert client.get(url).status_code == 200


def test_the_top_which_hands_in_to_nobody_is_led_to_the_round(setting: Setting) -> None:
    report = reported(setting, "central", "mai")

    url = reverse("meetings:report_detail", args=[report.pk])
    html = setting.cast.client("binh").get(url).content.decode()

    assert "Số liệu của" in html
