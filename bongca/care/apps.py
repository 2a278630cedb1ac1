from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "bongca.care"
    verbose_name = "Chăm lo"

    def ready(self) -> None:
        from bongca.care import receivers  # noqa: F401  # connects its signals
        from bongca.care.queries import files
        from bongca.care.queries import home as first_page
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav_place
        from bongca.core.ui.slots import register_panel
        from bongca.members.queries.acts import BESIDE, register_list_act

        register_nav_place("care:longevity", under="members:member_list")
        register_list_act(
            "Mừng thọ, quyền lợi", "care:longevity", "members.view", order=30, place=BESIDE
        )
        home.register_tasks(first_page.home_tasks, order=30)
        register_panel("org.unit", first_page.unit_panel, order=40)
        register_panel("members.person", first_page.person_panel, order=40)
        register_purpose(files.FILE.purpose, files.FILE.may_open)
