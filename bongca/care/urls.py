from django.urls import path

from bongca.care.views import files, longevity, rights, rounds

app_name = "care"
urlpatterns = [
    path("", longevity.longevity, name="longevity"),
    path("muc/", longevity.level_list, name="level_list"),
    path("lap/", files.file_order, name="file_order"),
    path("lap/<uuid:run_id>/", files.file_state, name="file_state"),
    path("dot/lap/", rounds.round_add, name="round_add"),
    path("dot/<int:pk>/", rounds.round_detail, name="round_detail"),
    path("dot/<int:pk>/sua/", rounds.round_edit, name="round_edit"),
    path("dot/<int:pk>/chot/", rounds.round_freeze, name="round_freeze"),
    path("dot/<int:pk>/cap-nhat/", rounds.round_take_in, name="round_take_in"),
    path("dot/<int:pk>/xong/", rounds.round_close, name="round_close"),
    path("dot/<int:pk>/bo/", rounds.round_drop, name="round_drop"),
    path("dot/<int:pk>/trao/", rounds.receipts, name="receipts"),
    path("trao/<uuid:pk>/bo/", rounds.receipt_clear, name="receipt_clear"),
    path("quyen-loi/", rights.rights, name="rights"),
    path("quyen-loi/in/", rights.rights_print, name="rights_print"),
    path("quyen-loi/xuat/", rights.rights_export, name="rights_export"),
    path("quyen-loi/<uuid:pk>/", rights.person_rights, name="person_rights"),
    path("quyen-loi/<uuid:pk>/hoi/", rights.answers_edit, name="answers_edit"),
    path("quyen-loi/<uuid:pk>/<slug:code>/", rights.request_edit, name="request_edit"),
    path("quyen-loi/<uuid:pk>/<slug:code>/bo/", rights.request_withdraw, name="request_withdraw"),
]
