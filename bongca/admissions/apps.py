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
        from bongca.members.queries import acts

        for label, page, word, order, place in (
            ("Toàn cảnh", "glance", "members.edit", 10, acts.BESIDE),
            ("Đơn xin vào Hội", "application_list", "members.view", 20, acts.BESIDE),
            ("Chuyển sinh hoạt", "transfer_list", "members.view", 30, acts.BESIDE),
            ("Chuyển tổ hội", "together_move", "members.edit", 10, acts.PICKED),
            ("Ghi qua đời", "together_deaths", "members.edit", 20, acts.PICKED),
        ):
            acts.register_list_act(label, f"admissions:{page}", word, order, place)
            register_nav_place(f"admissions:{page}", under="members:member_list")
        register_panel("members.person_acts", person_panel, order=10)
        acts.register_happenings(happenings)
        home.register_tasks(home_tasks, order=15)
        home.register_waiting(home_waiting, order=15)
