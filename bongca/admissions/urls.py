from django.urls import path

from bongca.admissions.views import applications, deciding, glance, pauses, together, transfers

app_name = "admissions"
urlpatterns = [
    path("toan-canh/", glance.glance, name="glance"),
    path("don/", applications.application_list, name="application_list"),
    path("don/them/", applications.application_add, name="application_add"),
    path("don/cua/<uuid:pk>/", applications.application_of, name="application_of"),
    path("don/<uuid:pk>/", applications.application_detail, name="application_detail"),
    path("don/<uuid:pk>/cong-nhan/", deciding.recognise_page, name="application_recognise"),
    path("don/<uuid:pk>/khong-cong-nhan/", deciding.refuse_page, name="application_refuse"),
    path("don/<uuid:pk>/rut/", deciding.withdraw, name="application_withdraw"),
    path("don/<uuid:pk>/hoan-tac/", deciding.reopen, name="application_reopen"),
    path("chuyen/", transfers.transfer_list, name="transfer_list"),
    path("chuyen/di/<uuid:pk>/", transfers.transfer_send, name="transfer_send"),
    path("chuyen/<uuid:pk>/", transfers.transfer_detail, name="transfer_detail"),
    path("chuyen/<uuid:pk>/tiep-nhan/", transfers.transfer_accept, name="transfer_accept"),
    path("chuyen/<uuid:pk>/khong-tiep-nhan/", transfers.transfer_decline, name="transfer_decline"),
    path("chuyen/<uuid:pk>/rut-lai/", transfers.transfer_withdraw, name="transfer_withdraw"),
    path("chuyen/<uuid:pk>/hoan-tac/", transfers.transfer_undo, name="transfer_undo"),
    path("nhieu/chuyen-to/", together.move_page, name="together_move"),
    path("nhieu/qua-doi/", together.deaths_page, name="together_deaths"),
    path("nhieu/<uuid:pk>/hoan-tac/", together.undo, name="together_undo"),
    path("tam-nghi/<uuid:pk>/", pauses.pause_add, name="pause_add"),
    path("tam-nghi/<uuid:pk>/tro-lai/", pauses.pause_end, name="pause_end"),
    path("tam-nghi/<uuid:pk>/hoan-tac/", pauses.pause_undo, name="pause_undo"),
]
