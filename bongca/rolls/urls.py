from django.urls import path

from bongca.rolls.views import steps

app_name = "rolls"

urlpatterns = [
    path("", steps.roll_list, name="roll_list"),
    path("<uuid:pk>/", steps.roll_detail, name="roll_detail"),
    path("<uuid:pk>/cot/", steps.roll_columns, name="roll_columns"),
    path("<uuid:pk>/chu/", steps.roll_lettering, name="roll_lettering"),
    path("<uuid:pk>/tra-loi/", steps.roll_answers, name="roll_answers"),
    path("<uuid:pk>/ghi/", steps.roll_write, name="roll_write"),
    path("<uuid:pk>/bo/", steps.roll_drop, name="roll_drop"),
    path("<uuid:pk>/dung/", steps.roll_stop, name="roll_stop"),
    path("<uuid:pk>/lam-tiep/", steps.roll_resume, name="roll_resume"),
    path("<uuid:pk>/hoan-tac/", steps.roll_undo, name="roll_undo"),
    path("<uuid:pk>/chua-ghi.xlsx", steps.roll_rest, name="roll_rest"),
]
