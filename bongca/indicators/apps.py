from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "bongca.indicators"
    verbose_name = "Chỉ tiêu"
