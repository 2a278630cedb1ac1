from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "bongca.care"
    verbose_name = "Chăm lo"

    def ready(self) -> None:
        from bongca.care import receivers  # noqa: F401  # connects its signals
        from bongca.care.queries import files
        from bongca.care.queries import home as first_page
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav
        from bongca.core.ui.slots import register_panel

        register_nav("Chăm lo", "care:longevity", word="figures.view", order=28)
        home.register_tasks(first_page.home_tasks, order=30)
        register_panel("org.unit", first_page.unit_panel, order=40)
        register_panel("members.person", first_page.person_panel, order=40)
        register_purpose(files.EXPORT_PURPOSE, files.may_open_file)
