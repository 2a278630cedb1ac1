from django.urls import path

from bongca.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.account, name="account"),
    path("ho-so/", views.account_edit, name="account_edit"),
    path("quen-mat-khau/", views.forgotten, name="forgotten"),
    path("phien/<int:session_id>/ket-thuc/", views.session_end, name="session_end"),
    path("buoc-hai/bo/", views.second_factor_drop, name="second_factor_drop"),
    path("loi-nhan/", views.notice_list, name="notice_list"),
    path("loi-nhan/<int:pk>/", views.notice_open, name="notice_open"),
]
