from django.contrib.auth.decorators import login_not_required
from django.urls import path

from bongca.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.index, name="home"),
    path("tra-cuu/", views.search, name="search"),
    path("tro-giup/", login_not_required(views.guide), name="guide"),
    path("tro-giup/mau-giay/", login_not_required(views.paper_form), name="paper_form"),
    path(
        "tro-giup/hinh/<slug:slug>.png", login_not_required(views.guide_image), name="guide_image"
    ),
    path("tro-giup/<slug:slug>/", login_not_required(views.guide_detail), name="guide_page"),
]
