from django.contrib.auth.decorators import login_not_required
from django.urls import path

from bongca.core import views

app_name = "core"
urlpatterns = [
    path("co-chu/", login_not_required(views.letters), name="letters"),
    path("bo-phan/", login_not_required(views.parts), name="parts"),
    path("bo-phan/hoi/", login_not_required(views.parts_question), name="parts_question"),
]
