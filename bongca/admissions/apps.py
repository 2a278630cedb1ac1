from django.apps import AppConfig


class AdmissionsConfig(AppConfig):
    name = "bongca.admissions"
    verbose_name = "Vào Hội, chuyển sinh hoạt"

    def ready(self) -> None:
        from bongca.admissions import receivers  # noqa: F401  # connects its signals
        from bongca.admissions.queries.home import home_tasks, home_waiting
        from bongca.admissions.queries.person import happenings
        from bongca.admissions.views.panels import person_panel
        from bongca.core.ui import home, register_nav_place
        from bongca.core.ui.slots import register_panel
        from bongca.members.queries.acts import (
            register_group_act,
            register_happenings,
            register_list_page,
        )

        register_list_page("Toàn cảnh", "admissions:glance", "members.edit", order=10)
        register_list_page("Đơn xin vào Hội", "admissions:application_list", "members.view")
        register_list_page("Chuyển sinh hoạt", "admissions:transfer_list", "members.view")
        register_group_act("Chuyển tổ hội", "admissions:together_move", "members.edit", order=10)
        register_group_act("Ghi qua đời", "admissions:together_deaths", "members.edit", order=20)
        for page in (
            "glance",
            "application_list",
            "transfer_list",
            "together_move",
            "together_deaths",
        ):
            register_nav_place(f"admissions:{page}", under="members:member_list")
        register_panel("members.person", person_panel, order=10)
        register_happenings(happenings)
        home.register_tasks(home_tasks, order=15)
        home.register_waiting(home_waiting, order=15)
