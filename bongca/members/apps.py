from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "bongca.members"
    verbose_name = "Hội viên"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav
        from bongca.core.ui.search import register_search
        from bongca.core.ui.slots import register_panel
        from bongca.members import receivers  # noqa: F401  # connects its signals
        from bongca.members.queries import exported, figures
        from bongca.members.queries import home as first_page
        from bongca.org.queries.pages import register_unit_counter

        register_nav("Hội viên", "members:member_list", word="members.view", order=20)
        register_search("members", first_page.search_members, order=10)
        home.register_tasks(first_page.home_tasks, order=20)
        home.register_waiting(first_page.home_waiting, order=20)
        home.register_figures(first_page.home_figures, order=50)
        register_unit_counter("Hội viên", figures.count_members_of_units, order=10)
        register_panel("org.unit", first_page.unit_panel, order=20)
        register_purpose(exported.EXPORT.purpose, exported.EXPORT.may_open)
