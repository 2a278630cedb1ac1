from django.urls import path

from bongca.privacy.views import persons, requests, watching

app_name = "privacy"
urlpatterns = [
    path("", watching.privacy_home, name="privacy_home"),
    path("dong-y/", watching.text_list, name="text_list"),
    path("nguoi/<uuid:pk>/", persons.person_detail, name="person_detail"),
    path("nguoi/<uuid:pk>/dong-y/", persons.consent_add, name="consent_add"),
    path("dong-y/<uuid:pk>/rut/", persons.consent_withdraw, name="consent_withdraw"),
    path("nguoi/<uuid:pk>/yeu-cau/", persons.request_add, name="request_add"),
    path("yeu-cau/", requests.request_list, name="request_list"),
    path("yeu-cau/<uuid:pk>/", requests.request_detail, name="request_detail"),
    path("yeu-cau/<uuid:pk>/phieu/", requests.request_receipt, name="request_receipt"),
    path("yeu-cau/<uuid:pk>/tra-loi/", requests.request_answer, name="request_answer"),
    path("yeu-cau/<uuid:pk>/gia-han/", requests.request_extend, name="request_extend"),
    path("yeu-cau/<uuid:pk>/xong/", requests.request_finish, name="request_finish"),
    path("nhat-ky/", watching.access_log, name="access_log"),
    path("su-co/", watching.incident_list, name="incident_list"),
    path("su-co/ghi/", watching.incident_add, name="incident_add"),
    path("su-co/<int:pk>/", watching.incident_detail, name="incident_detail"),
    path("su-co/<int:pk>/ghi/", watching.incident_edit, name="incident_edit"),
    path("kiem-ke/", watching.inventory_page, name="inventory_page"),
    path("kiem-ke/ghi/", watching.holding_settle, name="holding_settle"),
    path("kiem-ke/in/", watching.inventory_print, name="inventory_print"),
]
