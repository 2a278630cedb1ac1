from django.contrib.auth.decorators import login_not_required
from django.urls import path

from bongca.core import views

app_name = "core"
urlpatterns = [
    path("co-chu/", login_not_required(views.letters), name="letters"),
]
