from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "bongca.programmes"
    verbose_name = "Chương trình, nhiệm vụ"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav
        from bongca.programmes import receivers  # noqa: F401 - connects them
        from bongca.programmes.policies import EVIDENCE, can_open_evidence
        from bongca.programmes.queries.exported import EXPORT
        from bongca.programmes.queries.home import home_tasks, home_waiting

        register_purpose(EVIDENCE, can_open_evidence)
        register_purpose(EXPORT.purpose, EXPORT.may_open)
        register_nav("Nhiệm vụ", "programmes:work_list", word="tasks.view", order=25)
        register_nav("Kế hoạch phối hợp", "programmes:programme_list", word="plans.view", order=25)
        home.register_tasks(home_tasks, order=25)
        home.register_waiting(home_waiting, order=25)
