from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "bongca.privacy"
    verbose_name = "Dữ liệu cá nhân"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav_place
        from bongca.core.ui.slots import register_panel
        from bongca.privacy import receivers  # noqa: F401  # connects its signals
        from bongca.privacy.policies import SCAN_PURPOSE, may_open_scan
        from bongca.privacy.queries import home as first_page

        register_purpose(SCAN_PURPOSE, may_open_scan)
        register_nav_place("privacy:privacy_home", under="org:own_unit")
        home.register_tasks(first_page.home_tasks, order=40)
        register_panel("org.unit", first_page.unit_panel, order=60)
        register_panel("members.person", first_page.person_panel, order=60)
