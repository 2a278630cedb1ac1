from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "bongca.programmes"
    verbose_name = "Chương trình, nhiệm vụ"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.programmes import receivers  # noqa: F401 - connects them
        from bongca.programmes.policies import EVIDENCE, can_open_evidence

        register_purpose(EVIDENCE, can_open_evidence)
