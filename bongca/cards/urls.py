from django.urls import path

from bongca.cards.views import batches, cards, settings

app_name = "cards"
urlpatterns = [
    path("the-hoi-vien/", batches.card_home, name="card_home"),
    path("the-hoi-vien/lap/<int:pk>/", batches.batch_add, name="batch_add"),
    path("the-hoi-vien/dot/<uuid:pk>/", batches.batch_detail, name="batch_detail"),
    path("the-hoi-vien/dot/<uuid:pk>/in/", batches.batch_print, name="batch_print"),
    path("the-hoi-vien/dot/<uuid:pk>/dang-in/", batches.batch_printing, name="batch_printing"),
    path("the-hoi-vien/dot/<uuid:pk>/gui/", batches.batch_send, name="batch_send"),
    path("the-hoi-vien/dot/<uuid:pk>/nhan/", batches.batch_receive, name="batch_receive"),
    path("the-hoi-vien/dot/<uuid:pk>/trao/", batches.batch_hand, name="batch_hand"),
    path("the-hoi-vien/nguoi/<uuid:pk>/", cards.person_cards, name="person_cards"),
    path("the-hoi-vien/nguoi/<uuid:pk>/<uuid:card_id>/", cards.card_end, name="card_end"),
    path("the-hoi-vien/nguoi/<uuid:pk>/<uuid:card_id>/bo/", cards.card_drop, name="card_drop"),
    path("the-hoi-vien/nguoi/<uuid:pk>/<uuid:card_id>/lai/", cards.card_undo, name="card_undo"),
    path("the-hoi-vien/mau/", settings.design_edit, name="design_edit"),
    path("the-hoi-vien/phoi/", settings.blank_book, name="blank_book"),
    path("the-hoi-vien/doi-the/", settings.campaign_add, name="campaign_add"),
    path("the-hoi-vien/doi-the/<int:pk>/", settings.campaign_detail, name="campaign_detail"),
    path("the-hoi-vien/doi-the/<int:pk>/lap/", settings.campaign_list, name="campaign_list"),
    path("the-hoi-vien/doi-the/<int:pk>/xong/", settings.campaign_close, name="campaign_close"),
    path("kiem-tra-the/<str:token>/", cards.card_check, name="card_check"),
]
