"""Addresses of meetings; mounted at the root under cuoc-hop/."""

from django.urls import path

from bongca.meetings.views import (
    agenda,
    conclusions,
    content,
    decisions,
    meetings,
    papers,
    people,
    previous,
    voting,
)

app_name = "meetings"
urlpatterns = [
    path("", meetings.meeting_list, name="meeting_list"),
    path("them/", meetings.meeting_add, name="meeting_add"),
    path("<int:pk>/", meetings.meeting_detail, name="meeting_detail"),
    path("<int:pk>/sua/", meetings.meeting_edit, name="meeting_edit"),
    path("<int:pk>/tra-loi/", meetings.invitation_answer, name="invitation_answer"),
    path("<int:pk>/moi/", people.participant_add, name="participant_add"),
    path("<int:pk>/moi/<int:participant_id>/", people.participant_edit, name="participant_edit"),
    path("<int:pk>/moi/<int:participant_id>/bo/", people.participant_drop, name="participant_drop"),
    path("<int:pk>/co-mat/", people.attendance, name="attendance"),
    path("<int:pk>/chuong-trinh/them/", content.agenda_add, name="agenda_add"),
    path("<int:pk>/chuong-trinh/<int:item_id>/tai-lieu/", agenda.paper_add, name="paper_add"),
    path("tai-lieu/<int:pk>/", agenda.paper_open, name="paper_open"),
    path("tai-lieu/<int:pk>/bo/", agenda.paper_drop, name="paper_drop"),
    path("cach-tinh/", voting.voting_rules, name="voting_rules"),
    path("cach-tinh/<slug:code>/", voting.voting_rule_set, name="voting_rule_set"),
    path("<int:pk>/bao-cao/them/", content.report_add, name="report_add"),
    path("bao-cao/<int:pk>/", content.report_detail, name="report_detail"),
    path("<int:pk>/y-kien/them/", content.opinion_add, name="opinion_add"),
    path("<int:pk>/ket-luan/", conclusions.conclusion_list, name="conclusion_list"),
    path("<int:pk>/ket-luan/them/", conclusions.conclusion_add, name="conclusion_add"),
    path("<int:pk>/ban-hanh/", conclusions.notice_publish, name="notice_publish"),
    path("<int:pk>/viec-ky-truoc/", previous.previous_list, name="previous_list"),
    path("ket-luan/<int:pk>/", previous.conclusion_detail, name="conclusion_detail"),
    path("ket-luan/<int:pk>/sua/", conclusions.conclusion_edit, name="conclusion_edit"),
    path("ket-luan/<int:pk>/bo/", conclusions.conclusion_drop, name="conclusion_drop"),
    path("<int:pk>/bien-ban/", decisions.minutes, name="minutes"),
    path("<int:pk>/bien-ban/ghi/", decisions.minutes_write, name="minutes_write"),
    path("<int:pk>/bien-ban/van-ban/", papers.minutes_paper, name="minutes_paper"),
    path("<int:pk>/bieu-quyet/them/", decisions.ballot_add, name="ballot_add"),
    path("<int:pk>/bieu-quyet/tai-cho/", decisions.ballot_count, name="ballot_count"),
    path("bieu-quyet/<int:pk>/", decisions.ballot_detail, name="ballot_detail"),
    path("bieu-quyet/<int:pk>/dem/", decisions.ballot_close, name="ballot_close"),
    path("<int:pk>/in/<slug:kind>.<slug:extension>", papers.paper, name="paper"),
]
