from django.contrib.auth.decorators import login_not_required
from django.urls import path

from bongca.core import views
from bongca.core.files.views import attachment
from bongca.core.jobs import pages as jobs

app_name = "core"
urlpatterns = [
    path("quan-tri/cong-viec/", jobs.job_list, name="job_list"),
    path("quan-tri/cong-viec/<uuid:run_id>/", jobs.job_detail, name="job_detail"),
    path("quan-tri/cong-viec/<uuid:run_id>/dung/", jobs.job_cancel, name="job_cancel"),
    path("tep/<uuid:pk>/", attachment, name="attachment"),
    path("co-chu/", login_not_required(views.letters), name="letters"),
    path("bo-phan/", login_not_required(views.parts), name="parts"),
    path("bo-phan/hoi/", login_not_required(views.parts_question), name="parts_question"),
    path("bo-phan/kiem-tra/", login_not_required(views.parts_check), name="parts_check"),
    path("bo-phan/luu/", login_not_required(views.parts_save), name="parts_save"),
]
