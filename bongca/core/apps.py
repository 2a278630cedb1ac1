from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "bongca.core"
    verbose_name = "Nền chung"

    def ready(self) -> None:
        from bongca.core.vietnamese import add_supplement

        add_supplement()
