from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "bongca.core"
    verbose_name = "Nền chung"
