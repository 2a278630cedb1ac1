from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "bongca.reporting"
    verbose_name = "Báo cáo"
