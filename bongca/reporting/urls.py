from django.urls import path

from bongca.reporting.views import figures, papers, reports, reviews, rounds, submissions

app_name = "reporting"
urlpatterns = [
    path("", rounds.round_list, name="round_list"),
    path("mo-ky/", rounds.round_open, name="round_open"),
    path("ky/<int:round_id>/", rounds.round_detail, name="round_detail"),
    path("ky/<int:round_id>/don-vi/<int:unit_id>/", rounds.round_unit, name="round_unit"),
    path("ky/<int:round_id>/chot/", rounds.round_close, name="round_close"),
    path(
        "ky/<int:round_id>/so/<str:code>/<int:unit_id>/",
        figures.figure_explain,
        name="figure_explain",
    ),
    path("<int:report_id>/", reports.report_detail, name="report_detail"),
    path("<int:report_id>/tu-luu/", reports.report_autosave, name="report_autosave"),
    path("<int:report_id>/kiem-tra/<str:code>/", reports.report_check, name="report_check"),
    path("<int:report_id>/lich-su/", reports.report_history, name="report_history"),
    path("<int:report_id>/nop/", submissions.report_submit, name="report_submit"),
    path("<int:report_id>/duyet/", reviews.report_accept, name="report_accept"),
    path("<int:report_id>/tra-lai/", reviews.report_return, name="report_return"),
    path("<int:report_id>/dinh-chinh/<str:code>/", reviews.figure_amend, name="figure_amend"),
    path("<int:report_id>/van-ban.pdf", papers.report_pdf, name="report_pdf"),
    path("<int:report_id>/van-ban.docx", papers.report_word, name="report_word"),
]
