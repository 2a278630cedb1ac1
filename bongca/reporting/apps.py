from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "bongca.reporting"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        from bongca.core.ui import home, register_nav
        from bongca.core.ui.slots import register_panel
        from bongca.reporting import receivers  # noqa: F401  # connects its signals
        from bongca.reporting.queries.home import home_tasks, home_waiting, unit_panel
        from bongca.reporting.queries.meetings import figures_panel

        register_nav("Báo cáo", "reporting:round_list", word="reports.view", order=30)
        home.register_tasks(home_tasks, order=30)
        home.register_waiting(home_waiting, order=30)
        register_panel("org.unit", unit_panel, order=30)
        register_panel("meetings.report", figures_panel)
