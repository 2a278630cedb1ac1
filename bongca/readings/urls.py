"""Addresses of texts read for a meeting; mounted under cuoc-hop/, beside those of meetings."""

from django.urls import path

from bongca.readings import views

app_name = "readings"
urlpatterns = [
    path("<int:pk>/doc/", views.reading_add, name="reading_add"),
    path("doc/<int:pk>/", views.reading_detail, name="reading_detail"),
    path("de-xuat/<int:pk>/nhan/", views.proposal_take, name="proposal_take"),
    path("de-xuat/<int:pk>/bo/", views.proposal_drop, name="proposal_drop"),
]
