from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "bongca.offices"
    verbose_name = "Chức danh"

    def ready(self) -> None:
        from bongca.core.ui.slots import register_panel
        from bongca.offices import receivers  # noqa: F401 - connects them
        from bongca.offices.views.officers import officers_panel

        register_panel("org.unit", officers_panel, order=10)
