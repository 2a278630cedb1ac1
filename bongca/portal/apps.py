from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "bongca.portal"
    verbose_name = "Cổng"
