from django.apps import AppConfig


class RollsConfig(AppConfig):
    name = "bongca.rolls"
    verbose_name = "Danh sách mang đến"
