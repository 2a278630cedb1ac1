from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "bongca.core"
    verbose_name = "Nền chung"

    def ready(self) -> None:
        from bongca.core.ui import register_nav
        from bongca.core.vietnamese import add_supplement

        add_supplement()
        register_nav("Công việc chạy nền", "core:job_list", word="jobs.view", order=900)
