from django.urls import path

from bongca.members.views import acts, circumstances, lists, merging, persons

app_name = "members"
urlpatterns = [
    path("", lists.member_list, name="member_list"),
    path("in/", lists.member_print, name="member_print"),
    path("xuat/", lists.member_export, name="member_export"),
    path("xuat/<uuid:run_id>/", lists.export_state, name="export_state"),
    path("them/", persons.member_add, name="member_add"),
    path("<uuid:pk>/", persons.member_detail, name="member_detail"),
    path("<uuid:pk>/sua/", persons.member_edit, name="member_edit"),
    path("<uuid:pk>/hoan-canh/", circumstances.circumstances_edit, name="circumstances_edit"),
    path("<uuid:pk>/so-dinh-danh/", persons.identity_show, name="identity_show"),
    path("<uuid:pk>/so-dinh-danh/ghi/", persons.identity_edit, name="identity_edit"),
    path("<uuid:pk>/thoi-sinh-hoat/", acts.member_end, name="member_end"),
    path("<uuid:pk>/chuyen-to/", acts.member_move, name="member_move"),
    path("<uuid:pk>/vao-lai/", acts.member_readmit, name="member_readmit"),
    path("<uuid:pk>/gop/", merging.merge_find, name="merge_find"),
    path("<uuid:pk>/gop/<uuid:other>/", merging.member_merge, name="member_merge"),
    path("gop/<uuid:pk>/hoan-tac/", merging.merge_undo, name="merge_undo"),
    path("ghi/<uuid:pk>/hoan-tac/", acts.act_undo, name="act_undo"),
]
