from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "bongca.reporting"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        from bongca.core.ui import register_nav

        register_nav("Báo cáo", "reporting:round_list", word="reports.view", order=30)
