from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "bongca.offices"
    verbose_name = "Chức danh"
